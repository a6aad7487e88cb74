namespace PolicyLang.LanguageServer.Protocol;

/// <summary>A clause or a term in a hierarchy; <c>Data</c> names it.</summary>
internal sealed record HierarchyItem(
    string Name, int Kind, string Uri, Range Range, Range SelectionRange, string? Detail = null, string? Data = null);

internal sealed record HierarchyParams(HierarchyItem Item);

/// <summary>A clause that overrides the one asked about.</summary>
internal sealed record IncomingCall(HierarchyItem From, ImmutableArray<Range> FromRanges);

/// <summary>A clause that the one asked about overrides.</summary>
internal sealed record OutgoingCall(HierarchyItem To, ImmutableArray<Range> FromRanges);

internal sealed record LinkedEditingRanges(ImmutableArray<Range> Ranges, string WordPattern);

/// <summary>Words that the text implies; kind 1 is a type, 2 a parameter.</summary>
internal sealed record InlayHint(Position Position, string Label, int Kind, string Tooltip, bool PaddingLeft);

internal sealed record OnTypeFormattingParams(TextDocumentIdentifier TextDocument, Position Position, string Ch);
