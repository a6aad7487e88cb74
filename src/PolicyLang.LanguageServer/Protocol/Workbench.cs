using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Protocol;

// The requests beside the protocol's own, for views of an editor. docs/protocol.md is their contract.

/// <summary>Asks about the workspace of a document; without one, about the first.</summary>
internal sealed record WorkbenchParams(string? Uri = null);

/// <summary>Asks for the findings of the project of a document, judged as of a day.</summary>
internal sealed record CheckParams(string? Uri = null, string? AsOf = null);

/// <summary>What the command line writes of the same files.</summary>
internal sealed record CheckAnswer(string Json);

/// <summary>Asks for the report on the project of a document.</summary>
internal sealed record ReportParams(string? Uri = null, string? On = null, string? AsOf = null, string? Title = null);

/// <summary>The page that the command line writes of the same files, and where the clauses that it names stand.</summary>
internal sealed record ReportAnswer(string Title, string Html, ImmutableArray<ClausePlace> Clauses);

/// <summary>Where a clause stands.</summary>
internal sealed record ClausePlace(string Clause, string? Title, string Uri, Range Range);

/// <summary>A name with words for people.</summary>
internal sealed record NamedItem(string Name, string Title);

internal sealed record ConflictList(ImmutableArray<ConflictItem> Conflicts, ImmutableArray<ConflictGroupItem> Groups);

/// <summary>A group of conflicts, by its number in the list; <c>Help</c> is what to do about all of it, or about its first
/// conflict.</summary>
internal sealed record ConflictGroupItem(int Number, string Title, string Severity, ImmutableArray<DaysItem> Days, string? Help);

/// <summary>A stretch of days; a bound that is absent is open.</summary>
internal sealed record DaysItem(string? From, string? Until);

/// <summary>A conflict; <c>Id</c> stays the same across edits that leave it standing.</summary>
internal sealed record ConflictItem(
    string Id,
    string Code,
    string Kind,
    string Status,
    string Severity,
    ImmutableArray<string> Frameworks,
    ImmutableArray<ClausePlace> Clauses,
    ImmutableArray<ConflictSide> Sides,
    bool Concerns,
    ConflictResolution? Resolution,
    JsonObject Witness,
    string WitnessText,
    string Message,
    ImmutableArray<string> AvoidBy,
    int Group);

/// <summary>A clause of a conflict; <c>Order</c> is its legal order, <c>Mine</c> whether it is in an instrument of the reader's
/// own, and <c>Status</c> the word that its comment says.</summary>
internal sealed record ConflictSide(string Clause, string? Title, string Order, bool Mine, string? Status);

internal sealed record ConflictResolution(string By, string Prevails);

/// <summary>What can be done about a conflict; <c>Because</c> and <c>Until</c> are those of the acknowledgement. With <c>Others</c> it is
/// what only those can do whose instruments are not the reader's.</summary>
internal sealed record ConflictActionsParams(
    string Id, string? Uri = null, string? Because = null, string? Until = null, bool Others = false);

internal sealed record ConflictActionList(ImmutableArray<ConflictActionItem> Actions, string? Undecided = null);

/// <summary>A change; <c>Kind</c> is <c>repair</c>, <c>acknowledge</c> or <c>scenario</c>.</summary>
internal sealed record ConflictActionItem(string Title, string Kind, WorkspaceEdit Edit);

internal sealed record VocabularyParams(string Kind, string? Uri = null);

internal sealed record NameList(ImmutableArray<NamedItem> Names);

internal sealed record MatrixParams(
    string? Uri = null,
    string? Data = null,
    string? Purpose = null,
    string? Date = null,
    ImmutableArray<string>? Actor = null,
    ImmutableArray<string>? Origins = null,
    ImmutableArray<string>? Destinations = null,
    string? Organisation = null,
    string? Recipient = null,
    bool Days = false);

/// <summary>Rows are origins, columns are destinations. <c>Days</c> are those from which on the matrix may be another one, where they were
/// asked for.</summary>
internal sealed record MatrixAnswer(
    string Date,
    string? Data,
    string? Purpose,
    ImmutableArray<NamedItem> Origins,
    ImmutableArray<NamedItem> Destinations,
    ImmutableArray<ImmutableArray<MatrixCellItem>> Cells,
    string? Organisation,
    ImmutableArray<string> Actor,
    string? Recipient,
    ImmutableArray<string>? Days);

/// <summary><c>Conditions</c> is how many the smallest choice of safeguards has; <c>Recipients</c> tells the outcomes by recipient where
/// they differ and none was asked about, the one for everybody else first.</summary>
internal sealed record MatrixCellItem(
    string Outcome, ImmutableArray<string> Safeguards, ImmutableArray<ClausePlace> Clauses, int? Conditions,
    ImmutableArray<MatrixRecipients>? Recipients);

/// <summary>An outcome, as <c>policyc decide</c> writes it, and for which recipients; without roles for all others.</summary>
internal sealed record MatrixRecipients(string Outcome, ImmutableArray<NamedItem> Roles);

/// <summary>A case in part: by attribute a text, a number, true or false, or a list of texts.</summary>
internal sealed record AskParams(IReadOnlyDictionary<string, JsonElement> Case, string? Uri = null);

internal sealed record AskAnswer(ImmutableArray<QuestionItem> Questions, DecisionItem? Answer, ImmutableArray<string> Problems);

/// <summary><c>Weight</c> is how many facts that were not told have to be otherwise for another outcome, this one among them; null where it
/// changes nothing before others have.</summary>
internal sealed record QuestionItem(
    string Name, string Title, string Type, ImmutableArray<NamedItem> Values, JsonElement? Value, bool Matters, int? Weight);

/// <summary>A whole case; <c>Title</c> is what the scenario is to be called.</summary>
internal sealed record CaseScenarioParams(IReadOnlyDictionary<string, JsonElement> Case, string Title, string? Uri = null);

internal sealed record CaseScenarioAnswer(WorkspaceEdit Edit);

internal sealed record CaseMemoAnswer(string Text);

internal sealed record DecisionItem(
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
internal sealed record WayItem(string Text, string Outcome);

/// <summary>A clause of soft law that discourages or advises the act.</summary>
internal sealed record AdviceItem(ClausePlace Clause, string Kind);

internal sealed record DefeatedItem(string Clause, string? Title, string Uri, Range Range, string By, string Principle);

internal sealed record DutyItem(ClausePlace Clause, string Text);

internal sealed record ScenarioList(ImmutableArray<ScenarioItem> Items);

/// <summary>A scenario or a check; <c>Kind</c> says which.</summary>
internal sealed record ScenarioItem(string Id, string Kind, string Name, string Uri, Range Range);

internal sealed record RunScenariosParams(string? Uri = null, ImmutableArray<string>? Ids = null);

internal sealed record ScenarioResults(ImmutableArray<ScenarioResultItem> Results);

internal sealed record ScenarioResultItem(string Id, bool Passed, string Expected, string Actual, string Message, string Explanation);

/// <summary>What the clauses of a document say, in its order.</summary>
internal sealed record ReadingAnswer(ImmutableArray<ReadingItem> Clauses);

/// <summary>A clause in words; <c>Range</c> is all of it.</summary>
internal sealed record ReadingItem(string Clause, string? Title, Range Range, string Force, ImmutableArray<SpokenItem> Says);

/// <summary>The beginning of a sentence, and each of its ends.</summary>
internal sealed record SpokenItem(string Kind, ImmutableArray<string> Where);

internal sealed record PreviewParams(string Uri);

internal sealed record PreviewAnswer(ImmutableArray<PreviewFile> Files);

/// <summary>A generated file; its name has no folder.</summary>
internal sealed record PreviewFile(string Name, string Text);

internal sealed record SemanticDiffParams(string Uri, string OldText);

internal sealed record SemanticDiffAnswer(string Level, ImmutableArray<SemanticChangeItem> Changes, string Text);

internal sealed record SemanticChangeItem(string Kind, string Text, ImmutableArray<ClausePlace> Clauses);
