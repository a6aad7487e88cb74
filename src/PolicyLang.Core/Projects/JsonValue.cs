using PolicyLang.Text;

namespace PolicyLang.Projects;

/// <summary>A value of a JSON text and where it stands.</summary>
internal abstract record JsonValue(TextSpan Span);

/// <summary>A text, its escapes resolved; the span has the quotes.</summary>
internal sealed record JsonText(TextSpan Span, string Value) : JsonValue(Span);

/// <summary>A number, true, false or null: the text at its span.</summary>
internal sealed record JsonLiteral(TextSpan Span) : JsonValue(Span);

/// <summary>A list.</summary>
internal sealed record JsonList(TextSpan Span, ImmutableArray<JsonValue> Items) : JsonValue(Span);

/// <summary>An object: its members in the order of the text, a name that comes twice too.</summary>
internal sealed record JsonObject(TextSpan Span, ImmutableArray<JsonMember> Members) : JsonValue(Span);

/// <summary>A member of an object.</summary>
internal sealed record JsonMember(JsonText Name, JsonValue Value);
