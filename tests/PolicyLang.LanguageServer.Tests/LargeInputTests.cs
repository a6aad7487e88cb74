using System.Text;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Much text, many files, and code between words of Markdown.</summary>
public sealed class LargeInputTests
{
    [Fact]
    public async Task A_document_of_five_megabytes_is_edited_and_read()
    {
        var text = new StringBuilder("framework F {\n  authority EU\n}\n");
        while (text.Length < 5 << 20)
        {
            text.Append("// A comment that says nothing, but says it at some length so that the file becomes as large as no file should be.\n");
        }

        int lines = text.ToString().Count(c => c == '\n');
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Session.Uri, text.ToString());
        await server.ChangeAsync(Session.Uri, 2, (lines, 0, lines, 0, "?"), (0, 10, 0, 11, "G"));
        await server.FindingsAsync(Session.Uri, $"{lines}:0");
        JsonObject symbols = await server.Client.RequestAsync("textDocument/documentSymbol", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"} }""");
        Assert.Equal("G", (string?)symbols["result"]?[0]?["name"]);
    }

    [Fact]
    public async Task A_folder_of_ten_thousand_files_is_read_and_changes_in_it_are_followed()
    {
        var disk = new FakeHost();
        for (int i = 0; i < 10_000; i++)
        {
            disk.Files[$"/laws/f{i}.policy"] = $"define D{i} as explicit_consent\n";
        }

        disk.Files["/laws/last.policy"] = "?";
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(disk, folder: "/laws");
        await server.FindingsAsync("file:///laws/last.policy", "0:0");
        disk.Files.TryRemove("/laws/last.policy", out _);
        disk.Files["/laws/renamed.policy"] = " ?";
        await server.Client.NotifyAsync("workspace/didChangeWatchedFiles", """{"changes":[{"uri":"file:///laws/last.policy","type":3},{"uri":"file:///laws/renamed.policy","type":1}]}""");
        await server.FindingsAsync("file:///laws/renamed.policy", "0:1");
        await server.FindingsAsync("file:///laws/last.policy", "");
        JsonObject found = await server.Client.RequestAsync("workspace/symbol", """{"query":"D9999"}""");
        Assert.Equal("file:///laws/f9999.policy", (string?)found["result"]?[0]?["location"]?["uri"]);
    }

    [Fact]
    public async Task Positions_in_a_literate_file_are_those_of_the_markdown()
    {
        const string Uri = "file:///laws/law.policy.md";
        const string Text = "# The law 😀\n\nWords with `code`.\n\n  ```policy\n  framework F {\n    authority EU\n    transfer A { Exporter may transfer Helth from EEA to US }\n  }\n  ```\n\n```text\n?\n```\n\n```policy\ndefine Big as subjects >= 10\n```\n";
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, Text);
        JsonArray found = await server.Client.DiagnosticsAsync(Uri, all => all.Any(d => (string?)d?["code"] == "PL2002"));
        Assert.Equal("""{"line":7,"character":39}""", found.First(d => (string?)d?["code"] == "PL2002")?["range"]?["start"]?.ToJsonString());
        Assert.DoesNotContain(found, d => (int?)d?["range"]?["start"]?["line"] == 12);
        JsonObject hover = await server.Client.RequestAsync("textDocument/hover", LifecycleTests.Hover(Uri, 6, 15));
        Assert.StartsWith("**EU**", (string?)hover["result"]?["contents"]?["value"], StringComparison.Ordinal);
        JsonObject symbols = await server.Client.RequestAsync("textDocument/documentSymbol", $$$"""{"textDocument":{"uri":"{{{Uri}}}"} }""");
        Assert.Equal(["F 5", "Big 16"], (symbols["result"] as JsonArray ?? []).Select(s => $"{s?["name"]} {s?["selectionRange"]?["start"]?["line"]}"));
        JsonObject words = await server.Client.RequestAsync("textDocument/completion", LifecycleTests.Hover(Uri, 2, 3));
        Assert.Empty(words["result"]?["items"] as JsonArray ?? [0]);
        JsonObject typed = await server.Client.RequestAsync("textDocument/onTypeFormatting", $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"position":{"line":2,"character":0},"ch":"\n","options":{} }""");
        Assert.Empty(typed["result"] as JsonArray ?? [0]);
    }
}
