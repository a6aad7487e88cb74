using PolicyLang.Syntax;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Parsing;

/// <summary>Keywords are names where nothing else can be meant.</summary>
public sealed class ContextualKeywordTests
{
    public static TheoryData<string> Words => [.. Keywords.All];

    [Theory]
    [MemberData(nameof(Words))]
    public void Any_word_names_a_declaration(string word)
    {
        string text = $"framework {word} \"Title\" {{\n  authority JP\n  norm {word} \"Title\" {{ State should not attack CERT }}\n}}\norganisation {word} under JP\nparty {word} {{ }}\nbloc {word} \"Title\" {{ CH }}\n"
            + $"attribute {word} : flag\ndefine Other as true_flag and not (true_flag)\nattribute true_flag : flag\ntaxonomy {word} {{ {word} Next {{ {word}2 }} }}\njurisdiction {word} {{ {word}_1 }}\n";
        SyntaxTree tree = Workspace.Empty.With("a.policy", text).Trees.Single();
        Assert.Empty(tree.Diagnostics.Select(d => $"{d.Location.Start} {d.Message}"));
        Assert.Equal(word, Assert.Single(tree.Frameworks).Head.Node.Name.Text);
        Assert.Equal(word, tree.Frameworks[0].Members.Select(m => m.Node).OfType<ClauseSyntax>().Single().Name.Text);
        Assert.Equal(8, tree.Declarations.Length);
    }

    // "organisation" is an attribute of every case.
    public static TheoryData<string> NonStopWords => [.. Keywords.All.Where(w => !Keywords.IsStopWord(Keywords.KindOf(w)) && w is not ("any" or "anywhere" or "own" or "except" or "or" or "and" or "is" or "include" or "of" or "parties" or "organisation"))];

    [Theory]
    [MemberData(nameof(NonStopWords))]
    public void A_word_that_ends_no_list_names_a_kind_of_data_and_a_flag(string word)
    {
        string text = $"taxonomy data {{ {word} }}\nattribute {word} : flag\n"
            + $"framework F {{\n  authority JP\n  transfer A {{ Controller must not transfer {word}, Health from JP to US when {word} and not ({word}) unless {word} }}\n}}\n";
        Assert.Empty(Workspace.Empty.With("a.policy", text).Diagnostics.Where(d => d.Code.StartsWith("PL1", StringComparison.Ordinal) || d.Code.StartsWith("PL2", StringComparison.Ordinal)).Select(d => $"{d.Location.Start} {d.Message}"));
    }
}
