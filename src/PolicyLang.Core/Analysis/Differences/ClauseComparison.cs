using System.Text.RegularExpressions;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Differences;

/// <summary>Which clauses are added, gone, narrower, wider or only reworded, and what parties adopt otherwise.</summary>
internal sealed class ClauseComparison(TwoVersions versions)
{
    private static readonly Regex Blanks = new(@"\s+", RegexOptions.CultureInvariant);

    private readonly RegionSpace _regions = versions.Regions;

    /// <summary>The changes, by name.</summary>
    public ImmutableArray<ClauseChange> Find()
    {
        Dictionary<string, ClauseSymbol> old = ByName(versions.Before);
        Dictionary<string, ClauseSymbol> now = ByName(versions.After);
        return
        [
            .. old.Keys.Union(now.Keys).Select(name => Compare(
                name,
                old.TryGetValue(name, out ClauseSymbol? was) ? was : null,
                now.TryGetValue(name, out ClauseSymbol? clause) ? clause : null))
                .OfType<ClauseChange>()
                .Concat(PartyPhrases.Compare(versions.Before.Model, versions.After.Model))
                .OrderBy(c => c.Clause, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, ClauseSymbol> ByName(RuleBook book) =>
        book.Model.Clauses.GroupBy(c => c.QualifiedName, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private ClauseChange? Compare(string name, ClauseSymbol? was, ClauseSymbol? now)
    {
        if (was is null || now is null)
        {
            Region all = _regions.Union([.. (was is null ? Reach(versions.After, now, null, r => r) : Reach(versions.Before, was, null,
                versions.OfOld)).Values]);
            ImmutableArray<CasesLine> said = versions.Words(() => all, [name]);
            return was is null
                ? new ClauseChange(name, ClauseChangeKind.Added, [], said)
                : new ClauseChange(name, ClauseChangeKind.Removed, said, []);
        }

        Dictionary<(RuleModality Kind, bool IsSoft), Region> old = Reach(versions.Before, was, now, versions.OfOld);
        Dictionary<(RuleModality Kind, bool IsSoft), Region> current = Reach(versions.After, now, was, r => r);
        ImmutableArray<(RuleModality Kind, bool IsSoft, Region Cases)> lost = Beyond(old, current);
        ImmutableArray<(RuleModality Kind, bool IsSoft, Region Cases)> gained = Beyond(current, old);
        bool sameForce = new HashSet<(RuleModality, bool)>(old.Keys).SetEquals(current.Keys);
        string[] claimed = [.. Claims(was)];
        string[] claims = [.. Claims(now)];
        ImmutableArray<CasesLine> before = [.. Words(lost, name, sameForce), .. claimed.Except(claims).Select(CasesLine.Of)];
        ImmutableArray<CasesLine> after = [.. Words(gained, name, sameForce), .. claims.Except(claimed).Select(CasesLine.Of)];
        bool sameClaims = new HashSet<string>(claimed, StringComparer.Ordinal).SetEquals(claims);
        ClauseChangeKind? kind = (lost.IsEmpty, gained.IsEmpty, sameClaims) switch
        {
            (false, true, true) => ClauseChangeKind.Narrower,
            (true, false, true) => ClauseChangeKind.Wider,
            (true, true, true) => IsSameText(was, now) ? null
                : old.Count == 0 && current.Count == 0 ? ClauseChangeKind.Changed
                : ClauseChangeKind.Reworded,
            _ => ClauseChangeKind.Changed,
        };
        return kind is { } changed ? new ClauseChange(name, changed, before, after) : null;
    }

    // Where the force of the sentence changed, the same cases may stand on both sides.
    private IEnumerable<CasesLine> Words(
        ImmutableArray<(RuleModality Kind, bool IsSoft, Region Cases)> parts, string name, bool sameForce) =>
        parts.SelectMany(p => versions.Words(() => p.Cases, [name])
            .Select(line => sameForce ? line : line.After($"{ForceWords.Of(p.Kind, p.IsSoft)}: ")));

    // What a sentence speaks of: of an instrument, for the parties of both versions.
    private Dictionary<(RuleModality Kind, bool IsSoft), Region> Reach(
        RuleBook book, ClauseSymbol? clause, ClauseSymbol? other, Func<Region, Region> translate)
    {
        if (clause?.Meaning is { LawModality: not null } law)
        {
            RuleBook others = ReferenceEquals(book, versions.Before) ? versions.After : versions.Before;
            var common = other?.Meaning is { LawModality: not null }
                ? new HashSet<string>(others.Parties.Parties(other.Framework).Select(p => p.Place.Name), StringComparer.Ordinal)
                : null;
            PartyTable table = ReferenceEquals(book, versions.Before) ? versions.OldParties : versions.NewParties;
            return table.ReachOf(clause).Where(r => common is not { Count: > 0 } || common.Contains(r.Party.Name))
                .GroupBy(r => r.Kind)
                .ToDictionary(g => (g.Key, law.IsSoftLaw), g => _regions.Union([.. g.Select(r => translate(r.Said))]));
        }

        return clause is null ? [] : book.RulesOf(clause).GroupBy(r => (r.Modality, r.IsSoft))
            .ToDictionary(g => g.Key, g => _regions.Union([.. g.Select(r => translate(r.Region))]));
    }

    private ImmutableArray<(RuleModality Kind, bool IsSoft, Region Cases)> Beyond(
        Dictionary<(RuleModality Kind, bool IsSoft), Region> these, Dictionary<(RuleModality, bool), Region> those) =>
    [
        .. these.Select(r => (r.Key.Kind, r.Key.IsSoft,
                Cases: those.TryGetValue(r.Key, out Region? other) ? _regions.Difference(r.Value, other) : r.Value))
            .Where(r => !r.Cases.IsEmpty).OrderBy(r => r.Kind),
    ];

    private static IEnumerable<string> Claims(ClauseSymbol clause) => clause.Precedences.Select(p =>
        $"{Word(p.Relation)} {(p.IsLawOf ? "law of " : string.Empty)}{p.Target}");

    private static string Word(Syntax.NameListKind relation) =>
        Regex.Replace(relation.ToString(), "(?<=.)([A-Z])", " $1", RegexOptions.CultureInvariant).ToLowerInvariant();

    private static bool IsSameText(ClauseSymbol one, ClauseSymbol other) => Text(one) == Text(other);

    private static string Text(ClauseSymbol clause)
    {
        Text.TextSpan span = clause.Whole.Span;
        return Blanks.Replace(clause.Whole.Text.Content.Substring(span.Start, span.End - span.Start), " ").Trim();
    }
}
