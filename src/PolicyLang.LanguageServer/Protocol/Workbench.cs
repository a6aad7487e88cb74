using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Protocol;

// The requests beside the protocol's own, for views of an editor. docs/protocol.md is their contract.

/// <summary>Asks about the workspace of a document; without one, about the first.</summary>
public sealed record WorkbenchParams(string? Uri = null);

/// <summary>Asks for the findings of the project of a document, judged as of a day.</summary>
public sealed record CheckParams(string? Uri = null, string? AsOf = null);

/// <summary>What the command line writes of the same files.</summary>
public sealed record CheckAnswer(string Json);

/// <summary>Where a clause stands.</summary>
public sealed record ClausePlace(string Clause, string? Title, string Uri, Range Range);

/// <summary>A name with words for people.</summary>
public sealed record NamedItem(string Name, string Title);

public sealed record ConflictList(ImmutableArray<ConflictItem> Conflicts, ImmutableArray<ConflictGroupItem> Groups);

/// <summary>A group of conflicts, by its number in the list; <c>Help</c> is what to do about all of it, or about its first
/// conflict.</summary>
public sealed record ConflictGroupItem(int Number, string Title, string Severity, ImmutableArray<DaysItem> Days, string? Help);

/// <summary>A stretch of days; a bound that is absent is open.</summary>
public sealed record DaysItem(string? From, string? Until);

/// <summary>A conflict; <c>Id</c> stays the same across edits that leave it standing.</summary>
public sealed record ConflictItem(
    string Id,
    string Code,
    string Kind,
    string Status,
    string Severity,
    ImmutableArray<string> Frameworks,
    ImmutableArray<ClausePlace> Clauses,
    ConflictResolution? Resolution,
    JsonObject Witness,
    string WitnessText,
    string Message,
    ImmutableArray<string> AvoidBy,
    int Group);

public sealed record ConflictResolution(string By, string Prevails);

/// <summary>What can be done about a conflict; <c>Because</c> and <c>Until</c> are those of the acknowledgement.</summary>
public sealed record ConflictActionsParams(string Id, string? Uri = null, string? Because = null, string? Until = null);

public sealed record ConflictActionList(ImmutableArray<ConflictActionItem> Actions);

/// <summary>A change; <c>Kind</c> is <c>repair</c>, <c>acknowledge</c> or <c>scenario</c>.</summary>
public sealed record ConflictActionItem(string Title, string Kind, WorkspaceEdit Edit);

public sealed record VocabularyParams(string Kind, string? Uri = null);

public sealed record NameList(ImmutableArray<NamedItem> Names);

public sealed record MatrixParams(
    string? Uri = null,
    string? Data = null,
    string? Purpose = null,
    string? Date = null,
    ImmutableArray<string>? Actor = null,
    ImmutableArray<string>? Origins = null,
    ImmutableArray<string>? Destinations = null,
    string? Organisation = null);

/// <summary>Rows are origins, columns are destinations.</summary>
public sealed record MatrixAnswer(
    string Date,
    string? Data,
    string? Purpose,
    ImmutableArray<NamedItem> Origins,
    ImmutableArray<NamedItem> Destinations,
    ImmutableArray<ImmutableArray<MatrixCellItem>> Cells,
    string? Organisation);

public sealed record MatrixCellItem(string Outcome, ImmutableArray<string> Safeguards, ImmutableArray<ClausePlace> Clauses);

/// <summary>A case in part: by attribute a text, a number, true or false, or a list of texts.</summary>
public sealed record AskParams(IReadOnlyDictionary<string, JsonElement> Case, string? Uri = null);

public sealed record AskAnswer(ImmutableArray<QuestionItem> Questions, DecisionItem? Answer, ImmutableArray<string> Problems);

public sealed record QuestionItem(
    string Name, string Title, string Type, ImmutableArray<NamedItem> Values, JsonElement? Value, bool Matters);

public sealed record DecisionItem(
    string Decision,
    ImmutableArray<ClausePlace> Applied,
    ImmutableArray<DefeatedItem> Defeated,
    ImmutableArray<DutyItem> Duties,
    ImmutableArray<string> WaysToComply,
    string Text,
    ImmutableArray<WayItem> Ways,
    ImmutableArray<string> OtherGrounds,
    ImmutableArray<string> Assumed,
    ImmutableArray<AdviceItem> Advice);

/// <summary>A way to comply, and whether the act is then permitted or unregulated.</summary>
public sealed record WayItem(string Text, string Outcome);

/// <summary>A clause of soft law that discourages or advises the act.</summary>
public sealed record AdviceItem(ClausePlace Clause, string Kind);

public sealed record DefeatedItem(string Clause, string? Title, string Uri, Range Range, string By, string Principle);

public sealed record DutyItem(ClausePlace Clause, string Text);

public sealed record ScenarioList(ImmutableArray<ScenarioItem> Items);

/// <summary>A scenario or a check; <c>Kind</c> says which.</summary>
public sealed record ScenarioItem(string Id, string Kind, string Name, string Uri, Range Range);

public sealed record RunScenariosParams(string? Uri = null, ImmutableArray<string>? Ids = null);

public sealed record ScenarioResults(ImmutableArray<ScenarioResultItem> Results);

public sealed record ScenarioResultItem(string Id, bool Passed, string Expected, string Actual, string Message, string Explanation);

public sealed record PreviewParams(string Uri);

public sealed record PreviewAnswer(ImmutableArray<PreviewFile> Files);

/// <summary>A generated file; its name has no folder.</summary>
public sealed record PreviewFile(string Name, string Text);

public sealed record SemanticDiffParams(string Uri, string OldText);

public sealed record SemanticDiffAnswer(string Level, ImmutableArray<SemanticChangeItem> Changes, string Text);

public sealed record SemanticChangeItem(string Kind, string Text, ImmutableArray<ClausePlace> Clauses);
