using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Drops what a difference does not need.</summary>
internal static class Shrinker
{
    /// <summary>A smaller workspace that still differs.</summary>
    /// <param name="law">The workspace.</param>
    /// <param name="differs">Whether a workspace still differs.</param>
    public static LawModel Shrink(LawModel law, Func<LawModel, bool> differs)
    {
        for (int round = 0; round < 200; round++)
        {
            if (Smaller(law).FirstOrDefault(differs) is not { } smaller)
            {
                break;
            }

            law = smaller;
        }

        return law;
    }

    private static IEnumerable<LawModel> Smaller(LawModel law)
    {
        for (int f = 0; f < law.Frameworks.Length; f++)
        {
            FrameworkModel framework = law.Frameworks[f];
            yield return Drop(law with { Frameworks = law.Frameworks.RemoveAt(f) }, framework.Name);
            for (int c = 0; c < framework.Clauses.Length; c++)
            {
                string name = $"{framework.Name}.{framework.Clauses[c].Name}";
                yield return Drop(law with { Frameworks = law.Frameworks.SetItem(f, framework with { Clauses = framework.Clauses.RemoveAt(c) }) }, name);
                foreach (ClauseModel clause in Smaller(framework.Clauses[c]))
                {
                    yield return law with { Frameworks = law.Frameworks.SetItem(f, framework with { Clauses = framework.Clauses.SetItem(c, clause) }) };
                }
            }

            yield return law with { Frameworks = law.Frameworks.SetItem(f, framework with { Force = [new Days(new DateOnly(2020, 1, 1), null)] }) };
            yield return law with { Frameworks = law.Frameworks.SetItem(f, framework with { Rank = null }) };
            yield return law with { Frameworks = law.Frameworks.SetItem(f, framework with { Replaces = [], Implements = [], Repeals = [] }) };
        }

        for (int i = 0; i < law.Checks.Length; i++)
        {
            yield return law with { Checks = law.Checks.RemoveAt(i) };
            foreach (ClauseModel pattern in Smaller(law.Checks[i].Pattern))
            {
                yield return law with { Checks = law.Checks.SetItem(i, law.Checks[i] with { Pattern = pattern }) };
            }
        }

        foreach (Use use in Constructs.Today)
        {
            LawModel without = use.Without(law);
            if (PolicyText.Of(without) != PolicyText.Of(law))
            {
                yield return without;
            }
        }

        for (int i = 0; i < law.Parties.Length; i++)
        {
            yield return law with { Parties = law.Parties.RemoveAt(i) };
            yield return law with { Parties = law.Parties.SetItem(i, law.Parties[i] with { Invocations = [] }) };
        }

        yield return law with { Principles = null };
        yield return law with { Parties = [] };
        yield return law with { Organisations = [] };
        yield return law with { Blocs = [] };
        yield return law with { Defines = [] };
        for (int i = 0; i < law.Blocs.Length; i++)
        {
            BlocModel bloc = law.Blocs[i];
            yield return law with { Blocs = law.Blocs.SetItem(i, bloc with { Supranational = false }) };
            yield return law with { Blocs = law.Blocs.SetItem(i, bloc with { Members = [.. bloc.Members.Select(m => m with { When = null })] }) };
            yield return law with { Blocs = law.Blocs.SetItem(i, bloc with { Members = [.. bloc.Members.Skip(1)] }) };
        }
    }

    private static IEnumerable<ClauseModel> Smaller(ClauseModel c)
    {
        ClauseModel[] candidates =
        [
            c with { Subject = null, Of = null }, c with { Of = null }, c with { Collected = null }, c with { Where = [] }, c with { TowardsAnyone = false }, c with { IsSoftLaw = false }, c with { Object = null }, c with { From = null }, c with { ToRoles = [] }, c with { To = null, ToRoles = [] },
            c with { In = null, OnlyIn = false }, c with { OnlyIn = false }, c with { For = null }, c with { Against = null }, c with { When = [] }, c with { Unless = [] },
            c with { With = null }, c with { Within = null }, c with { NotBefore = null }, c with { Notifying = [] }, c with { ApprovedBy = [] }, c with { SubjectTo = [] },
            c with { PrevailsOver = [] }, c with { Notwithstanding = [] }, c with { ExemptFrom = [] }, c with { Invoking = [] }, c with { Force = [] }, c with { NotEnforceable = false },
        ];
        return [.. candidates.Where(s => s != c), .. c.When.SelectMany(w => Smaller(w).Select(s => c with { When = [s] })), .. c.With is null ? [] : Smaller(c.With).Select(s => c with { With = s })];
    }

    private static IEnumerable<Condition> Smaller(Condition condition) => condition switch
    {
        NotCondition not => [not.Operand],
        AndCondition and => [and.Left, and.Right],
        OrCondition or => [or.Left, or.Right],
        _ => [],
    };

    // Nothing may name what is gone.
    private static LawModel Drop(LawModel law, string name)
    {
        ImmutableArray<string> Keep(ImmutableArray<string> names) => [.. names.Where(n => n != name && !n.StartsWith(name + ".", StringComparison.Ordinal))];
        bool IsKept(string n) => n != name && !n.StartsWith(name + ".", StringComparison.Ordinal);
        return law with
        {
            Frameworks = [.. law.Frameworks.Select(f => f with { Replaces = Keep(f.Replaces), Implements = Keep(f.Implements), Repeals = Keep(f.Repeals), Clauses = [.. f.Clauses.Select(c => Edit.Names(c, Keep))] })],
            Parties = [.. law.Parties.Select(p => p with
            {
                Adoptions = [.. p.Adoptions.Where(a => IsKept(a.Framework) && (a.ReservingFor.IsEmpty || !Keep(a.ReservingFor).IsEmpty)).Select(a => a with { Reserving = Keep(a.Reserving), ReservingFor = Keep(a.ReservingFor) })],
                Invocations = [.. p.Invocations.Where(i => IsKept(i.Leave) && i.For.All(IsKept))],
            })],
            Checks = [.. law.Checks.Select(c => c with { Under = Keep(c.Under) })],
            ConflictChecks = [.. law.ConflictChecks.Where(c => c.Between.All(IsKept) && (c.Framework is null || IsKept(c.Framework)))],
        };
    }
}
