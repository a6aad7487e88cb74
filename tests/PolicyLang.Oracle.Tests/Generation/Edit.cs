using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Text;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Edits of a workspace.</summary>
internal static class Edit
{
    public static LawModel Kept(LawModel law, Func<ClauseModel, bool> keeps) => Frameworks(law, f => f with { Clauses = [.. f.Clauses.Where(keeps)] });

    public static LawModel Clauses(LawModel law, Func<ClauseModel, ClauseModel> change) => Frameworks(law, f => f with { Clauses = [.. f.Clauses.Select(change)] });

    public static LawModel Frameworks(LawModel law, Func<FrameworkModel, FrameworkModel> change) => law with { Frameworks = [.. law.Frameworks.Select(change)] };

    public static LawModel Adoptions(LawModel law, Func<AdoptionModel, AdoptionModel> change) =>
        law with { Parties = [.. law.Parties.Select(p => p with { Adoptions = [.. p.Adoptions.Select(change)] })] };

    public static Duration? InHours(Duration? duration) => duration is null ? null : duration with { Unit = ClockUnit.Hours };

    public static SetExpression? NoOrganisation(SetExpression? set) => set is AnyOrganisation || (set is ListSet list && list.Members.Any(Words.IsOrganisation)) ? null : set;

    public static ClauseModel Harden(ClauseModel c) => c with
    {
        Modality = c.Modality switch { Modality.Should => Modality.Must, Modality.ShouldNot => Modality.MustNot, var other => other },
    };

    public static ClauseModel WithoutLawOf(ClauseModel c) => Names(c, names => [.. names.Where(n => !IsLawOf(n))]);

    public static bool IsLawOf(string name) => name.StartsWith(PolicyText.LawOf, StringComparison.Ordinal);

    /// <summary>Changes every list of clauses in a clause.</summary>
    public static ClauseModel Names(ClauseModel c, Func<ImmutableArray<string>, ImmutableArray<string>> change) => c with
    {
        SubjectTo = change(c.SubjectTo),
        PrevailsOver = change(c.PrevailsOver),
        Notwithstanding = change(c.Notwithstanding),
        ExemptFrom = change(c.ExemptFrom),
        Invoking = change(c.Invoking),
    };

    /// <summary>Takes out of clauses the conditions in which some single condition stands, named ones aside.</summary>
    public static LawModel WithoutConditions(LawModel law, Func<Condition, bool> isOne)
    {
        return Clauses(law, c => c with { Where = Keep(c.Where), When = Keep(c.When), Unless = Keep(c.Unless), With = c.With is { } with && Has(with) ? null : c.With });

        ImmutableArray<Condition> Keep(ImmutableArray<Condition> conditions) => [.. conditions.Where(c => !Has(c))];

        bool Has(Condition condition) => condition switch
        {
            NotCondition not => Has(not.Operand),
            AndCondition and => Has(and.Left) || Has(and.Right),
            OrCondition or => Has(or.Left) || Has(or.Right),
            _ => isOne(condition),
        };
    }
}
