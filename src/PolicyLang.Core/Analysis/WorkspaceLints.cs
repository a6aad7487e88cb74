using PolicyLang.Diagnostics;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>What a careful editor would note about clauses and terms side by side.</summary>
internal sealed class WorkspaceLints(RuleBook book)
{
    private readonly Lazy<ILookup<ClauseSymbol, Rule>> _rules = new(() => book.Rules.ToLookup(r => r.Clause));

    /// <summary>The findings in some files; what the others hold is only looked at.</summary>
    public IEnumerable<Diagnostic> Of(ISet<string> files) =>
        book.Model.Clauses.Where(c => files.Contains(c.Location.File)).SelectMany(c => ClauseLints.Of(c).Concat(Precedences(c)))
            .Concat(IdlePermissions(files))
            .Concat(UnusedTerms(files));

    // A claim to prevail over a clause, or to yield to one, that this clause never meets.
    private IEnumerable<Diagnostic> Precedences(ClauseSymbol clause)
    {
        if (clause.Meaning is not { Modality: not null })
        {
            yield break;
        }

        ImmutableArray<Rule> own = RulesOf(clause);
        foreach (Precedence precedence in clause.Precedences.Where(p => p.Relation != NameListKind.Invoking))
        {
            ImmutableArray<ClauseSymbol> others = [.. precedence.Clauses.Where(c => !ReferenceEquals(c, clause))];
            bool judged = own.Length > 0 && others.Length > 0 && others.All(o => !o.HasErrors && !o.Force.IsEmpty && o.Meaning?.Modality is not null);
            if (judged && !book.Undecided.Contains(clause) && !others.Any(book.Undecided.Contains) && !own.Any(r => book.Opponents(r).Any(o => others.Contains(o.Clause))))
            {
                yield return StyleDiagnostics.IdlePrecedence.At(
                    precedence.Location,
                    $"'{clause.QualifiedName}' and '{precedence.Target}' never collide, so this says nothing.",
                    "Remove it, or widen one of the two so that they meet.");
            }
        }
    }

    private ImmutableArray<Rule> RulesOf(ClauseSymbol clause) => _rules.Value[clause].ToImmutableArray();

    // A permission matters where it lifts a prohibition of its own order, or answers a duty or prohibition of another.
    private IEnumerable<Diagnostic> IdlePermissions(ISet<string> files) =>
        from rule in book.Rules
        where rule.Modality == RuleModality.Permission && !rule.IsWeak && !rule.Region.IsEmpty && files.Contains(rule.Clause.Location.File)
            && book.Opponents(rule).IsEmpty && !book.Undecided.Contains(rule.Clause)
        select StyleDiagnostics.IdlePermission.At(
            rule.Clause.Location,
            $"Nothing forbids what '{rule.Clause.QualifiedName}' permits.",
            "What nobody forbids needs no permission; keep it where the text is to say so, or add the prohibition that it lifts.");

    private IEnumerable<Diagnostic> UnusedTerms(ISet<string> files)
    {
        IEnumerable<Symbol> terms = book.Model.Defines.Cast<Symbol>().Concat(book.Model.Blocs).Concat(book.Model.Attributes);
        var used = new HashSet<Symbol>(book.Model.References.Where(r => !ReferenceEquals(r.Location, r.Symbol.Location) && r.Location != r.Symbol.Location).Select(r => r.Symbol));
        return from term in terms
               where files.Contains(term.Location.File) && !term.HasErrors && !used.Contains(term)
               select StyleDiagnostics.UnusedTerm.At(term.Location, $"'{term.Name}' is defined and never used.", "Use it, or remove it.");
    }
}
