using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Everything that the server says in a session that uses every feature is as the protocol's own types have it.</summary>
public sealed class MessagesTests
{
    private const string Text = """
        define Big as subjects >= 1000

        framework F "First" {
          authority EU
          source <https://eur-lex.europa.eu/eli/reg/2016/679/oj>
          in force from 2020-06-01

          transfer Ban "Ban" cites "Art. 1" {
            Exporter must not transfer Health
            from EEA
            to outside EEA
            unless explicit_consent
          }

          transfer Free cites "Art. 3" {
            Exporter may transfer Health
            from DE
            to US, JP
            when Big
          }
        }

        define Unused as mlat_request

        scenario "Somebody" {
          Exporter transfer Health
          from DE to US
          on 2023-01-01
          expect prohibited
        }
        """;

    private static readonly string[] AtPlaces =
    [
        "hover", "completion", "signatureHelp", "declaration", "definition", "typeDefinition", "implementation", "documentHighlight", "linkedEditingRange",
        "prepareCallHierarchy", "prepareTypeHierarchy",
    ];

    private static readonly string[] OfDocuments =
    [
        "documentSymbol", "foldingRange", "documentLink", "semanticTokens/full", "codeLens", "formatting",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_message_fits_the_types_of_the_protocol(bool pulls)
    {
        Assert.SkipUnless(NodeTools.Has("node") && Directory.Exists(Path.Combine(NodeTools.Clients, "node_modules/ajv")), "Node.js or its packages are missing: run npm install in tests/lsp-clients.");
        string record = Path.GetTempFileName();
        await using (Session session = await Session.OpenAsync(Text, pulls ? Pulling() : Session.Able))
        {
            await UseAllAsync(session, pulls);
            await session.Server.Client.RequestAsync("shutdown", null);
            await File.WriteAllLinesAsync(record, session.Server.Client.Transcript, TestContext.Current.CancellationToken);
        }

        (int code, string report) = await NodeTools.RunAsync("node", [Path.Combine(NodeTools.Clients, "validate.mjs"), record]);
        File.Delete(record);
        Assert.True(code == 0, report);
        JsonNode? told = JsonNode.Parse(report);
        Assert.Equal("{}", told?["unchecked"]?.ToJsonString());
        Assert.Equal("[]", told?["unanswered"]?.ToJsonString());
        Assert.InRange((told?["checked"] as JsonObject)?.Count ?? 0, 30, 99);
    }

    private static string Pulling()
    {
        JsonNode? able = JsonNode.Parse(Session.Able);
        if (able?["workspace"] is JsonObject workspace && able["textDocument"] is JsonObject text)
        {
            workspace["diagnostics"] = new JsonObject { ["refreshSupport"] = true };
            text["diagnostic"] = new JsonObject { ["relatedInformation"] = true };
        }

        return able?.ToJsonString() ?? string.Empty;
    }

    private static async Task UseAllAsync(Session session, bool pulls)
    {
        string document = $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"}""";
        const string Whole = ""","range":{"start":{"line":0,"character":0},"end":{"line":40,"character":0}}""";
        if (pulls)
        {
            JsonNode? report = await session.RequestAsync("textDocument/diagnostic", document + "}");
            await session.RequestAsync("textDocument/diagnostic", $$"""{{document}},"previousResultId":"{{report?["resultId"]}}"}""");
            await session.RequestAsync("workspace/diagnostic", """{"previousResultIds":[]}""");
        }
        else
        {
            await session.AnalysedAsync();
        }

        string[] places = ["B|an", "define B|ig", "tr|ansfer Health", "from E|EA", "to U|S", "when |Big", "|", "scenario |"];
        foreach (string method in AtPlaces)
        {
            foreach (string place in places)
            {
                await session.AskAsync(method, place);
            }
        }

        foreach (string method in OfDocuments)
        {
            await session.RequestAsync("textDocument/" + method, document + ""","options":{"tabSize":2,"insertSpaces":true}}""");
        }

        await session.AskAsync("references", "B|an", ""","context":{"includeDeclaration":true}""");
        await session.AskAsync("prepareRename", "B|an");
        await session.AskAsync("rename", "B|an", ""","newName":"Other" """);
        await session.AskAsync("onTypeFormatting", "from E|EA", ""","ch":"\n","options":{"tabSize":2,"insertSpaces":true}""");
        await session.AskAsync("selectionRange", "B|an", ""","positions":[{"line":8,"character":10}]""");
        await session.RequestAsync("workspace/symbol", """{"query":"ban"}""");
        await session.RequestAsync("textDocument/semanticTokens/range", document + Whole + "}");
        await session.RequestAsync("textDocument/semanticTokens/full/delta", document + ""","previousResultId":"1"}""");
        await session.RequestAsync("textDocument/inlayHint", document + Whole + "}");
        await session.RequestAsync("textDocument/rangeFormatting", document + Whole + ""","options":{"tabSize":2,"insertSpaces":true}}""");
        await session.RequestAsync("textDocument/codeAction", document + Whole + ""","context":{"diagnostics":[]}}""");
        await session.RequestAsync("textDocument/codeAction", document + Whole + ""","context":{"diagnostics":[],"only":["source"]}}""");
        await ResolveAsync(session, document);
    }

    private static async Task ResolveAsync(Session session, string document)
    {
        foreach (JsonNode? lens in await session.RequestAsync("textDocument/codeLens", document + "}") as JsonArray ?? [])
        {
            JsonNode? command = (await session.RequestAsync("codeLens/resolve", lens?.ToJsonString() ?? ""))?["command"];
            if ((string?)command?["command"] is { Length: > 0 } name)
            {
                await session.RequestAsync("workspace/executeCommand", $$"""{"command":"{{name}}","arguments":{{command?["arguments"]?.ToJsonString()}} }""");
            }
        }

        foreach (JsonNode? item in ((await session.AskAsync("completion", "from |EEA"))?["items"] as JsonArray ?? []).Take(5))
        {
            await session.RequestAsync("completionItem/resolve", item?.ToJsonString() ?? "");
        }

        JsonNode? clause = (await session.AskAsync("prepareCallHierarchy", "B|an") as JsonArray)?[0];
        await session.RequestAsync("callHierarchy/incomingCalls", $$"""{"item":{{clause?.ToJsonString()}} }""");
        await session.RequestAsync("callHierarchy/outgoingCalls", $$"""{"item":{{clause?.ToJsonString()}} }""");
        JsonNode? term = (await session.AskAsync("prepareTypeHierarchy", "from E|EA") as JsonArray)?[0];
        await session.RequestAsync("typeHierarchy/supertypes", $$"""{"item":{{term?.ToJsonString()}} }""");
        await session.RequestAsync("typeHierarchy/subtypes", $$"""{"item":{{term?.ToJsonString()}} }""");
    }
}
