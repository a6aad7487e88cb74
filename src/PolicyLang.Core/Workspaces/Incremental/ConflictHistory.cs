using PolicyLang.Conflicts;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>What a search for conflicts found from each rule. The next search, among rules that follow from these, looks only where
/// something changed.</summary>
internal sealed class ConflictHistory : ConflictMemory
{
    private readonly RuleBook _book;
    private readonly RuleDelta? _delta;
    private readonly ImmutableArray<ConflictCandidate>[] _found;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private ConflictHistory? _earlier;

    /// <param name="book">The rules to search.</param>
    /// <param name="delta">How they follow from earlier ones; null where they do not.</param>
    /// <param name="earlier">The search among the earlier ones; null where there is none.</param>
    public ConflictHistory(RuleBook book, RuleDelta? delta, ConflictHistory? earlier)
    {
        _book = book;
        _delta = delta;
        _found = new ImmutableArray<ConflictCandidate>[book.Lowered.Size];
        if (earlier is null || delta?.Earlier is null || !ReferenceEquals(delta.Earlier, earlier._book)
            || !SameAcknowledgements(earlier._book, book))
        {
            return;
        }

        _earlier = earlier;
        foreach (Rule before in earlier._book.Rules)
        {
            ImmutableArray<ConflictCandidate> from = earlier.FoundFrom(before);
            if (!from.IsEmpty && (delta.Successor(before) is not { } after || !IsClean(after, delta)))
            {
                _open.UnionWith(from.Where(c => !IsKnownPair(c, delta)).Select(c => c.Key));
            }
        }
    }

    /// <summary>The rules that are searched.</summary>
    public RuleBook Book => _book;

    /// <summary>The conflicts by their clauses, once the search has ended.</summary>
    public Dictionary<string, FoundConflict> Reported { get; set; } = new(StringComparer.Ordinal);

    public override void Record(Rule rule, ImmutableArray<ConflictCandidate> found)
    {
        _found[rule.Number] = found;
        if (_earlier is not null && (_delta is not { } delta || !IsClean(rule, delta)))
        {
            _open.UnionWith((KnownPairs(rule) is { } known ? found.Except(known) : found).Select(c => c.Key));
        }
    }

    // An unchanged permission collides with each opponent separately: check only changed opponents.
    public override (ImmutableArray<ConflictCandidate> Known, Rule[] Others)? KnownInPart(Rule rule) =>
        KnownPairs(rule) is { } known ? (known, [.. _book.Opponents(rule).Where(IsMoved)]) : null;

    public override ImmutableArray<ConflictCandidate>? Known(Rule rule)
    {
        if (_earlier is null || _delta is not { } delta || !IsClean(rule, delta))
        {
            return null;
        }

        ImmutableArray<ConflictCandidate> before = _earlier._found[delta.NumberBefore(rule)];
        return before.IsDefaultOrEmpty ? [] : WithCurrentRules(before, delta);
    }

    public override FoundConflict? ReportedBefore(ConflictCandidate candidate)
    {
        if (_earlier is null || _open.Contains(candidate.Key)
            || !_earlier.Reported.TryGetValue(candidate.Key, out FoundConflict? reported))
        {
            return null;
        }

        if (candidate.Rules.SequenceEqual(reported.Rules))
        {
            return reported;
        }

        ILookup<string, ClauseSymbol> clauses = candidate.Rules.Select(r => r.Clause).Distinct()
            .ToLookup(c => c.QualifiedName, StringComparer.Ordinal);
        return reported with
        {
            Rules = candidate.Rules,
            Conflict = reported.Conflict with { Locations = [.. reported.Conflict.Locations.Select(
                l => l with { Location = clauses[l.Clause].First().Whole, Title = clauses[l.Clause].First().Title })] },
        };
    }

    /// <summary>Lets go of the earlier search.</summary>
    public void Release() => _earlier = null;

    private ImmutableArray<ConflictCandidate> FoundFrom(Rule rule) => _found[rule.Number] is { IsDefault: false } found ? found : [];

    // Whether a rule is not what it was, or stands elsewhere.
    private bool IsMoved(Rule rule) => _delta?.IsMoved(_book, rule) != false;

    // For an unchanged permission, its conflicts with unchanged rules; otherwise null.
    private ImmutableArray<ConflictCandidate>? KnownPairs(Rule rule)
    {
        if (_earlier is null || _delta is not { } delta || rule.Modality != RuleModality.Permission || IsMoved(rule))
        {
            return null;
        }

        ImmutableArray<ConflictCandidate> before = _earlier._found[delta.NumberBefore(rule)];
        return before.IsDefaultOrEmpty ? []
            : [.. before.Where(c => IsKnownPair(c, delta))
                .Select(c => delta.AreSame(c.Rules) ? c : c with { Rules = WithCurrentRules(c.Rules, delta) })];
    }

    private bool IsKnownPair(ConflictCandidate before, RuleDelta succession) =>
        before.Rules[0].Modality == RuleModality.Permission
            && before.Rules.All(r => succession.Successor(r) is { } after && !IsMoved(after));

    private static ImmutableArray<ConflictCandidate> WithCurrentRules(ImmutableArray<ConflictCandidate> before, RuleDelta delta) =>
        before.All(c => delta.AreSame(c.Rules))
            ? before
            : [.. before.Select(c => c with { Rules = WithCurrentRules(c.Rules, delta) })];

    // Its standing, opponents and their standing are unchanged; missing law may concern any rule.
    private bool IsClean(Rule rule, RuleDelta delta) =>
        rule.Modality is not (RuleModality.DutyToProhibit or RuleModality.DutyToRequire)
        && delta.IsUntouched(_book, rule);

    private static ImmutableArray<Rule> WithCurrentRules(ImmutableArray<Rule> rules, RuleDelta delta) =>
        [.. rules.Select(r => delta.Successor(r) ?? r)];

    private static bool SameAcknowledgements(RuleBook before, RuleBook now) =>
        before.Model.Acknowledgements.Select(Names).SequenceEqual(now.Model.Acknowledgements.Select(Names));

    private static string Names(Acknowledgement acknowledgement) => $"{string.Join("+", acknowledgement.Sides)} {acknowledgement.Until}";
}
