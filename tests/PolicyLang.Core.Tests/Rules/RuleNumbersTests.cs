using PolicyLang.Rules;
using PolicyLang.Workspaces;
using PolicyLang.Workspaces.Incremental;

namespace PolicyLang.Core.Tests.Rules;

/// <summary>A rule keeps its number through edits wherever it can: what is known by numbers is then taken over as it is.</summary>
public sealed class RuleNumbersTests
{
    private static readonly ImmutableArray<Rule> Ten = [.. Law(10).WithRules(book => book.Rules)];

    [Fact]
    public void A_rule_that_is_gone_leaves_its_number_free_and_finds_it_again()
    {
        var without = new StableRuleIds(10);
        foreach (Rule rule in Ten.RemoveAt(3))
        {
            without.Keep(rule, rule.Number);
        }

        (ImmutableArray<Rule> rules, ImmutableArray<int> before) = without.Assign();
        Assert.Equal([0, 1, 2, 4, 5, 6, 7, 8, 9], rules.Select(r => r.Number));
        Assert.Equal(rules.Select(r => r.Number), before);
        Assert.All(rules.Zip(Ten.RemoveAt(3)), pair => Assert.Same(pair.Second, pair.First));

        var again = new StableRuleIds(10);
        rules.Take(3).ToList().ForEach(r => again.Keep(r, r.Number));
        again.Add([Ten[3] with { Number = 77 }]);
        rules.Skip(3).ToList().ForEach(r => again.Keep(r, r.Number));
        (rules, before) = again.Assign();
        Assert.Equal(Enumerable.Range(0, 10), rules.Select(r => r.Number));
        Assert.Equal([0, 1, 2, -1, 4, 5, 6, 7, 8, 9], before);
    }

    [Fact]
    public void Where_no_number_is_free_all_are_numbered_anew_with_room_for_more()
    {
        var numbers = new StableRuleIds(10);
        Ten.Take(3).ToList().ForEach(r => numbers.Keep(r, r.Number));
        numbers.Add([Ten[3], Ten[4]]);
        Ten.Skip(3).ToList().ForEach(r => numbers.Keep(r, r.Number));
        (ImmutableArray<Rule> rules, ImmutableArray<int> before) = numbers.Assign();
        Assert.Equal([0, 1, 2, 3, 4, 13, 14, 15, 16, 17, 18, 19], rules.Select(r => r.Number));
        Assert.Equal([0, 1, 2, -1, -1, 3, 4, 5, 6, 7, 8, 9], before);
    }

    [Fact]
    public void Another_order_means_other_numbers()
    {
        var numbers = new StableRuleIds(2);
        numbers.Keep(Ten[1], 1);
        numbers.Keep(Ten[0], 0);
        (ImmutableArray<Rule> rules, ImmutableArray<int> before) = numbers.Assign();
        Assert.Equal([0, 1], rules.Select(r => r.Number));
        Assert.Equal([1, 0], before);
    }

    [Fact]
    public void A_clause_that_breaks_and_is_mended_leaves_the_other_rules_the_same_objects()
    {
        Workspace whole = Law(40);
        _ = whole.Diagnostics;
        string text = whole.Trees[0].Text.Content;
        Workspace broken = whole.With("a.policy", text.Replace("transfer C1 {", "transfer C1 {,", StringComparison.Ordinal));
        _ = broken.Diagnostics;
        Workspace mended = broken.With("a.policy", text);
        _ = mended.Diagnostics;
        Rule[] Others(Workspace workspace) => [.. workspace.WithRules(book => book.Rules).Where(r => r.Clause.Location.File == "b.policy")];
        Assert.Equal(39, broken.WithRules(book => book.Rules.Length));
        Assert.Equal(20, Others(whole).Length);
        Assert.All(Others(whole).Zip(Others(broken), Others(mended)), three => Assert.True(ReferenceEquals(three.First, three.Second) && ReferenceEquals(three.First, three.Third)));
    }

    private static Workspace Law(int rules)
    {
        string Clauses(int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(i => $" transfer C{i} {{ Exporter may disclose Health from EEA to US when subjects > {i} }}\n"));
        return Workspace.Empty.With([
            new("a.policy", $"framework F {{ authority EU in force from 2020-01-01\n{Clauses(0, rules / 2)}}}\n"),
            new("b.policy", $"framework G {{ authority EU in force from 2020-01-01\n{Clauses(rules / 2, rules)}}}\n")]);
    }
}
