using System.Text.Json.Nodes;
using PolicyLang.LanguageServer.Features.Answers;
using PolicyLang.LanguageServer.Features.CodeActions;
using PolicyLang.LanguageServer.Features.CodeLens;
using PolicyLang.LanguageServer.Features.Completion;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Features.Formatting;
using PolicyLang.LanguageServer.Features.Hierarchies;
using PolicyLang.LanguageServer.Features.Hover;
using PolicyLang.LanguageServer.Features.InlayHints;
using PolicyLang.LanguageServer.Features.Monikers;
using PolicyLang.LanguageServer.Features.Navigation;
using PolicyLang.LanguageServer.Features.SemanticTokens;
using PolicyLang.LanguageServer.Features.Signatures;
using PolicyLang.LanguageServer.Features.Structure;
using PolicyLang.LanguageServer.Features.Workbench;

namespace PolicyLang.LanguageServer.Features;

/// <summary>The features of the editor. A new one is a new line here.</summary>
internal static class EditorFeatures
{
    public static ImmutableArray<EditorFeature> All { get; } =
    [
        HoverHandler.Feature,
        CompletionHandler.Feature,
        SignatureHandler.Feature,
        NavigationHandler.Feature,
        HierarchyHandler.Feature,
        MonikerHandler.Feature,
        StructureHandler.Feature,
        SemanticTokensHandler.Feature,
        FormattingHandler.Feature,
        CodeActionHandler.Feature,
        CodeLensHandler.Feature,
        InlayHintHandler.Feature,
        PullHandler.Feature,
        CommandHandler.Feature,
        CheckHandler.Feature,
        ReportHandler.Feature,
        ConflictsHandler.Feature,
        ClauseHandler.Feature,
        MatrixHandler.Feature,
        AskHandler.Feature,
        CaseHandler.Feature,
        ScenariosHandler.Feature,
        StartHandler.Feature,
        PreviewHandler.Feature,
        ReadingHandler.Feature,
        SemanticDiffHandler.Feature,
        DifferencesHandler.Feature,
        ComplianceHandler.Feature,
        TimelineHandler.Feature,
        InteropHandler.Feature,
        WhatIfHandler.Feature,
        InstrumentsHandler.Feature,
    ];

    /// <summary>What the server tells a client that it can.</summary>
    public static JsonObject Capabilities(ClientFeatures client)
    {
        var told = new JsonObject
        {
            ["positionEncoding"] = client.Encoding.Name,
            ["textDocumentSync"] = new JsonObject { ["openClose"] = true, ["change"] = 2 },
        };
        foreach (Capability capability in All.SelectMany(feature => feature.Capabilities))
        {
            if (capability.Value(client) is { } value)
            {
                told.Add(capability.Name, value);
            }
        }

        told["workspace"] = new JsonObject
        {
            ["workspaceFolders"] = new JsonObject { ["supported"] = true, ["changeNotifications"] = true },
        };
        return told;
    }
}
