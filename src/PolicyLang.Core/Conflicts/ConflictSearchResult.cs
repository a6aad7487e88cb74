using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>What a search for conflicts found from each rule. The next search, among rules that follow from these, looks only where
/// something changed.</summary>
internal sealed class ConflictSearchResult
{
    private readonly RuleBook _book;
    private readonly ImmutableArray<ConflictCandidate>[] _found;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private ConflictSearchResult? _earlier;

    /// <param name="book">The rules to search.</param>
    /// <param name="earlier">The search among the rules from which these follow; null where there is none.</param>
    public ConflictSearchResult(RuleBook book, ConflictSearchResult? earlier)
    {
        _book = book;
        _found = new ImmutableArray<ConflictCandidate>[book.Size];
        RuleDelta? succession = book.Succession;
        if (earlier is null || succession?.Earlier is null || !ReferenceEquals(succession.Earlier, earlier._book)
            || !SameAcknowledgements(earlier._book, book))
        {
            return;
        }

        _earlier = earlier;
        foreach (Rule before in earlier._book.Rules)
        {
            ImmutableArray<ConflictCandidate> from = earlier.From(before);
            if (!from.IsEmpty && (succession.Successor(before) is not { } after || !IsClean(after, succession)))
            {
                _open.UnionWith(from.Where(c => !IsKnownPair(c, succession)).Select(c => c.Key));
            }
        }
    }

    /// <summary>The conflicts by their clauses.</summary>
    public Dictionary<string, FoundConflict> Told { get; } = new(StringComparer.Ordinal);

    /// <summary>What was found from a rule.</summary>
    public ImmutableArray<ConflictCandidate> From(Rule rule) => _found[rule.Number] is { IsDefault: false } found ? found : [];

    public void Record(Rule rule, ImmutableArray<ConflictCandidate> found)
    {
        _found[rule.Number] = found;
        if (_earlier is not null && (_book.Succession is not { } succession || !IsClean(rule, succession)))
        {
            _open.UnionWith((KnownPairs(rule) is { } known ? found.Except(known) : found).Select(c => c.Key));
        }
    }

    /// <summary>Whether a rule is not what it was, or stands elsewhere.</summary>
    public bool IsMoved(Rule rule) => _book.Succession?.IsMoved(_book, rule) != false;

    /// <summary>For a permission that is as it was, its conflicts with rules that are too; null for any other rule.</summary>
    public ImmutableArray<ConflictCandidate>? KnownPairs(Rule rule)
    {
        if (_earlier is null || _book.Succession is not { } succession || rule.Modality != RuleModality.Permission || IsMoved(rule))
        {
            return null;
        }

        ImmutableArray<ConflictCandidate> before = _earlier._found[succession.NumberBefore(rule)];
        return before.IsDefaultOrEmpty ? []
            : [.. before.Where(c => IsKnownPair(c, succession))
                .Select(c => succession.AreSame(c.Rules) ? c : c with { Rules = WithCurrentRules(c.Rules, succession) })];
    }

    private bool IsKnownPair(ConflictCandidate before, RuleDelta succession) =>
        before.Rules[0].Modality == RuleModality.Permission
            && before.Rules.All(r => succession.Successor(r) is { } after && !IsMoved(after));

    /// <summary>What is found from a rule because it was found before; null where something new bears on it.</summary>
    public ImmutableArray<ConflictCandidate>? Known(Rule rule)
    {
        if (_earlier is null || _book.Succession is not { } succession || !IsClean(rule, succession))
        {
            return null;
        }

        ImmutableArray<ConflictCandidate> before = _earlier._found[succession.NumberBefore(rule)];
        return before.IsDefaultOrEmpty ? [] : WithCurrentRules(before, succession);
    }

    private static ImmutableArray<ConflictCandidate> WithCurrentRules(ImmutableArray<ConflictCandidate> before, RuleDelta succession) =>
        before.All(c => succession.AreSame(c.Rules))
            ? before
            : [.. before.Select(c => c with { Rules = WithCurrentRules(c.Rules, succession) })];

    /// <summary>A conflict as it was told, where nothing new bears on it.</summary>
    public FoundConflict? ToldBefore(string key, ConflictCandidate candidate)
    {
        if (_earlier is null || _open.Contains(key) || !_earlier.Told.TryGetValue(key, out FoundConflict? told))
        {
            return null;
        }

        if (candidate.Rules.SequenceEqual(told.Rules))
        {
            return told;
        }

        ILookup<string, ClauseSymbol> clauses = candidate.Rules.Select(r => r.Clause).Distinct()
            .ToLookup(c => c.QualifiedName, StringComparer.Ordinal);
        return told with
        {
            Rules = candidate.Rules,
            Conflict = told.Conflict with { Locations = [.. told.Conflict.Locations.Select(
                l => l with { Location = clauses[l.Clause].First().Whole })] },
        };
    }

    /// <summary>Lets go of the earlier search.</summary>
    public void Release() => _earlier = null;

    // A rule whose own standing, opponents and their standing are what they were. Law that is missing may be missed by any rule.
    private bool IsClean(Rule rule, RuleDelta succession) =>
        rule.Modality is not (RuleModality.DutyToProhibit or RuleModality.DutyToRequire)
        && succession.IsUntouched(_book, rule);

    private static ImmutableArray<Rule> WithCurrentRules(ImmutableArray<Rule> rules, RuleDelta succession) =>
        [.. rules.Select(r => succession.Successor(r) ?? r)];

    private static bool SameAcknowledgements(RuleBook before, RuleBook now) =>
        before.Model.Acknowledgements.Select(Names).SequenceEqual(now.Model.Acknowledgements.Select(Names));

    private static string Names(Acknowledgement acknowledgement) => $"{string.Join("+", acknowledgement.Sides)} {acknowledgement.Until}";
}
