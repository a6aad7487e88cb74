namespace PolicyLang.LanguageServer.Protocol;

// The requests of a start wizard. docs/protocol.md is their contract.

/// <summary>Asks what a new project can choose from; <c>Under</c> are the legal orders whose law binds the organisation.</summary>
internal sealed record StarterParams(ImmutableArray<string>? Under = null);

/// <summary>Where an organisation may have its seat or send data, the kinds of data, and the law library.</summary>
internal sealed record StarterAnswer(
    ImmutableArray<NamedItem> Places, ImmutableArray<NamedItem> Data, ImmutableArray<StarterInstrumentItem> Instruments, string LawVersion);

/// <summary>An instrument of the law library; <c>Suggested</c> where it is law of an order that binds the organisation.</summary>
internal sealed record StarterInstrumentItem(
    string Name, string Title, string Order, string OrderTitle, string Rank, string? Citation, string Force, string? ReadAsOf,
    string? Source, int Clauses, bool Suggested);

/// <summary>What a new project is to be; <c>From</c> is the day from which its policy is in force.</summary>
internal sealed record NewProjectParams(
    string Title,
    string From,
    ImmutableArray<string>? Under = null,
    ImmutableArray<string>? Data = null,
    ImmutableArray<string>? Destinations = null,
    ImmutableArray<string>? Uses = null);

/// <summary><c>First</c> is the path of the file to look at first.</summary>
internal sealed record NewProjectAnswer(string Name, string First, ImmutableArray<NewProjectFile> Files);

/// <summary>A file by its path in the project.</summary>
internal sealed record NewProjectFile(string Path, string Text);
