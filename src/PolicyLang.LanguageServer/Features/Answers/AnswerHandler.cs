using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.Workbench;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.LanguageService.Answers;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;
using Symbol = PolicyLang.Semantics.Symbol;

namespace PolicyLang.LanguageServer.Features.Answers;

/// <summary>What the requests that answer in lines to read share.</summary>
internal abstract class AnswerHandler(FeatureServices services) : WorkbenchHandler(services)
{
    /// <summary>An answer in the protocol's terms.</summary>
    protected AnswerPage Page(Snapshot snapshot, AnswerText answer) => new(
        answer.Title,
        answer.Summary,
        [.. answer.Sections.Select(s => new AnswerSectionItem(s.Title, Rows(snapshot, s.Rows)))],
        answer.Notes,
        answer.Level,
        answer.Table is { } table
            ? new AnswerTableItem(
                Names(table.Rows), Names(table.Columns),
                [.. table.Cells.Select(row => row.Select(
                    c => new AnswerCellItem(c.Sign, c.Text, c.Tone, Rows(snapshot, c.Rows))).ToImmutableArray())],
                table.Legend)
            : null);

    /// <summary>The framework or legal order of a name.</summary>
    protected static Symbol Law(Workspace workspace, string name) =>
        workspace.Model.Frameworks.FirstOrDefault(f => f.Name == name) ?? Viewpoints.Find(workspace.Model, name)
        ?? throw Refuse(Unknown(
            "framework or legal order", name,
            workspace.Model.Frameworks.SelectMany(f => new[] { f.Name, f.Authority?.Name ?? f.Name })));

    /// <summary>That there is nothing of a name, with the name that may be meant.</summary>
    protected static string Unknown(string what, string name, IEnumerable<string> known) => $"There is no {what} '{name}'"
        + (NearestName.Find(name, [.. known.Distinct()]) is { } near ? $"; did you mean '{near}'?" : ".");

    private static ImmutableArray<NamedItem> Names(ImmutableArray<(string Name, string Title)> names) =>
        [.. names.Select(n => new NamedItem(n.Name, n.Title))];

    private ImmutableArray<AnswerRowItem> Rows(Snapshot snapshot, ImmutableArray<AnswerRow> rows) =>
    [
        .. rows.Select(r => new AnswerRowItem(
            r.Kind, r.Text, r.Details,
            [.. r.Places.Select(p => Map(snapshot, p.Location) is { } at ? new ClausePlace(p.Name, p.Title, at.Uri, at.Range) : null)
                .OfType<ClausePlace>()])),
    ];
}

/// <summary>The messages of these requests.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AnswerPage))]
[JsonSerializable(typeof(DifferencesParams))]
[JsonSerializable(typeof(ComplianceParams))]
[JsonSerializable(typeof(TimelineParams))]
[JsonSerializable(typeof(InteropParams))]
[JsonSerializable(typeof(WhatIfParams))]
[JsonSerializable(typeof(InstrumentsParams))]
[JsonSerializable(typeof(InstrumentList))]
internal sealed partial class AnswersJson : JsonSerializerContext;
