using System.Text;
using System.Text.Json;
using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>A <c>policy.json</c>: what a project is called and which files belong to it.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Sources">Globs relative to its folder; empty for every policy file below it.</param>
/// <param name="Diagnostics">What is odd about it.</param>
internal sealed record ProjectFile(string Path, ImmutableArray<string> Sources, ImmutableArray<Diagnostic> Diagnostics)
{
    public const string FileName = "policy.json";

    private static readonly string[] Keys = ["$schema", "name", "sources"];

    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? Path;

    /// <summary>The project that a folder belongs to: the first <c>policy.json</c> in it or above it.</summary>
    public static ProjectFile? Find(string folder, CommandHost host)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string path = System.IO.Path.Combine(at.FullName, FileName);
            if (File.Exists(path))
            {
                return Read(path, host.Show(path));
            }
        }

        return null;
    }

    private static ProjectFile Read(string path, string shown)
    {
        string text = PolicyFileReader.Read(path, shown);
        try
        {
            return Parse(path, shown, text);
        }
        catch (JsonException exception)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.BadProjectFile,
                $"{shown}:{JsonPlace.Of(exception)}: {JsonPlace.Reason(exception)}.",
                "A project file is a JSON object such as { \"name\": \"Transfers\", \"sources\": [\"laws/**/*.policy\"] }."));
        }
    }

    private static ProjectFile Parse(string path, string shown, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var source = new SourceText(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var sources = ImmutableArray<string>.Empty;
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject, "an object is expected", ref reader, bytes);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString() ?? string.Empty;
            int start = Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.TokenStartIndex);
            reader.Read();
            switch (key)
            {
                case "sources":
                    sources = Strings(ref reader, bytes);
                    break;
                case "name" or "$schema":
                    Expect(reader.TokenType == JsonTokenType.String, $"'{key}' is a text", ref reader, bytes);
                    break;
                default:
                    reader.Skip();
                    diagnostics.Add(Unknown(key, new Location(shown, source, new TextSpan(start, key.Length + 2))));
                    break;
            }
        }

        // Reading on shows text after the object, which the reader refuses.
        reader.Read();
        return new ProjectFile(path, sources, diagnostics.ToImmutable());
    }

    private static ImmutableArray<string> Strings(ref Utf8JsonReader reader, byte[] bytes)
    {
        const string Wanted = "'sources' is a list of globs";
        Expect(reader.TokenType == JsonTokenType.StartArray, Wanted, ref reader, bytes);
        var strings = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(reader.TokenType == JsonTokenType.String, Wanted, ref reader, bytes);
            strings.Add(reader.GetString() ?? string.Empty);
        }

        return strings.ToImmutable();
    }

    private static Diagnostic Unknown(string key, Location location)
    {
        string? near = NearestName.Find(key, Keys);
        return ProjectDiagnostics.UnknownProjectKey.At(
            location,
            $"'{key}' is no setting of a project.",
            near is null ? "The settings are name and sources." : $"Did you mean '{near}'?");
    }

    private static void Expect(bool condition, string message, ref Utf8JsonReader reader, byte[] bytes)
    {
        if (!condition)
        {
            ReadOnlySpan<byte> before = bytes.AsSpan(0, (int)reader.TokenStartIndex);
            throw new JsonException(message, null, before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'));
        }
    }
}
