using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>An editor that we did not write: Neovim's own client, with <c>policyc lsp</c> as its server.</summary>
public sealed class NeovimTests
{
    [Fact]
    public async Task It_shows_findings_cards_proposals_and_applies_a_rename_and_the_layout()
    {
        Assert.SkipUnless(NodeTools.Has("nvim"), "Neovim is not installed; .ci/packages names its package.");
        string folder = Directory.CreateTempSubdirectory("nvim").FullName;
        string file = Path.Combine(folder, "a.policy");
        string output = Path.Combine(folder, "out.json");
        await File.WriteAllTextAsync(file, EditorSetup.Text.ReplaceLineEndings("\n"), TestContext.Current.CancellationToken);
        var job = new JsonObject
        {
            ["cmd"] = new JsonArray("dotnet", Path.Combine(AppContext.BaseDirectory, "policyc.dll"), "lsp"),
            ["file"] = file,
            ["languageId"] = "policy",
            ["at"] = new JsonArray(11, 96),
            ["completeAt"] = new JsonArray(8, 8),
            ["newName"] = "Prohibited",
            ["format"] = true,
            ["settle"] = 300,
            ["edit"] = new JsonObject { ["line"] = 1, ["text"] = "framework F \"First\" { ?" },
        };
        (int code, string log) = await NodeTools.RunAsync("nvim", ["--headless", "--clean", "-n", "-c", $"luafile {NodeTools.Clients}/neovim.lua"], new Dictionary<string, string>
        {
            ["NVIM_LSP_JOB"] = job.ToJsonString(),
            ["NVIM_LSP_OUT"] = output,
            ["XDG_CACHE_HOME"] = folder,
            ["XDG_DATA_HOME"] = folder,
            ["XDG_STATE_HOME"] = folder,
            ["XDG_CONFIG_HOME"] = folder,
        });
        JsonNode? result = File.Exists(output) ? JsonSerializer.Deserialize<JsonNode>(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken)) : null;
        Assert.True(code == 0 && result?["error"] is null, $"{result?["error"]} {log}");

        Assert.Equal("policylang", (string?)result?["serverInfo"]?["name"]);
        Assert.Equal("PL2002 13:27-13:32", Found(result?["diagnostics"]));
        Assert.StartsWith("**F.Ban** — Ä ban — 😀", (string?)result?["hover"]?["contents"]?["value"], StringComparison.Ordinal);
        Assert.Equal(4, (int?)result?["definition"]?["range"]?["start"]?["line"]);
        Assert.Equal(2, (result?["references"] as JsonArray)?.Count);
        string?[] words = [.. (result?["completion"] as JsonArray ?? []).Select(w => (string?)w)];
        Assert.Contains("EEA", words);
        Assert.DoesNotContain("Health", words);
        string renamed = Lines(result?["textAfterRename"]);
        Assert.Contains("transfer Prohibited \"Ä ban — 😀\" {", renamed);
        Assert.Contains("subject to Prohibited }", renamed);
        string formatted = Lines(result?["textAfterFormat"]);
        Assert.Contains("  transfer Free {\n    Exporter may transfer Health\n    from EEA\n    to US\n    when explicit_consent\n    subject to Prohibited\n  }\n", formatted);
        Assert.Contains("PL1001", Found(result?["diagnosticsAfterEdit"]));
        Assert.Null(result?["clientErrors"]);
        Assert.Equal(0, (int?)result?["serverExit"]?["code"]);
        Directory.Delete(folder, recursive: true);
    }

    private static string Found(JsonNode? findings) => string.Join("; ", (findings as JsonArray ?? [])
        .Where(d => (int?)d?["severity"] == 1)
        .Select(d => $"{d?["code"]} {d?["line"]}:{d?["col"]}-{d?["endLine"]}:{d?["endCol"]}"));

    private static string Lines(JsonNode? lines) => string.Join('\n', (lines as JsonArray ?? []).Select(l => (string?)l));
}
