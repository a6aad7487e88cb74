using PolicyLang.Diagnostics;
using System.Text.RegularExpressions;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Parsing;

/// <summary>Every complete file in the language pages is one.</summary>
public sealed partial class ReferenceTests
{
    public static TheoryData<string, int> Blocks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string page in (string[])["docs/language/reference.md", "docs/language/semantics.md"])
            {
                for (int i = 0; i < Fence().Count(Repository.Read(page)); i++)
                {
                    data.Add(page, i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_parses_and_binds(string page, int block)
    {
        string text = Fence().Matches(Repository.Read(page))[block].Groups[1].Value;
        Workspace workspace = Workspace.Empty.With("block.policy", text);
        Assert.Empty(workspace.Diagnostics.Where(d => string.CompareOrdinal(d.Code, "PL4") < 0 && d.Severity > DiagnosticSeverity.Information).Select(d => $"{d.Location.Start} {d.Code} {d.Message}"));
        Assert.NotEmpty(workspace.Trees.Single().Frameworks.Select(f => f.Head.Node.Name.Text).Concat(workspace.Trees.Single().Declarations.Select(d => d.Node.ToString())));
    }

    [GeneratedRegex("^```policy\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
