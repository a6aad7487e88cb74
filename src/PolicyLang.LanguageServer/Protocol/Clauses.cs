namespace PolicyLang.LanguageServer.Protocol;

// Requests about single clauses; docs/protocol.md is their contract.

/// <summary>A clause with what is around it; null where the place is in none.</summary>
internal sealed record ClauseAnswer(ClauseItem? Clause);

/// <summary>A clause to read; <c>Link</c> is where the article can be read, <c>Conflicts</c> how many wait for somebody.</summary>
internal sealed record ClauseItem(
    ClausePlace Place,
    NamedItem Instrument,
    string? Order,
    string Sentence,
    string? Citation,
    string? Link,
    ImmutableArray<string> Lines,
    ClauseStatusItem? Status,
    int Conflicts,
    ImmutableArray<OverrideItem> Above,
    ImmutableArray<OverrideItem> Below,
    ImmutableArray<TouchingItem> Scenarios);

/// <summary>How far the drafting of a clause is; <c>Known</c> where the word is one of the language's.</summary>
internal sealed record ClauseStatusItem(string Word, bool Known, string? By, string? On);

/// <summary>A clause that stands above or below, and why.</summary>
internal sealed record OverrideItem(ClausePlace Place, string Why);

/// <summary>A scenario that touches a clause.</summary>
internal sealed record TouchingItem(string Name, bool Passed, string Uri, Range Range);

internal sealed record ClauseList(ImmutableArray<ListedClause> Clauses);

/// <summary>A clause of the files with its status.</summary>
internal sealed record ListedClause(ClausePlace Place, ClauseStatusItem? Status);
