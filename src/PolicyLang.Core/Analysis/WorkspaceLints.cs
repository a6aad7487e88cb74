using PolicyLang.Diagnostics;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>What a careful editor would note about clauses and terms side by side.</summary>
/// <param name="book">The rules.</param>
/// <param name="edition">The edition that the files were written in.</param>
internal sealed class WorkspaceLints(RuleBook book, int edition)
{
    private readonly LicenceLints _licences = new(book);

    /// <summary>The findings about the clauses of one file.</summary>
    public IEnumerable<Diagnostic> Check(BoundFile part) =>
        part.Clauses.SelectMany(c => ClauseLints.Check(c).Concat(Precedences(c)))
            .Concat(book.Lowered.RulesIn(part).Where(IsIdle).Select(r => r.Clause).Distinct().Select(Idle))
            .Concat(part.Frameworks.SelectMany(_licences.Check))
            .Concat(edition < 2 ? EditionLints.Check(part) : []);

    /// <summary>The terms declared in some files that nothing uses.</summary>
    public IEnumerable<Diagnostic> UnusedTerms(ISet<string> files) =>
        from term in book.Model.Defines.Cast<Symbol>().Concat(book.Model.Blocs).Concat(book.Model.Attributes)
        where files.Contains(term.Location.File) && !term.HasErrors && !IsUsed(term)
        select StyleDiagnostics.UnusedTerm.Create(term.Location, $"'{term.Name}' is defined and never used.", "Use it, or remove it.");

    // A precedence claim about a clause that this clause never meets.
    private IEnumerable<Diagnostic> Precedences(ClauseSymbol clause)
    {
        if (clause.Meaning is not { Modality: not null })
        {
            yield break;
        }

        IReadOnlyList<Rule> own = book.RulesOf(clause);
        foreach (Precedence precedence in clause.Precedences.Where(p => p.Relation != NameListKind.Invoking))
        {
            ImmutableArray<ClauseSymbol> others = [.. precedence.Clauses.Where(c => !ReferenceEquals(c, clause))];
            bool judged = own.Count > 0 && others.Length > 0
                && others.All(o => !o.HasErrors && !o.Force.IsEmpty && o.Meaning?.Modality is not null);
            if (judged && HasCases(own) && others.Any(o => HasCases(book.RulesOf(o))) && !book.Undecided.Contains(clause)
                && !others.Any(book.Undecided.Contains) && !own.Any(r => book.Opponents(r).Any(o => others.Contains(o.Clause))))
            {
                string[] pair = [.. new[] { clause.QualifiedName, precedence.Target.ToString() }.OrderBy(n => n, StringComparer.Ordinal)];
                yield return StyleDiagnostics.IdlePrecedence.Create(
                    precedence.Location,
                    $"'{pair[0]}' and '{pair[1]}' never collide, so this says nothing.",
                    "Remove it, or widen one of the two so that they meet.");
            }
        }
    }

    // A clause may wait for an empty list; the clause itself gets that finding.
    private bool HasCases(IReadOnlyList<Rule> rules) => rules.Any(book.HasCases);

    /// <summary>The findings about precedence that never bites, once for each two clauses, whichever of them says it and how
    /// often, and all other findings; in no particular order.</summary>
    public static IEnumerable<Diagnostic> OncePerPair(IEnumerable<Diagnostic> findings)
    {
        var idle = new Dictionary<string, Diagnostic>(StringComparer.Ordinal);
        foreach (Diagnostic finding in findings)
        {
            if (finding.Descriptor != StyleDiagnostics.IdlePrecedence)
            {
                yield return finding;
            }
            else if (!idle.TryGetValue(finding.Message, out Diagnostic? first) || Diagnostic.Compare(finding, first) < 0)
            {
                idle[finding.Message] = finding;
            }
        }

        foreach (Diagnostic finding in idle.Values)
        {
            yield return finding;
        }
    }

    // A permission matters if it lifts a prohibition in its order or answers another order.
    private bool IsIdle(Rule rule) =>
        rule.Modality == RuleModality.Permission && !rule.IsWeak && !rule.Region.IsEmpty && book.Opponents(rule).IsEmpty
            && !book.Undecided.Contains(rule.Clause);

    private static Diagnostic Idle(ClauseSymbol clause) => StyleDiagnostics.IdlePermission.Create(
        clause.Location,
        $"Nothing forbids what '{clause.QualifiedName}' permits.",
        "What nobody forbids needs no permission; keep it where the text is to say so, or add the prohibition that it lifts.");

    // Most terms are used where they are defined.
    private bool IsUsed(Symbol term) =>
        book.Model.Part(term.Location.File)?.Used.Contains(term) == true
        || book.Model.Vocabulary.Used.Contains(term)
        || book.Model.Parts.Any(p => p.Used.Contains(term));
}
