namespace PolicyLang.LanguageServer.Protocol;

internal sealed record Hover(MarkupContent Contents, Range? Range = null);
