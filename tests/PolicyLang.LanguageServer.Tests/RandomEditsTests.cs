using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>
/// After any sequence of edits every answer is that of a server which has seen nothing but the outcome. The soak runs the same with
/// ten thousand edits and requests (POLICYLANG_SOAK) and watches the memory.
/// </summary>
public sealed class RandomEditsTests
{
    private const string A = "file:///laws/a.policy";
    private const string B = "file:///laws/b.policy.md";
    private static readonly string[] Asked = ["hover", "completion", "signatureHelp", "definition", "documentHighlight", "prepareCallHierarchy"];
    private static readonly string[] OfDocuments = ["documentSymbol", "foldingRange", "documentLink", "semanticTokens/full", "codeLens", "formatting"];
    private static readonly (string From, string To)[] Swaps =
    [
        ("must not", "may"), ("may", "must not"), ("EEA", "DE"), ("US", "JP"), ("Health", "Financial"), ("unless", "when"), ("2018", "2021"), ("Exporter", "Controller"), ("transfer", "disclose"), ("in force", "inforce"),
    ];

    private static readonly string[] Pieces = ["}", "{", "\"", "?", "\n", " ", "//", "/*", "subject to Art44", "when explicit_consent", "\n\ndefine Extra as mlat_request\n\n", "```\n", "é😀", "to JP", "must"];

    [Fact]
    public async Task Answers_do_not_depend_on_how_the_text_came_about()
    {
        int seed = 20240704;
        int edits = int.Parse(Environment.GetEnvironmentVariable("POLICYLANG_SOAK") ?? "120", CultureInfo.InvariantCulture);
        int step = Math.Max(40, edits / 20);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}, {edits} edits");
        var random = new Random(seed);
        string[] originals = [Repository.Read("tests/cases/first-examples/eu-transfers/gdpr-chapter-v.policy").ReplaceLineEndings("\n"), "# Law\n\n```policy\nframework M {\n  authority US\n  in force from 2018-01-01\n\n  transfer One {\n    Exporter must not transfer Health\n    from US\n    to EEA\n  }\n}\n```\nwords\n"];
        string[] uris = [A, B];
        string[] texts = [.. originals];
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: Session.Able);
        await server.OpenAsync(A, texts[0]);
        await server.OpenAsync(B, texts[1]);
        int version = 1;
        var memory = new List<long>();
        for (int i = 1; i <= edits; i++)
        {
            int file = random.Next(3) == 0 ? 1 : 0;
            (int start, int length, string piece) = i % 25 == 0 ? (0, texts[file].Length, originals[file]) : Edit(texts[file], random);
            await server.ChangeAsync(uris[file], ++version, Change(texts[file], start, length, piece));
            texts[file] = texts[file].Remove(start, length).Insert(start, piece);
            if (random.Next(4) == 0)
            {
                await server.Client.RequestAsync("textDocument/" + Asked[random.Next(Asked.Length)], At(uris[file], texts[file], random.Next(texts[file].Length + 1)));
            }

            if (i % step == 0)
            {
                await CompareAsync(server, uris, texts, version, file, random);
                server.Client.Forget();
                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        if (memory.Count >= 12)
        {
            long early = memory.Skip(3).Take(3).Max();
            TestContext.Current.TestOutputHelper?.WriteLine($"memory: {string.Join(" ", memory.Select(m => m >> 20))} MB");
            Assert.True(memory[^1] < early * 1.3 + (8 << 20), $"memory grows: {string.Join(" ", memory.Select(m => m >> 20))} MB");
        }
    }

    private static async Task CompareAsync(ServerUnderTest server, string[] uris, string[] texts, int version, int changed, Random random)
    {
        string last = uris[changed];
        await server.Client.UntilAsync(all => all.LastOrDefault(m => (string?)m["method"] == "textDocument/publishDiagnostics" && (string?)m["params"]?["uri"] == last && (int?)m["params"]?["version"] == version));
        await using ServerUnderTest fresh = await ServerUnderTest.StartAsync(capabilities: Session.Able);
        for (int i = 0; i < uris.Length; i++)
        {
            await fresh.OpenAsync(uris[i], texts[i], version + i);
        }

        await fresh.Client.UntilAsync(all => all.LastOrDefault(m => (string?)m["method"] == "textDocument/publishDiagnostics" && (string?)m["params"]?["uri"] == uris[1] && (int?)m["params"]?["version"] == version + 1));
        for (int i = 0; i < uris.Length; i++)
        {
            Assert.Equal(Findings(fresh, uris[i]), Findings(server, uris[i]));
            foreach (string method in OfDocuments)
            {
                await SameAsync(server, fresh, "textDocument/" + method, $$$"""{"textDocument":{"uri":"{{{uris[i]}}}"},"options":{"tabSize":2,"insertSpaces":true} }""");
            }

            string range = $$"""{"start":{"line":0,"character":0},"end":{"line":{{random.Next(30, 200)}},"character":0} }""";
            await SameAsync(server, fresh, "textDocument/inlayHint", $$$"""{"textDocument":{"uri":"{{{uris[i]}}}"},"range":{{{range}}} }""");
            for (int n = 0; n < 12; n++)
            {
                await SameAsync(server, fresh, "textDocument/" + Asked[n % Asked.Length], At(uris[i], texts[i], random.Next(texts[i].Length + 1)));
            }
        }

        await SameAsync(server, fresh, "workspace/symbol", """{"query":"a"}""");
        await SameAsync(server, fresh, "policy/conflicts", "{}");
    }

    private static async Task SameAsync(ServerUnderTest server, ServerUnderTest fresh, string method, string parameters)
    {
        string expected = Answer(await fresh.Client.RequestAsync(method, parameters));
        Assert.DoesNotContain("-32603", expected);
        string actual = Answer(await server.Client.RequestAsync(method, parameters));
        Assert.True(expected == actual, $"{method} {parameters}\nfresh: {expected}\nafter edits: {actual}");
    }

    // The number of an answer is not part of it.
    private static string Answer(JsonObject answer)
    {
        (answer["result"] as JsonObject)?.Remove("resultId");
        return (answer["result"] ?? answer["error"])?.ToJsonString() ?? "null";
    }

    private static string Findings(ServerUnderTest server, string uri) =>
        server.Client.Received.LastOrDefault(m => (string?)m["method"] == "textDocument/publishDiagnostics" && (string?)m["params"]?["uri"] == uri)?["params"]?["diagnostics"]?.ToJsonString() ?? "[]";

    private static (int Start, int Length, string Piece) Edit(string text, Random random)
    {
        if (random.Next(3) > 0)
        {
            (string from, string to) = Swaps[random.Next(Swaps.Length)];
            int at = text.IndexOf(from, random.Next(text.Length + 1), StringComparison.Ordinal);
            if (at >= 0)
            {
                return (at, from.Length, to);
            }
        }

        int start = Whole(text, random.Next(text.Length + 1));
        int end = random.Next(2) == 0 ? start : Whole(text, Math.Min(text.Length, start + random.Next(20)));
        return (start, end - start, Pieces[random.Next(Pieces.Length)]);
    }

    private static int Whole(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;

    private static (int Line, int From, int ToLine, int To, string Text) Change(string text, int start, int length, string piece)
    {
        (int Line, int Character) from = Place(text, start);
        (int Line, int Character) to = Place(text, start + length);
        return (from.Line, from.Character, to.Line, to.Character, piece);
    }

    private static string At(string uri, string text, int offset) =>
        $$"""{"textDocument":{"uri":{{JsonSerializer.Serialize(uri)}} },"position":{"line":{{Place(text, offset).Line}},"character":{{Place(text, offset).Character}} } }""";

    private static (int Line, int Character) Place(string text, int offset) =>
        (text.AsSpan(0, offset).Count('\n'), offset - (text.LastIndexOf('\n', Math.Max(0, offset - 1), Math.Max(0, offset)) + 1));
}
