using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Text;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Says of clauses which of them prevail. Later clauses prevail over earlier ones, so that there is seldom a circle.</summary>
/// <param name="dice">Chooses.</param>
/// <param name="constructs">What may be used.</param>
/// <param name="blocs">The blocs.</param>
/// <param name="organisations">The organisations.</param>
/// <param name="frameworks">The frameworks before the one at hand.</param>
internal sealed class PrecedenceWriter(Dice dice, ImmutableHashSet<Construct> constructs, ImmutableArray<BlocModel> blocs, ImmutableArray<OrganisationModel> organisations, List<FrameworkModel> frameworks)
{
    public ClauseModel Precede(ClauseModel clause, string framework, string authority, List<ClauseModel> before)
    {
        List<string> own = [.. before.Select(c => $"{framework}.{c.Name}")];
        List<string> reachable = [.. own, .. frameworks.Where(f => Reaches(authority, f.Authority)).SelectMany(Named)];
        List<string> all = [.. own, .. frameworks.SelectMany(f => f.Clauses.Select(c => $"{f.Name}.{c.Name}"))];
        if (reachable.Count > 0 && clause.Modality == Modality.May && constructs.Contains(Construct.Exemptions) && dice.Percent(30))
        {
            return clause with { ExemptFrom = dice.Some(reachable, 2) };
        }

        if (constructs.Contains(Construct.LawOf) && dice.Percent(45))
        {
            return OfLaw(clause, authority);
        }

        if (reachable.Count > 0 && dice.Percent(12))
        {
            return clause with { PrevailsOver = dice.Some(reachable, 2) };
        }

        if (reachable.Count > 0 && dice.Percent(5))
        {
            return clause with { Notwithstanding = dice.Some(reachable, 1) };
        }

        if (all.Count > 0 && dice.Percent(25))
        {
            Subordinate(dice.One(all), $"{framework}.{clause.Name}", framework, before);
        }

        return clause;
    }

    /// <summary>What a framework repeals: law of its own order that began before it.</summary>
    public ImmutableArray<string> Repeals(string authority, ImmutableArray<Days> force)
    {
        DateOnly? first = First(force);
        List<string> earlier = [.. frameworks.Where(f => f.Authority == authority && First(f.Force) < first)
            .SelectMany(f => f.Clauses.Where(c => c.Force.IsEmpty || First(c.Force) < first).Select(c => $"{f.Name}.{c.Name}").Append(f.Name))];
        return earlier.Count > 0 && dice.Percent(85) ? [dice.One(earlier)] : [];
    }

    /// <summary>Whether days begin after those of some framework.</summary>
    public static bool BeginsAfter(ImmutableArray<Days> force, IEnumerable<FrameworkModel> frameworks) => frameworks.Any(f => First(f.Force) < First(force));

    private static DateOnly? First(ImmutableArray<Days> force) => force.IsEmpty || force.Any(d => d.From is null) ? null : force.Min(d => d.From);

    private static IEnumerable<string> Named(FrameworkModel framework) => framework.Clauses.Select(c => $"{framework.Name}.{c.Name}").Append(framework.Name);

    // Orders that may come later, too: clauses of two of them may yield to each other.
    private ClauseModel OfLaw(ClauseModel clause, string authority)
    {
        string[] orders = ["XA", "XB", .. frameworks.Select(f => f.Authority)];
        string[] lower = [.. orders.Where(o => Reaches(authority, o))];
        return lower.Length > 0 && dice.Percent(30)
            ? clause with { PrevailsOver = [PolicyText.LawOf + dice.One(lower)] }
            : clause with { SubjectTo = [.. clause.SubjectTo, .. dice.Some(orders, 2).Distinct().Select(o => PolicyText.LawOf + o)] };
    }

    private bool Reaches(string upper, string lower) =>
        upper == lower || organisations.Any(o => o.Name == lower && o.Under.Any(u => Reaches(upper, u)))
        || (lower is "XA" or "XB" or "XC" && blocs.Any(b => b.Name == upper && b.Supranational && b.Members.Any(m => m.Names.Contains(lower))));

    // The earlier clause says that it is subject to the later one.
    private void Subordinate(string lower, string upper, string framework, List<ClauseModel> before)
    {
        string[] parts = lower.Split('.');
        if (parts[0] == framework)
        {
            int i = before.FindIndex(c => c.Name == parts[1]);
            before[i] = before[i] with { SubjectTo = [upper, .. before[i].SubjectTo] };
            return;
        }

        int f = frameworks.FindIndex(x => x.Name == parts[0]);
        frameworks[f] = frameworks[f] with
        {
            Clauses = [.. frameworks[f].Clauses.Select(c => c.Name == parts[1] ? c with { SubjectTo = [upper, .. c.SubjectTo] } : c)],
        };
    }
}
