using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyLang.LanguageService;
using PolicyLang.Tests.Library;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Editor;

/// <summary>What the editor extension offers to insert is what the compiler understands.</summary>
public sealed partial class SnippetTests
{
    private static readonly string[] InFramework = ["transfer", "sovereignty", "norm"];

    public static TheoryData<string> Names => [.. Snippets().Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_snippet_as_it_is_inserted_has_no_finding(string name)
    {
        (_, string body) = Snippets().Single(s => s.Name == name);
        string text = Filled(body);
        bool isClause = InFramework.Any(kind => text.StartsWith(kind + " ", StringComparison.Ordinal));
        string file = isClause ? $"framework Host {{\n  authority EU\n  in force from 2020-01-01\n{text}\n}}" : text;
        string declared = text.Contains("Instrument", StringComparison.Ordinal)
            ? "framework Instrument {\n  authority EU\n  in force from 2020-01-01\n  transfer Clause1 { Exporter must not transfer Health from DE to US }\n  transfer Clause2 { Exporter must transfer Health from DE to US }\n}\n"
            : string.Empty;
        Workspace workspace = LibraryWorkspaces.AtHand.With("a.policy", declared + file);

        Assert.Empty(workspace.Diagnostics.Where(d => d.HidesRules).Select(d => $"{d.Code} {d.Message}"));
    }

    [Fact]
    public void A_word_that_the_server_proposes_is_no_snippet_too()
    {
        Workspace workspace = Workspace.Empty.With("a.policy", "\n").With("b.policy", "framework F {\n  \n}\n");
        string[] proposed = [.. new[] { ("a.policy", 0), ("b.policy", 16) }
            .SelectMany(at => Completion.CompleteAt(workspace, workspace.Tree(at.Item1)!, at.Item2)).Select(p => p.Label)];
        Assert.Contains("framework", proposed);
        Assert.Contains("transfer", proposed);
        using JsonDocument file = JsonDocument.Parse(Repository.Read("editor-extension/snippets/policy.json"));
        Assert.Empty(file.RootElement.EnumerateObject().Select(s => s.Value.GetProperty("prefix").GetString()).Intersect(proposed));
    }

    private static IEnumerable<(string Name, string Body)> Snippets()
    {
        foreach (string source in new[] { "policy", "templates" })
        {
            using JsonDocument file = JsonDocument.Parse(Repository.Read($"editor-extension/snippets/{source}.json"));
            foreach (JsonProperty snippet in file.RootElement.EnumerateObject())
            {
                yield return (snippet.Name, string.Join('\n', snippet.Value.GetProperty("body").EnumerateArray().Select(line => line.GetString())));
            }
        }
    }

    // A place keeps its proposal, a choice its first word.
    private static string Filled(string body) => Place().Replace(Choice().Replace(body, "$1"), "$1").Replace("$0", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"\$\{\d+\|([^,|]+)[^}]*\|\}")]
    private static partial Regex Choice();

    [GeneratedRegex(@"\$\{\d+:([^}]*)\}")]
    private static partial Regex Place();
}
