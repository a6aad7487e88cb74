namespace PolicyLang.LanguageServer.Protocol;

// The questions of negotiators; docs/protocol.md is their contract.

/// <summary>An answer.</summary>
internal sealed record AnswerPage(
    string Title,
    ImmutableArray<string> Summary,
    ImmutableArray<AnswerSectionItem> Sections,
    ImmutableArray<string> Notes,
    string? Level,
    AnswerTableItem? Table);

internal sealed record AnswerSectionItem(string Title, ImmutableArray<AnswerRowItem> Rows);

/// <summary>A line; the first of its places is what it is about.</summary>
internal sealed record AnswerRowItem(
    string Kind, string Text, ImmutableArray<string> Details, ImmutableArray<ClausePlace> Places);

internal sealed record AnswerTableItem(
    ImmutableArray<NamedItem> Rows,
    ImmutableArray<NamedItem> Columns,
    ImmutableArray<ImmutableArray<AnswerCellItem>> Cells,
    string Legend);

/// <summary>An entry; <c>Tone</c> is <c>bad</c>, <c>caution</c>, <c>good</c> or <c>quiet</c>.</summary>
internal sealed record AnswerCellItem(string Sign, string Text, string Tone, ImmutableArray<AnswerRowItem> Rows);

/// <summary>Compares with earlier texts of the project, each at the place of the file that it was.</summary>
internal sealed record DifferencesParams(ImmutableArray<OldFile> OldFiles, string? Uri = null, string? On = null, string? Title = null);

internal sealed record OldFile(string Uri, string Text);

internal sealed record ComplianceParams(string Treaty, string? On = null, string? Uri = null);

internal sealed record TimelineParams(
    ImmutableArray<string>? Of = null,
    ImmutableArray<string>? Kinds = null,
    string? From = null,
    string? Until = null,
    string? Uri = null);

internal sealed record InteropParams(
    string First, string Second, string? On = null, IReadOnlyDictionary<string, string>? Where = null, string? Uri = null);

internal sealed record WhatIfParams(
    ImmutableArray<string>? Adopt = null,
    ImmutableArray<string>? Withdraw = null,
    ImmutableArray<string>? Reserve = null,
    ImmutableArray<string>? Repeal = null,
    string? Uri = null);

internal sealed record InstrumentsParams(bool Breaches = false, string? Uri = null);

/// <summary>The frameworks and legal orders; <c>OwnsAll</c> says that nothing tells which of them are the reader's own.</summary>
internal sealed record InstrumentList(ImmutableArray<InstrumentItem> Instruments, ImmutableArray<NamedItem> Orders, bool OwnsAll);

/// <summary>A framework; <c>Asks</c> says whether some clause asks anything of the law of its parties: whether it is a treaty.
/// <c>Mine</c> says whether it is the reader's own, and <c>Library</c> whether it is used of the law library. <c>Breaches</c> counts how
/// often the law of a party breaks it; null where nobody asked.</summary>
internal sealed record InstrumentItem(
    string Name, string Title, string? Order, bool Asks, bool Mine, bool Library, ImmutableArray<string> Parties,
    ImmutableArray<NamedItem> Clauses, int? Breaches);
