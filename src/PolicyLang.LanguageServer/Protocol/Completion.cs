namespace PolicyLang.LanguageServer.Protocol;

/// <summary>One proposal; <c>Kind</c> is a CompletionItemKind, <c>InsertTextFormat</c> 2 a snippet, tag 1 deprecated.</summary>
internal sealed record CompletionItem(
    string Label,
    int Kind,
    string? Detail = null,
    MarkupContent? Documentation = null,
    string? SortText = null,
    string? FilterText = null,
    string? InsertText = null,
    int? InsertTextFormat = null,
    TextEdit? TextEdit = null,
    ImmutableArray<int>? Tags = null,
    ProposalData? Data = null);

/// <summary>What the server has to look up when a proposal is looked at.</summary>
internal sealed record ProposalData(int Kind, string Name, string? Uri = null);

internal sealed record CompletionList(bool IsIncomplete, ImmutableArray<CompletionItem> Items);

internal sealed record SignatureHelp(ImmutableArray<SignatureInformation> Signatures, int ActiveSignature, int ActiveParameter);

internal sealed record SignatureInformation(
    string Label, MarkupContent Documentation, ImmutableArray<ParameterInformation> Parameters, int ActiveParameter);

/// <summary>A part of a signature; <c>Label</c> is its start and end in the label, in units of UTF-16.</summary>
internal sealed record ParameterInformation(ImmutableArray<int> Label, MarkupContent Documentation);
