using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Conflicts;

/// <summary>Finds the leaves of a treaty that would excuse a breach of it, and says what they ask for.</summary>
internal sealed class LeaveReader(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <summary>The leaves that reach the breach in whole or in part.</summary>
    /// <param name="guarantee">The guarantee.</param>
    /// <param name="measure">The rule that breaks it.</param>
    /// <param name="breach">The cases that remain.</param>
    /// <param name="excusable">Whether one that asks for more than self-judged flags reaches all of them.</param>
    public ImmutableArray<PossibleExcuse> Find(Rule guarantee, Rule measure, Region breach, out bool excusable)
    {
        var found = ImmutableArray.CreateBuilder<PossibleExcuse>();
        excusable = false;
        Excuses excuses = book.Precedences.Excuses;
        foreach (ClauseSymbol leave in excuses.LeavesFor(guarantee, measure))
        {
            ImmutableArray<Rule> rules = [.. excuses.RulesFor(leave, guarantee, measure)];
            Region reach = _regions.Union([.. rules.Select(book.Lowered.Reach)]);
            if (!_regions.Overlaps(reach, breach))
            {
                continue;
            }

            bool whole = _regions.Contains(reach, breach);
            excusable |= whole && AskForMore(rules);
            found.Add(new PossibleExcuse(leave.QualifiedName, [.. Requires(leave)], whole));
        }

        return found.ToImmutable();
    }

    // Whether the leave requires more than self-judged flags; whom it binds when is no requirement.
    private bool AskForMore(ImmutableArray<Rule> leave)
    {
        Region spoken = _regions.And(book.Existing, _regions.Union([.. leave.Select(book.Lowered.TimelessReach)]));
        Region granted = _regions.Union([.. leave.Select(r => book.Precedences.Excuses.SelfJudged(r.Timeless))]);
        return !_regions.IsSubsetOf(spoken, granted);
    }

    private static IEnumerable<string> Requires(ClauseSymbol leave) => leave.Syntax.Node.Modifiers
        .Where(m => m is WhenModifierSyntax or UnlessModifierSyntax or WhereModifierSyntax
            or NameListModifierSyntax { Kind: NameListKind.ApprovedBy })
        .Select(m => string.Join(" ",
            leave.Location.Text.Slice(leave.Syntax.Absolute(m.Span))
            .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)));
}
