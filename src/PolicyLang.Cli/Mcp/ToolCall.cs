using System.Text;
using System.Text.Json;

namespace PolicyLang.Cli.Mcp;

/// <summary>A call that cannot be answered, and what to do instead.</summary>
#pragma warning disable CA1032 // It is made in one way only: with a sentence.
internal sealed class ToolException(string message) : Exception(message);
#pragma warning restore CA1032

/// <summary>The arguments of a call, checked against the limits.</summary>
internal sealed class ToolCall(IReadOnlyDictionary<string, JsonElement> arguments)
{
    /// <summary>The most files of a call.</summary>
    public const int MostFiles = 100;

    /// <summary>The most text of a call, in UTF-8 bytes.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>A text; null where it is not there.</summary>
    /// <exception cref="ToolException">It is something else.</exception>
    public string? Text(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new ToolException($"'{name}' is a text.");

    /// <summary>Whether something is asked for.</summary>
    /// <exception cref="ToolException">It is neither true nor false.</exception>
    public bool IsSet(string name) => Find(name)?.ValueKind switch
    {
        null or JsonValueKind.False => false,
        JsonValueKind.True => true,
        _ => throw new ToolException($"'{name}' is true or false."),
    };

    /// <summary>Several texts; none where they are not there.</summary>
    /// <exception cref="ToolException">They are something else.</exception>
    public ImmutableArray<string> Texts(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(v => v.GetString() ?? string.Empty)]
            : throw new ToolException($"'{name}' is a list of texts.");
    }

    /// <summary>The JSON of an object; null where it is not there.</summary>
    /// <exception cref="ToolException">It is something else.</exception>
    public string? Object(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? value.GetRawText()
        : throw new ToolException($"'{name}' is a JSON object.");

    /// <summary>Texts by file name; null where they are not there.</summary>
    /// <exception cref="ToolException">They are something else, too many, or too long.</exception>
    public ImmutableArray<(string Name, string Text)>? Files(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(f => f.Value.ValueKind != JsonValueKind.String))
        {
            throw new ToolException($"'{name}' is an object with the text of each file by its name: "
                + $"{{ \"law.policy\": \"framework …\" }}.");
        }

        ImmutableArray<(string Name, string Text)> files = [.. value.EnumerateObject().Select(f => (f.Name, f.Value.GetString()
            ?? string.Empty))];
        if (files.Length > MostFiles || files.Sum(f => Encoding.UTF8.GetByteCount(f.Text)) > MostBytes)
        {
            throw new ToolException($"'{name}' has more than {MostFiles} files or {MostBytes / 1000} kB of text; name files of the "
                + $"folder in 'paths'.");
        }

        string? wrong = files.Select(f => f.Name).FirstOrDefault(n => !IsPlain(n));
        return wrong is null ? files
            : throw new ToolException($"'{wrong}' is no name of a policy file; write one such as 'law.policy' or 'rules/law.policy'.");
    }

    /// <summary>Whether a path stays below the folder that it is relative to.</summary>
    public static bool IsInside(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal) && path[0] is not ('-' or '~')
        && path.Split('/').All(part => part is not ("" or "." or "..")) && !path.Contains('\0', StringComparison.Ordinal);

    private static bool IsPlain(string name) => IsInside(name)
        && (name.EndsWith(".policy", StringComparison.Ordinal) || name.EndsWith(".policy.md", StringComparison.Ordinal)
            || name == "policy.json");

    private JsonElement? Find(string name) =>
        arguments.TryGetValue(name, out JsonElement value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value : null;
}
