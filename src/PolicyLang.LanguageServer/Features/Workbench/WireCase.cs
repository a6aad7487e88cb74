using System.Text.Json;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary>Reads a case as a client sends it: by attribute a text, a number, true or false, or a list of texts.</summary>
internal static class WireCase
{
    /// <summary>The case as it was asked about, null where it cannot be, and its facts, completed where it is one case.</summary>
    public static (AskedCase? Asked, ImmutableArray<RawFact> Facts) Read(
        IReadOnlyDictionary<string, JsonElement> sent, SemanticModel model, out ImmutableArray<Problem> problems)
    {
        ImmutableArray<RawFact> facts =
            [.. sent.Where(f => f.Value.ValueKind != JsonValueKind.Null).Select(f => new RawFact(f.Key, Values(f.Value)))];
        AskedCase? asked = AskedCase.Read(model, facts, out problems);
        return (asked, asked is { Cases: [var only] } ? only : facts);
    }

    private static ImmutableArray<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(element => Values(element))],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        JsonValueKind.String => [value.GetString() ?? string.Empty],
        _ => [value.GetRawText()],
    };
}
