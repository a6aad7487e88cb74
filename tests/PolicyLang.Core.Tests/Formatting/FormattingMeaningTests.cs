using PolicyLang.Formatting;
using PolicyLang.Parsing;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Semantics.Binding;
using PolicyLang.Syntax;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Formatting;

/// <summary>Formatting changes no meaning: the rules of a generated law and of its formatted text have the same regions.</summary>
public sealed class FormattingMeaningTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Formatted_laws_have_the_same_regions(int seed)
    {
        ImmutableArray<SyntaxTree> before = [.. CorpusGenerator.Frameworks(200, seed).Select(f => PolicyParser.Parse(f.Key, f.Value))];
        ImmutableArray<SyntaxTree> after = [.. before.Select(t => PolicyParser.Parse(t.File, Formatter.Format(t)))];
        Assert.Contains(before.Zip(after), p => p.First.Text.Content != p.Second.Text.Content);
        RuleBook old = RuleBook.Create(Binder.Bind(Workspace.Empty.Prelude, before, Workspace.Empty.Settings.Principles));
        SemanticModel model = Binder.Bind(Workspace.Empty.Prelude, after, Workspace.Empty.Settings.Principles);

        RuleBook fresh = RuleBook.Create(model);
        Assert.Equal(old.Rules.Length, fresh.Rules.Length);
        for (int i = 0; i < old.Rules.Length; i++)
        {
            Assert.Equal(old.Rules[i].Clause.QualifiedName, fresh.Rules[i].Clause.QualifiedName);
            Assert.Equal(old.Rules[i].Modality, fresh.Rules[i].Modality);
            Assert.True(Same(old.Rules[i].Region, fresh.Rules[i].Region, []), $"seed {seed}: {old.Rules[i].Clause.QualifiedName}");
            Assert.True(Same(old.Rules[i].Trigger, fresh.Rules[i].Trigger, []), $"seed {seed}: {old.Rules[i].Clause.QualifiedName}");
        }

        Assert.Equal(old.Model.Precedence.Select(e => (e.Upper.QualifiedName, e.Lower.QualifiedName)), model.Precedence.Select(e => (e.Upper.QualifiedName, e.Lower.QualifiedName)));
    }

    // Diagrams are canonical: two regions of equal spaces are the same set exactly when their diagrams have the same shape.
    private static bool Same(Region a, Region b, HashSet<(Region, Region)> seen) =>
        (a.IsTerminal && b.IsTerminal && a.IsFull == b.IsFull)
        || !seen.Add((a, b))
        || (a.Variable == b.Variable && a.Starts.SequenceEqual(b.Starts) && a.Children.Zip(b.Children).All(c => Same(c.First, c.Second, seen)));
}
