using System.Text;
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
        SameMeaning(before, after, $"seed {seed}");
    }

    public static TheoryData<string> Files =>
        [.. Repository.Files("tests/cases", "*.policy").Where(f => !f.Contains("/description/", StringComparison.Ordinal))];

    /// <summary>However a file is laid out, with comments between any two words, formatting keeps every comment and every region, and does so once and for all.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_in_any_layout_keeps_its_comments_and_its_meaning(string file)
    {
        SyntaxTree original = PolicyParser.Parse(file, Repository.Read(file));
        for (int seed = 1; seed <= 3; seed++)
        {
            (string text, int comments) = Scattered(original, new Random(seed));
            SyntaxTree scattered = PolicyParser.Parse(file, text);
            Assert.Empty(scattered.Diagnostics);
            string formatted = Formatter.Format(scattered);
            SyntaxTree after = PolicyParser.Parse(file, formatted);
            Assert.Equal(formatted, Formatter.Format(after));
            Assert.All(Enumerable.Range(0, comments), i => Assert.Equal(2, formatted.Split($"remark {i}.").Length));
            SameMeaning([original], [after], $"{file}, seed {seed}");
        }
    }

    // The words of a file with random blanks, line ends and comments between them.
    private static (string Text, int Comments) Scattered(SyntaxTree tree, Random random)
    {
        var text = new StringBuilder();
        int comments = 0;
        foreach (string word in tree.Islands.SelectMany(i => i.Tokens.Where(t => t.Length > 0).Select(t => i.Text.Substring(t.Start, t.Length))))
        {
            text.Append(word).Append(random.Next(30) switch
            {
                0 => $" // remark {comments++}.\n",
                1 => $" /* remark {comments++}. */ ",
                2 => $"\n// remark {comments++}.\n",
                < 6 => "\n",
                6 => "\n\n\n",
                7 => "\t  ",
                _ => " ",
            });
        }

        return (text.ToString(), comments);
    }

    private static void SameMeaning(ImmutableArray<SyntaxTree> before, ImmutableArray<SyntaxTree> after, string what)
    {
        RuleBook old = RuleBook.Create(Binder.Bind(Workspace.Empty.Prelude, before, Workspace.Empty.Settings.Principles));
        SemanticModel model = Binder.Bind(Workspace.Empty.Prelude, after, Workspace.Empty.Settings.Principles);

        RuleBook fresh = RuleBook.Create(model);
        Assert.Equal(old.Rules.Length, fresh.Rules.Length);
        for (int i = 0; i < old.Rules.Length; i++)
        {
            Assert.Equal(old.Rules[i].Clause.QualifiedName, fresh.Rules[i].Clause.QualifiedName);
            Assert.Equal(old.Rules[i].Modality, fresh.Rules[i].Modality);
            Assert.True(Same(old.Rules[i].Region, fresh.Rules[i].Region, []), $"{what}: {old.Rules[i].Clause.QualifiedName}");
            Assert.True(Same(old.Rules[i].Trigger, fresh.Rules[i].Trigger, []), $"{what}: {old.Rules[i].Clause.QualifiedName}");
        }

        Assert.Equal(old.Model.Precedence.Select(e => (e.Upper.QualifiedName, e.Lower.QualifiedName)), model.Precedence.Select(e => (e.Upper.QualifiedName, e.Lower.QualifiedName)));
    }

    // Diagrams are canonical: two regions of equal spaces are the same set exactly when their diagrams have the same shape.
    private static bool Same(Region a, Region b, HashSet<(Region, Region)> seen) =>
        (a.IsTerminal && b.IsTerminal && a.IsFull == b.IsFull)
        || !seen.Add((a, b))
        || (a.Variable == b.Variable && a.Starts.SequenceEqual(b.Starts) && a.Children.Zip(b.Children).All(c => Same(c.First, c.Second, seen)));
}
