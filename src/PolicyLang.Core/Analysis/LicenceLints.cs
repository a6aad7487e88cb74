using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>What a careful editor would note about 'may only', and about storing in one place alone: sentences that say more, or less, than
/// they seem to.</summary>
internal sealed class LicenceLints(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <summary>The findings about the clauses of one framework.</summary>
    public IEnumerable<Diagnostic> Check(FrameworkSymbol framework) =>
        framework.Clauses.SelectMany(c => Counts(c).Concat(StoredOnly(c))).Concat(Rivals(framework));

    // A count usually selects cases; as a licence condition it forbids all others.
    private static IEnumerable<Diagnostic> Counts(ClauseSymbol clause)
    {
        if (clause.Meaning is not { Modality: Modality.MayOnly } meaning)
        {
            yield break;
        }

        // Bound in the order in which they are written.
        WhenModifierSyntax?[] written =
            [.. clause.Syntax.Node.Modifiers.Where(m => m is WhenModifierSyntax or UnlessModifierSyntax)
            .Select(m => m as WhenModifierSyntax)];
        for (int i = 0; i < Math.Min(written.Length, meaning.Conditions.Length); i++)
        {
            if (written[i] is { } when && ComparesCount(meaning.Conditions[i]))
            {
                yield return StyleDiagnostics.CountAsCondition.Create(
                    clause.Location with { Span = clause.Syntax.Absolute(when.Span) },
                    "The count is a condition of the permission: where it is not met, the act is prohibited.",
                    "Write it after 'where', if it says which cases the clause is about.");
            }
        }
    }

    private static bool ComparesCount(BoundCondition condition) => condition switch
    {
        BoundCompare { Attribute.Type: AttributeType.Count } compare => ClockNames.Parse(compare.Attribute.Name) is null,
        BoundAnd and => and.Operands.Any(ComparesCount),
        BoundOr or => or.Operands.Any(ComparesCount),
        BoundNot not => ComparesCount(not.Operand),
        _ => false,
    };

    private static IEnumerable<Diagnostic> StoredOnly(ClauseSymbol clause)
    {
        if (clause.Meaning is { Modality: Modality.Must, OnlyIn: true, Verbs: BoundListSet { Outside: false } verbs }
            && verbs.Members.All(v => Array.IndexOf([.. BuiltInAttributes.KeepingActions], v.Name) >= 0))
        {
            yield return StyleDiagnostics.StoreOnlyIn.Create(
                clause.Location,
                $"'{clause.QualifiedName}' says where the data are kept; it does not forbid to send them elsewhere.",
                "Add a transfer clause with 'must not transfer', if they may not leave.");
        }
    }

    // Of two licences each forbids what the other grants, unless one yields.
    private IEnumerable<Diagnostic> Rivals(FrameworkSymbol framework)
    {
        ClauseSymbol[] licences =
            [.. framework.Clauses.Where(c => c.Meaning is { Modality: Modality.MayOnly } && c.Precedences.IsEmpty
            && !book.Undecided.Contains(c) && book.RulesOf(c).Count > 0)];
        for (int i = 0; i < licences.Length; i++)
        {
            for (int j = i + 1; j < licences.Length; j++)
            {
                (ClauseSymbol first, ClauseSymbol second) = (licences[i], licences[j]);
                if (_regions.TryApart(() => ReferenceEquals(Acts(first), Acts(second)) && !ReferenceEquals(Granted(first), Granted(second)))
                    .Or(false))
                {
                    yield return StyleDiagnostics.RivalLicences.Create(
                        second.Location,
                        $"'{first.QualifiedName}' and '{second.QualifiedName}' license the same acts on different conditions, so each "
                            + "forbids what the other licenses: both must be met.",
                        "Join the conditions with 'or' in one clause, if one of them is enough.",
                        [new RelatedLocation(first.Location, $"{first.QualifiedName} licenses them, too")]);
                }
            }
        }
    }

    private Region Acts(ClauseSymbol clause) => _regions.Union([.. book.RulesOf(clause).Select(r => r.Region)]);

    private Region Granted(ClauseSymbol clause) =>
        _regions.Union([.. book.RulesOf(clause).Where(r => r.Modality == RuleModality.Permission).Select(r => r.Region)]);
}
