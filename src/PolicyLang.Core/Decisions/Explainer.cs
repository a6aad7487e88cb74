using PolicyLang.Decisions.Blocks;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>Says why a case is decided as it is: what each clause that bears on it does, part by part.</summary>
internal sealed class Explainer(RuleBook book)
{
    private readonly CaseEvaluator _point = new(book);
    private readonly ClauseParts _parts = new(book);
    private readonly RegionWords _words = new(book);
    private readonly CaseWriter _writer = new(book.Space);

    /// <summary>The clauses that apply, are defeated, are due, or miss the case by one part; in this order, each in order of
    /// declaration.</summary>
    /// <param name="values">A value for each variable of the case space.</param>
    public ImmutableArray<ExplainedClause> Explain(long[] values)
    {
        var explained = new List<ExplainedClause>();
        var applied = _point.Apply(values).Where(a => !a.Rule.IsLawMaking).ToLookup(a => a.Rule.Clause);
        var dues = new HashSet<ClauseSymbol>(book.Rules.Where(
            r => r.Modality == RuleModality.Obligation && book.Space.Regions.Holds(r.Trigger, values)).Select(r => r.Clause));
        foreach (ClauseSymbol clause in book.Model.Clauses.Where(
            c => c.Meaning?.Modality is not null && !c.Force.IsEmpty && !book.TooComplex.Contains(c)))
        {
            book.Space.Regions.ThrowIfCancelled();
            ImmutableArray<CaseEvaluator.Application> own = [.. applied[clause]];
            if (own.IsEmpty && !dues.Contains(clause))
            {
                ImmutableArray<ExplainedPart> parts = _parts.PartsOf(clause, values);
                if (parts.Count(p => !p.Holds) == 1)
                {
                    explained.Add(new ExplainedClause(
                        clause, ClauseRole.Near, null, null, parts) { Bears = applied.Count == 0 || Answers(clause, applied) });
                }

                continue;
            }

            CaseEvaluator.Application? fallen = own.FirstOrDefault(a => a.IsDefeated);
            bool defeated = fallen is not null && own.All(a => a.IsDefeated);
            ClauseRole role = own.IsEmpty ? ClauseRole.Due : defeated ? ClauseRole.Defeated : ClauseRole.Applies;
            explained.Add(new ExplainedClause(clause, role, defeated ? fallen?.FelledBy?.Clause : null, defeated ? fallen?.Principle : null,
                _parts.PartsOf(clause, values))
            {
                Opposition = own.Any(a => a.Rule.Modality == RuleModality.Prohibition) ? Opposition(clause, values) : null,
                Where = role == ClauseRole.Applies ? Where(own.First(a => !a.IsDefeated), values) : null,
            });
        }

        return [.. explained.OrderBy(e => e.Role)];
    }

    // A duty to do one thing forbids what its verb opposes.
    private string? Opposition(ClauseSymbol clause, long[] values) =>
        clause.Meaning is { Modality: Syntax.Modality.Must or Syntax.Modality.Should, Verbs: BoundListSet verbs }
            && _writer.Write(values).Facts.FirstOrDefault(f => f.Attribute == BuiltInAttributes.Action)?.Value is NodeValue act
            ? verbs.Members.OfType<NodeSymbol>()
                .SelectMany(v => v.Oppositions(), (v, o) => (Verb: v, o.Against, o.Words))
                .Where(o => o.Verb.Taxonomy.Find(act.Name) is { } done && done.IsWithin(o.Against))
                .Select(o => $"its duty to {o.Verb.Name} forbids to {act.Name} ({o.Words})").FirstOrDefault()
            : null;

    // Whether a clause lifts, forbids or collides with one that applies.
    private bool Answers(ClauseSymbol clause, ILookup<ClauseSymbol, CaseEvaluator.Application> applied) => book.RulesOf(clause).Any(r =>
        book.Opponents(r)
            .Any(o => applied.Contains(o.Clause)
            && (r.Modality is RuleModality.Prohibition or RuleModality.Obligation || book.Precedences.MayPrevail(r, o))));

    // An exemption that has worked and is then defeated needs no further explanation.
    private CasesLine? Where(CaseEvaluator.Application application, long[] values) => application.Stands
        ? book.Space.Regions.TryApart<CasesLine?>(() => _words.Around(values, book.Undefeated(application.Rule))).Or(null)
        : null;
}
