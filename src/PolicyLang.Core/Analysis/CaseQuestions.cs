using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis;

/// <summary>Something that may be asked of a case.</summary>
/// <param name="Attribute">What is asked.</param>
/// <param name="Choices">The nodes to choose from; empty for flags, counts and dates. Of a set, those that make a difference.</param>
/// <param name="Matters">Whether the decision still depends on it, what is known so far being given.</param>
/// <param name="Weight">How many of the facts that are not yet known have to be otherwise for another outcome, this one among them: 1 where
/// it alone changes the answer. Null where it does so only once others have, or it is not known.</param>
internal sealed record CaseQuestion(AttributeSymbol Attribute, ImmutableArray<NodeSymbol> Choices, bool Matters, int? Weight = null);

/// <summary>Finds what is left to ask of a case: by the exact dependence of its decision, not by a list.</summary>
internal sealed class CaseQuestions(RuleBook book)
{
    private static readonly string[] First = [BuiltInAttributes.Action, BuiltInAttributes.Date];
    private static readonly Outcome[] Told = [Outcome.Permitted, Outcome.Prohibited, Outcome.Conflicting];

    /// <summary>Every attribute in the order in which to ask: the act and its day first, then as people tell a case.</summary>
    /// <param name="facts">What is known so far.</param>
    /// <param name="problems">What is wrong with it, one sentence each.</param>
    public ImmutableArray<CaseQuestion> Find(IEnumerable<RawFact> facts, out ImmutableArray<string> problems)
    {
        ImmutableArray<RawFact> known = [.. facts];
        var stated = new HashSet<string>(known.Select(f => f.Attribute), StringComparer.Ordinal);
        var reader = new CaseReader(book.Space);
        long[]? values = reader.ReadPart(known, out problems);
        bool begun = First.All(stated.Contains);
        ISet<int>? open = values is not null && begun ? Open(values, stated) : null;
        IReadOnlyDictionary<string, int> weights = values is not null && begun
            ? new AssumedAttributes(book).Weigh(values, reader.Stated, new Decider(book).OutcomeOf(values))
            : new Dictionary<string, int>();
        return
        [
            .. book.Space.Attributes.OrderBy(a => Array.IndexOf(First, a.Name) is var place && place >= 0 ? place : First.Length)
                .Select(attribute => new CaseQuestion(
                attribute,
                Choices(attribute, open, stated.Contains(attribute.Name)),
                !stated.Contains(attribute.Name)
                    && (First.Contains(attribute.Name)
                    || (open is not null && book.Space.VariablesOf(attribute.Name).Any(open.Contains))),
                weights.TryGetValue(attribute.Name, out int weight) ? weight : null)),
        ];
    }

    private ISet<int> Open(long[] values, HashSet<string> stated)
    {
        Region pattern =
            book.Space.Regions.And(
            book.Existing, CasePattern.FromValues(book.Space.Regions, values, stated.SelectMany(book.Space.VariablesOf)));
        var outcomes = new OutcomeRegions(book, pattern);
        return book.Space.Regions.Support(Told.Select(outcomes.RegionOf));
    }

    private ImmutableArray<NodeSymbol> Choices(AttributeSymbol attribute, ISet<int>? open, bool stated)
    {
        ImmutableArray<NodeSymbol> all = attribute.Taxonomy?.Nodes ?? [];
        int first = book.Space.VariableOf(attribute);
        return attribute.Type == AttributeType.NodeSet && open is not null && !stated
            ? [.. all.Where(n => open.Contains(first + n.Index))]
            : all;
    }
}
