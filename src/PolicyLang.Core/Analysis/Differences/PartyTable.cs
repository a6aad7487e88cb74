using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Differences;

/// <summary>What a law-making clause says of one party that it binds.</summary>
/// <param name="Clause">Its qualified name.</param>
/// <param name="Kind">What the party has to do, or may do.</param>
/// <param name="Party">The party.</param>
/// <param name="Cases">The cases in which it does.</param>
internal readonly record struct Said(string Clause, RuleModality Kind, string Party, Region Cases);

/// <summary>What of that is judged together where the party has law.</summary>
/// <param name="Kind">What the party has to do.</param>
/// <param name="Party">The party.</param>
/// <param name="Order">The legal order that is judged.</param>
/// <param name="Follows">Whether it only follows from a sentence: for keeping data abroad, and for other places.</param>
internal readonly record struct Owed(RuleModality Kind, string Party, string Order, bool Follows);

/// <summary>What the parties to instruments owe in one version of the law.</summary>
internal sealed class PartyTable
{
    private readonly RuleBook _book;
    private readonly Dictionary<ClauseSymbol, ImmutableArray<LawReach>> _reach = [];

    /// <param name="book">The rules; this works in their space, and opens no budget.</param>
    public PartyTable(RuleBook book)
    {
        _book = book;
        Said =
        [
            .. book.Model.Clauses.Where(c => c.Meaning is { LawModality: not null, IsSoftLaw: false }).SelectMany(c => ReachOf(c)
                .Where(r => !r.Bound.IsEmpty).Select(r => new Said(c.QualifiedName, r.Kind, r.Party.Name, r.Bound))),
        ];
        Standing = book.Rules.Where(r => r is { IsSoft: false, IsDraft: false, Judged: not null, BoundAs: not null } && IsOwed(r))
            .GroupBy(r => new Owed(
                r.Modality, r.BoundAs?.Name ?? string.Empty, r.Judged?.Name ?? string.Empty, r.IsKeeping || r.IsMirror))
            .ToDictionary(g => g.Key, g => book.Space.Regions.Union([.. g.Select(book.UndefeatedWithinOrder)]));
        Orders = new HashSet<string>(
            book.Model.Frameworks.Where(f => f.Clauses.Any(c => c.Meaning?.Modality is not null)).Select(f => f.Authority).OfType<Symbol>()
                .Select(a => a.Name), StringComparer.Ordinal);
    }

    private PartyTable(PartyTable whole, ISet<string> parties)
    {
        (_book, _reach, Orders) = (whole._book, whole._reach, whole.Orders);
        Said = [.. whole.Said.Where(s => parties.Contains(s.Party))];
        Standing = whole.Standing.Where(s => parties.Contains(s.Key.Party)).ToDictionary(s => s.Key, s => s.Value);
    }

    /// <summary>The same of some parties alone.</summary>
    public PartyTable Of(IEnumerable<string> parties) => new(this, new HashSet<string>(parties, StringComparer.Ordinal));

    /// <summary>What the sentences of instruments say, party by party.</summary>
    public ImmutableArray<Said> Said { get; }

    /// <summary>What of guarantees and duties stands where the party has law.</summary>
    public IReadOnlyDictionary<Owed, Region> Standing { get; }

    /// <summary>The legal orders with law of conduct.</summary>
    public ISet<string> Orders { get; }

    /// <summary>What a clause says of each party.</summary>
    public ImmutableArray<LawReach> ReachOf(ClauseSymbol clause)
    {
        if (!_reach.TryGetValue(clause, out ImmutableArray<LawReach> reach))
        {
            _reach.Add(clause, reach = [.. _book.Lowered.ReachOf(clause)]);
        }

        return reach;
    }

    private static bool IsOwed(Rule rule) =>
        rule.IsGuarantee || rule.Modality is RuleModality.DutyToProhibit or RuleModality.DutyToRequire;
}
