using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>Finds the pairs of opposing rules that have a case in common.</summary>
internal static class Overlaps
{
    public static ImmutableArray<ImmutableArray<Rule>> Find(ImmutableArray<Rule> rules, CaseSpace space)
    {
        var boxes = new BoundingBoxes(space);
        var live = rules.Where(r => !r.Region.IsEmpty).ToList();
        ulong[][] box = new ulong[rules.Length][];
        foreach (Rule rule in live)
        {
            box[rule.Number] = boxes.Of(rule.Region);
        }

        var found = new List<Rule>[rules.Length];
        foreach ((RuleModality one, RuleModality other) in OpposingModalities.Pairs)
        {
            List<Rule> others = live.Where(r => r.Modality == other).ToList();
            foreach (Rule a in live.Where(r => r.Modality == one))
            {
                foreach (Rule b in others)
                {
                    if (a.Opposes(b) && boxes.Meet(box[a.Number], box[b.Number]) && space.Regions.Meets(a.Region, b.Region))
                    {
                        (found[a.Number] ??= []).Add(b);
                        (found[b.Number] ??= []).Add(a);
                    }
                }
            }
        }

        return [.. found.Select(f => f is null ? ImmutableArray<Rule>.Empty : [.. f.OrderBy(r => r.Number)])];
    }
}
