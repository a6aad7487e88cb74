using System.Text.RegularExpressions;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>The same law in other words.</summary>
internal static partial class Rewrites
{
    /// <summary>A law that may be rewritten, each rewriting of it by its name, and the law as it was.</summary>
    public static IEnumerable<(string Name, Workspace Before, Workspace After)> Of(LawModel law, Random random)
    {
        string text = PolicyText.Of(law);
        Workspace before = Read(text);
        yield return ("order", before, Read(PolicyText.Of(law with { Frameworks = [.. Shuffled(law.Frameworks, random).Select(f => f with { Clauses = [.. Shuffled(f.Clauses, random)] })] })));
        yield return ("files", before, Split(law, random));
        yield return ("titles", before, Read(ClauseHeads().Replace(text, head => $"{head.Value} \"Title {random.Next(9)}\"")));
        yield return ("layout", before, Read(text.Replace("\n", $"\n\n  // {random.Next(99)}\n\t ", StringComparison.Ordinal)));
        if (!law.Defines.IsEmpty)
        {
            string name = law.Defines[random.Next(law.Defines.Length)].Name;
            yield return ("define", before, Read(Regex.Replace(text, $@"\b{name}\b", $"{name}_renamed")));
        }

        if (Halves(law, random) is var (whole, halves))
        {
            yield return ("split", Read(PolicyText.Of(whole)), Read(PolicyText.Of(halves)));
        }
    }

    /// <summary>A law, and the same with one clause split by a condition and its negation; null where no clause of it can be.</summary>
    /// <remarks>A half is more special than the whole, so that the two mean the same only where that principle is not used. What else parts
    /// clauses by name (checks) is left out.</remarks>
    private static (LawModel Whole, LawModel Halves)? Halves(LawModel law, Random random)
    {
        law = law with { Principles = [Principle.Superior], PrinciplesOfOrders = law.PrinciplesOfOrders.Clear(), ConflictChecks = [] };
        (FrameworkModel Framework, ClauseModel Clause)[] candidates = [.. law.Frameworks.SelectMany(f => f.Clauses.Select(c => (f, c))).Where(x => !x.c.OnlyIn && x.c.Modality != Modality.MayOnly)];
        if (candidates.Length == 0)
        {
            return null;
        }

        (FrameworkModel framework, ClauseModel whole) = candidates[random.Next(candidates.Length)];
        var condition = new FlagCondition("fb");
        ClauseModel[] halves = [whole with { When = whole.When.Add(condition) }, whole with { Name = "Half", When = whole.When.Add(new NotCondition(condition)) }];
        LawModel split = law with { Frameworks = law.Frameworks.Replace(framework, framework with { Clauses = [.. framework.Clauses.SelectMany(c => ReferenceEquals(c, whole) ? halves : [c])] }) };
        return (law, Both(split, $"{framework.Name}.{whole.Name}", $"{framework.Name}.Half"));
    }

    /// <summary>Whoever names the whole names both halves.</summary>
    public static LawModel Both(LawModel law, string whole, string half)
    {
        ImmutableArray<string> Add(ImmutableArray<string> names) => names.Contains(whole) ? names.Insert(names.IndexOf(whole), half) : names;
        return law with
        {
            Frameworks =
            [
                .. law.Frameworks.Select(f => f with
                {
                    Repeals = Add(f.Repeals),
                    Clauses = [.. f.Clauses.Select(c => c with { SubjectTo = Add(c.SubjectTo), PrevailsOver = Add(c.PrevailsOver), Notwithstanding = Add(c.Notwithstanding), ExemptFrom = Add(c.ExemptFrom), Invoking = Add(c.Invoking) })],
                }),
            ],
            Parties =
            [
                .. law.Parties.Select(p => p with
                {
                    Adoptions = [.. p.Adoptions.Select(a => a with { Reserving = Add(a.Reserving), ReservingFor = Add(a.ReservingFor) })],
                    Invocations = [.. p.Invocations.Select(i => i with { For = Add(i.For) }).SelectMany(i => i.Leave == whole ? new[] { i, i with { Leave = half } } : [i])],
                }),
            ],
        };
    }

    private static Workspace Split(LawModel law, Random random)
    {
        Workspace split = Read(PolicyText.Of(law with { Frameworks = [] }));
        foreach (FrameworkModel framework in law.Frameworks)
        {
            split = split.With($"{random.Next(1000)}-{framework.Name}.policy", PolicyText.Of(framework));
        }

        return split;
    }

    private static IEnumerable<T> Shuffled<T>(ImmutableArray<T> items, Random random)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static Workspace Read(string text) => Workspace.Empty.With("law.policy", text);

    [GeneratedRegex(@"(?<=\n  )(transfer|sovereignty|norm) \w+(?= \{)")]
    private static partial Regex ClauseHeads();
}
