using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>What docs/editors.md gives to copy does what the page says, in the editors that can be had.</summary>
public sealed partial class EditorSetupTests
{
    [Fact]
    public async Task In_Emacs_the_set_up_shows_findings_cards_and_proposals_and_applies_a_rename_and_the_layout()
    {
        Assert.SkipUnless(await HasEglotAsync(), "Emacs or its package eglot is not installed; .ci/packages names both.");
        using var setup = new EditorSetup(Assert.Single(EditorSetup.Blocks("elisp")));
        JsonNode result = await setup.RunAsync("emacs", "--batch", "-l", Path.Combine(NodeTools.Clients, "emacs.el"));

        Assert.Equal("policy-mode", (string?)result["mode"]);
        Assert.Equal(["policylang [PL2002]: There is no kind of data 'Helth'.\nhelp: Did you mean 'Health'? 13:26"], (result["findings"] as JsonArray ?? []).Select(f => (string?)f));
        Assert.StartsWith("F.Ban — Ä ban — 😀\nclause\n\nExporter must not transfer Health", (string?)result["card"], StringComparison.Ordinal);
        Assert.Contains("Binds EU on 2025-01-01.", (string?)result["card"]);
        Assert.Equal(5, (int?)result["definition"]);
        Assert.Equal(2, (int?)result["references"]);
        string?[] proposals = [.. (result["proposals"] as JsonArray ?? []).Select(p => (string?)p)];
        Assert.Contains("Authority", proposals);
        Assert.DoesNotContain("Health", proposals);
        Assert.Contains("transfer Prohibited \"Ä ban — 😀\" {", (string?)result["renamed"]);
        Assert.Contains("subject to Prohibited }", (string?)result["renamed"]);
        Assert.Contains("  transfer Free {\n    Exporter may transfer Health\n    from EEA\n    to US\n    when explicit_consent\n    subject to Prohibited\n  }\n", (string?)result["formatted"]);
        Assert.Contains("There is no kind of data 'HelXyh'.", (string?)result["later"]);
    }

    [Fact]
    public async Task In_Neovim_the_set_up_of_its_version_shows_findings_and_the_newer_one_is_Lua()
    {
        Assert.SkipUnless(NodeTools.Has("nvim"), "Neovim is not installed; .ci/packages names its package.");
        string[] blocks = EditorSetup.Blocks("lua");
        using var setup = new EditorSetup(blocks[1]);
        const string Script = """
            lua << END
            dofile(vim.env.POLICY_SETUP)
            vim.cmd('edit ' .. vim.env.POLICY_FILE)
            vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 20)
            local found = vim.tbl_map(function(d) return ('%s %d:%d'):format(d.message, d.lnum + 1, d.col) end, vim.diagnostic.get(0))
            local file = io.open(vim.env.POLICY_OUT, 'w')
            file:write(vim.json.encode({ findings = found, newer = loadstring(vim.env.POLICY_NEWER) ~= nil }))
            file:close()
            vim.lsp.stop_client(vim.lsp.get_active_clients())
            END
            quitall!
            """;
        JsonNode result = await setup.RunAsync("env", $"POLICY_NEWER={blocks[0]}", "nvim", "--headless", "--clean", "-n", "-S", setup.Write("check.vim", Script));
        Assert.Equal(["There is no kind of data 'Helth'.\nhelp: Did you mean 'Health'? 13:26"], (result["findings"] as JsonArray ?? []).Select(f => (string?)f));
        Assert.True((bool?)result["newer"]);
    }

    [Fact]
    public void For_Helix_the_block_is_TOML_of_the_shape_that_Helix_documents()
    {
        Dictionary<string, JsonObject> tables = Tables(Assert.Single(EditorSetup.Blocks("toml")));
        Assert.Equal(["[language-server.policylang]", "[[language]]"], tables.Keys);
        Assert.Equal("""{"command":"policyc","args":["lsp"]}""", tables["[language-server.policylang]"].ToJsonString());
        JsonObject language = tables["[[language]]"];
        Assert.Equal("""["policylang"]""", language["language-servers"]?.ToJsonString());
        Assert.Equal("""["policy",{"glob":"*.policy.md"}]""", language["file-types"]?.ToJsonString());
        Assert.Subset(
            new HashSet<string> { "name", "scope", "injection-regex", "file-types", "shebangs", "roots", "auto-format", "comment-token", "comment-tokens", "block-comment-tokens", "indent", "language-servers", "grammar" },
            language.Select(member => member.Key).ToHashSet());
    }

    private static async Task<bool> HasEglotAsync() => NodeTools.Has("emacs")
        && (await NodeTools.RunAsync("emacs", ["--batch", "--eval", "(progn (require 'package) (package-initialize) (kill-emacs (if (locate-library \"eglot\") 0 1)))"])).Code == 0;

    // The block has plain keys, and values of one line that are JSON but for the keys of inline tables.
    private static Dictionary<string, JsonObject> Tables(string toml)
    {
        var tables = new Dictionary<string, JsonObject>();
        JsonObject? current = null;
        foreach (string line in toml.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('['))
            {
                Assert.Matches(@"^(\[[A-Za-z0-9_.-]+\]|\[\[[A-Za-z0-9_.-]+\]\])$", line);
                tables.Add(line, current = []);
                continue;
            }

            Match member = Member().Match(line);
            Assert.True(member.Success && current is not null, line);
            current?.Add(member.Groups[1].Value, JsonNode.Parse(InlineKey().Replace(member.Groups[2].Value, "$1\"$2\":")));
        }

        return tables;
    }

    [GeneratedRegex("^([A-Za-z0-9_-]+) = (.+)$")]
    private static partial Regex Member();

    [GeneratedRegex(@"([{,] )([A-Za-z0-9_-]+) =")]
    private static partial Regex InlineKey();
}
