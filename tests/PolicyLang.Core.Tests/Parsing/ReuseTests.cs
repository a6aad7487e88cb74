using CsCheck;
using PolicyLang.Parsing;
using PolicyLang.Syntax;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Parsing;

public sealed class ReuseTests
{
    [Fact]
    public void After_an_edit_in_one_clause_the_other_islands_are_the_same_objects()
    {
        string text = CorpusGenerator.Frameworks(20, 3).Single().Value;
        SyntaxTree before = PolicyParser.Parse("a.policy", text);
        SyntaxTree after = PolicyParser.Parse(before, "a.policy", text.Replace("Section 7\"", "Section seven\"", StringComparison.Ordinal));
        Assert.Equal(before.Islands.Length, after.Islands.Length);
        for (int i = 0; i < before.Islands.Length; i++)
        {
            bool edited = before.Islands[i].Text.Contains("Section 7\"", StringComparison.Ordinal);
            bool closing = before.Islands[i].Kind == SyntaxBlockKind.FrameworkEnd;
            Assert.True(edited ? !ReferenceEquals(before.Islands[i], after.Islands[i]) : closing || ReferenceEquals(before.Islands[i], after.Islands[i]), before.Islands[i].Text);
        }
    }

    [Fact]
    public void A_reused_tree_is_the_tree_of_a_fresh_parse() => Property.Holds(
        Gen.Select(Gen.Int[0, Texts.Laws.Length - 1], TextGen.Change.Array[4]),
        made =>
        {
            SyntaxTree tree = PolicyParser.Parse("a.policy", Texts.Laws[made.Item1]);
            foreach (TextChange change in made.Item2)
            {
                string text = change.Apply(tree.Text.Content);
                tree = PolicyParser.Parse(tree, "a.policy", text);
                Assert.True(Tell(PolicyParser.Parse("a.policy", text)) == Tell(tree), text);
            }
        },
        rounds: 300);

    [Fact]
    public void Tokens_after_edits_are_those_of_a_fresh_reading()
    {
        string[] pieces = ["\"", "/*", "*/", "//", "<https://a.b/c", ">", "\n", "“", "'", "and/or", "1_000", "2024-01-01", "{", "}", "é", " unless emergency "];
        int again = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            string text = Texts.Laws[seed % Texts.Laws.Length];
            SyntaxTree tree = PolicyParser.Parse("a.policy", text);
            for (int step = 0; step < 6; step++)
            {
                int start = random.Next(text.Length + 1);
                text = text.Remove(start, Math.Min(text.Length - start, random.Next(4))).Insert(start, random.Next(4) == 0 ? string.Empty : pieces[random.Next(pieces.Length)]);
                ScannedText fresh = Lexer.Read(text);
                ScannedText incremental = IncrementalLexer.Read(text, tree);
                Assert.Equal(fresh.Tokens, incremental.Tokens);
                Assert.Equal(fresh.Findings.Select(f => $"{f.Span} {f.Message}"), incremental.Findings.Select(f => $"{f.Span} {f.Message}"));
                again += tree.Diagnostics.IsEmpty ? 1 : 0;
                tree = PolicyParser.Parse("a.policy", text);
            }
        }

        Assert.True(again > 400, $"only {again} edits began from a text without findings");
    }

    private static string Tell(SyntaxTree tree) => string.Join("\n", (string[])
    [
        .. tree.Islands.Select(i => $"{i.Kind} {i.Text}"),
        .. tree.Frameworks.Select(f => $"{f.Span} {f.Head.Offset} {string.Join(" ", f.Members.Select(m => $"{m.Offset} {m.Node.Span} {(m.Node as ClauseSyntax)?.IsBroken}"))}"),
        .. tree.Declarations.Select(d => $"{d.Offset} {d.Node.Span} {d.Node.IsBroken}"),
        .. tree.Diagnostics.Select(d => $"{d.Code} {d.Location.Span} {d.Message}"),
    ]);
}
