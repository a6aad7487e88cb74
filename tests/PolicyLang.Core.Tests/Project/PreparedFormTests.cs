using System.Collections;
using System.Text;
using PolicyLang.Parsing;
using PolicyLang.Prelude;
using PolicyLang.Syntax;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Project;

/// <summary>
/// The prepared form of the vocabulary says what its text says. After a change of the vocabulary <c>POLICYLANG_UPDATE_BASELINES=1</c>
/// makes it anew.
/// </summary>
public sealed class PreparedFormTests
{
    public static TheoryData<string> Files => [.. Repository.Files("src/PolicyLang.Core/Prelude", "*.policy")];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_form_beside_a_file_is_that_of_its_text(string file)
    {
        byte[] form = PreparedFormWriter.Write(File.ReadAllText(Repository.PathOf(file)));
        string path = Repository.PathOf(file + ".prepared");
        if (Environment.GetEnvironmentVariable(Baseline.UpdateVariable) == "1")
        {
            File.WriteAllBytes(path, form);
        }

        Assert.Equal(form, File.ReadAllBytes(path));
    }

    [Fact]
    public void The_vocabulary_is_what_its_text_says()
    {
        foreach ((SyntaxTree tree, KeyValuePair<string, string> file) in PreludeTrees.All.Zip(PreludeFiles.All))
        {
            Assert.NotNull(tree.LateIslands);
            Same(PolicyParser.Parse(file.Key, file.Value), tree);
        }
    }

    [Fact]
    public void Nearly_all_of_it_is_read_without_parsing() =>
        Assert.InRange(PreludeFiles.All.Sum(f => PolicyParser.Parse(f.Key, f.Value).Declarations.Count(d => IsParsed(d.Node))), 0, 8);

    [Theory]
    [InlineData("jurisdiction XA \"A\"\n/// Of the sea.\njurisdiction XB { XC \"C\", XD }\n")]
    [InlineData("// one\nbloc P \"x\" supranational { DE, FR since 2020-01-01 until 2021-02-03\n IT }\nbloc Q = DE, FR\nbloc R { DE when a }\n")]
    [InlineData("taxonomy t { A <https://a.example/b> \"a\" { B opposes C, C }, D }\nattribute a : set of t chosen \"\\\"\"\n")]
    [InlineData("attribute b : flag self-judged\nattribute c : count chosen\nlist L : data { Health since 2020-01-01 }\n")]
    [InlineData("bloc { }\njurisdiction\nattribute a\n")]
    [InlineData("")]
    public void A_form_gives_the_tree_of_its_text(string text)
    {
        SyntaxTree parsed = PolicyParser.Parse("a.policy", text);

        SyntaxTree? read = PreparedForm.Read("a.policy", text, PreparedFormWriter.Write(text));

        Assert.NotNull(read);
        Assert.Equal(Lines(parsed.Declarations), Lines(read.Declarations));
    }

    [Fact]
    public void A_form_of_another_text_is_not_read() =>
        Assert.Null(PreparedForm.Read("a.policy", "jurisdiction XA\n", PreparedFormWriter.Write("jurisdiction XAB\n")));

    private static bool IsParsed(DeclarationSyntax declaration) =>
        declaration is not (JurisdictionSyntax or BlocSyntax or TaxonomySyntax or AttributeSyntax)
        || (declaration is BlocSyntax bloc && bloc.Entries.Any(e => e.When is not null));

    private static void Same(SyntaxTree expected, SyntaxTree actual)
    {
        Assert.Equal(expected.File, actual.File);
        Assert.Equal(expected.Text.Content, actual.Text.Content);
        Assert.Equal(Lines(expected.Islands), Lines(actual.Islands));
        Assert.Equal(Lines(expected.Frameworks), Lines(actual.Frameworks));
        Assert.Equal(Lines(expected.Declarations), Lines(actual.Declarations));
        Assert.Equal(Lines(expected.Diagnostics), Lines(actual.Diagnostics));
    }

    // One line for each property of each node; records compare arrays by reference.
    private static string Lines(object? value)
    {
        var lines = new StringBuilder();
        Write(value, 0, lines);
        return lines.ToString();
    }

    private static void Write(object? value, int depth, StringBuilder lines)
    {
        Type? type = value?.GetType();
        lines.Append(' ', depth).AppendLine(type is null ? "null" : type.Name);
        switch (value)
        {
            case null:
                break;
            case string or ValueType and (IConvertible or IFormattable):
                lines.Append(' ', depth).AppendLine(value.ToString());
                break;
            case IEnumerable many:
                foreach (object? one in many)
                {
                    Write(one, depth + 1, lines);
                }

                break;
            default:
                foreach (System.Reflection.PropertyInfo property in value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
                {
                    lines.Append(' ', depth).AppendLine(property.Name);
                    Write(property.GetValue(value), depth + 1, lines);
                }

                break;
        }
    }
}
