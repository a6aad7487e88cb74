using System.Text;
using System.Text.Json;
using PolicyLang.Cli.Reporters;
using PolicyLang.CodeGen;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Inputs;

/// <summary>Reads the JSON of a project file: unknown names are findings with a place, values of the wrong kind end the reading.</summary>
internal sealed class ProjectFileParser(string shown, string text)
{
    private static readonly string[] Keys = ["$schema", "name", "sources", "severities", "resolution", "output"];
    private static readonly string[] OutputKeys = ["format", "failOn", "namespace", "directory"];
    private static readonly string[] SeverityWords = ["error", "warning", "information", "hint", "off"];
    private static readonly string[] Principles = ["superior", "specialis", "posterior"];

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);
    private readonly SourceText _source = new(text);
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public ImmutableArray<string> Sources { get; private set; } = [];

    public WorkspaceSettings Settings { get; private set; } = WorkspaceSettings.Default;

    public OutputSettings Output { get; private set; } = OutputSettings.None;

    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    /// <exception cref="JsonException">The text is no JSON object, or a setting has a value of the wrong kind.</exception>
    public void Parse()
    {
        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        Members(ref reader, "an object is expected", (ref Utf8JsonReader value, string key, TextSpan span) =>
        {
            switch (key)
            {
                case "sources":
                    Sources = [.. Strings(ref value, "'sources' is a list of globs").Select(s => s.Text)];
                    break;
                case "name" or "$schema":
                    Expect(value.TokenType == JsonTokenType.String, $"'{key}' is a text", ref value);
                    break;
                case "severities":
                    Members(ref value, "'severities' is an object such as { \"PL3104\": \"off\" }", Severity);
                    break;
                case "resolution":
                    Settings = Settings with { Principles = ReadPrinciples(ref value) };
                    break;
                case "output":
                    Members(ref value, "'output' is an object such as { \"format\": \"sarif\" }", OutputSetting);
                    break;
                default:
                    value.Skip();
                    Unknown(span, $"'{key}' is no setting of a project.", key, Keys, "settings");
                    break;
            }
        });

        // Reading on shows text after the object, which the reader refuses.
        reader.Read();
    }

    private delegate void MemberReader(ref Utf8JsonReader value, string key, TextSpan span);

    private void Members(ref Utf8JsonReader reader, string wanted, MemberReader member)
    {
        Expect(reader.TokenType == JsonTokenType.StartObject, wanted, ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString() ?? string.Empty;
            TextSpan span = Span(ref reader);
            reader.Read();
            member(ref reader, key, span);
        }
    }

    private void Severity(ref Utf8JsonReader value, string code, TextSpan span)
    {
        Expect(value.TokenType == JsonTokenType.String, "the weight of a finding is a text such as \"warning\" or \"off\"", ref value);
        string word = value.GetString() ?? string.Empty;
        DiagnosticDescriptor? descriptor = DiagnosticCatalog.All.FirstOrDefault(d => d.Code == code);
        if (descriptor is null)
        {
            Unknown(span, $"There is no finding '{code}'.", code, [.. DiagnosticCatalog.All.Select(d => d.Code)], null);
        }
        else if (!WorkspaceSettings.MayWeigh(descriptor))
        {
            Report(span, $"'{code}' stays an error: what could not be understood takes no part in conflicts and decisions.", "Remove the line, and correct the findings instead.");
        }
        else if (!SeverityWords.Contains(word))
        {
            Unknown(Span(ref value), $"'{word}' is no weight of a finding.", word, SeverityWords, "weights");
        }
        else
        {
            DiagnosticSeverity? severity = word == "off" ? null : Enum.GetValues<DiagnosticSeverity>().First(s => Words.Of(s) == word);
            Settings = Settings with { Severities = Settings.Severities.SetItem(code, severity) };
        }
    }

    private ImmutableArray<Principle> ReadPrinciples(ref Utf8JsonReader reader)
    {
        var principles = ImmutableArray.Create(Principle.Explicit);
        foreach ((string name, TextSpan span) in Strings(ref reader, "'resolution' is a list of principles"))
        {
            int index = Array.IndexOf(Principles, name);
            if (index < 0)
            {
                Unknown(span, $"There is no principle '{name}'.", name, Principles, "principles");
            }
            else if (!principles.Contains((Principle)(index + 1)))
            {
                principles = principles.Add((Principle)(index + 1));
            }
        }

        return principles;
    }

    private void OutputSetting(ref Utf8JsonReader value, string key, TextSpan span)
    {
        if (!OutputKeys.Contains(key))
        {
            value.Skip();
            Unknown(span, $"'{key}' is no setting of the output.", key, OutputKeys, "settings");
            return;
        }

        Expect(value.TokenType == JsonTokenType.String, $"'{key}' is a text", ref value);
        string word = value.GetString() ?? string.Empty;
        if (key is "namespace" or "directory")
        {
            ModelSetting(key, word, Span(ref value));
            return;
        }

        string[] known = key == "format" ? ReporterTable.Formats : ["error", "warning", "information"];
        if (!known.Contains(word))
        {
            Unknown(Span(ref value), $"'{word}' is no {(key == "format" ? "form of the output" : "weight of a finding")}.", word, known, key == "format" ? "forms" : "weights");
        }
        else
        {
            Output = key == "format" ? Output with { Format = word } : Output with { FailOn = word };
        }
    }

    private void ModelSetting(string key, string word, TextSpan span)
    {
        if (key == "directory")
        {
            Output = Output with { Directory = word };
        }
        else if (CodeGenSettings.IsNamespace(word))
        {
            Output = Output with { Namespace = word };
        }
        else
        {
            Report(span, $"'{word}' is no namespace of C#.", "Write identifiers joined with dots, such as Acme.Policies.");
        }
    }

    private ImmutableArray<(string Text, TextSpan Span)> Strings(ref Utf8JsonReader reader, string wanted)
    {
        Expect(reader.TokenType == JsonTokenType.StartArray, wanted, ref reader);
        var strings = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(reader.TokenType == JsonTokenType.String, wanted, ref reader);
            strings.Add((reader.GetString() ?? string.Empty, Span(ref reader)));
        }

        return strings.ToImmutable();
    }

    // The token with its quotes, in UTF-16 units.
    private TextSpan Span(ref Utf8JsonReader reader) => TextSpan.FromBounds(
        Encoding.UTF8.GetCharCount(_bytes, 0, (int)reader.TokenStartIndex),
        Encoding.UTF8.GetCharCount(_bytes, 0, (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2));

    private void Unknown(TextSpan span, string message, string name, string[] known, string? what)
    {
        string? near = NearestName.Find(name, known);
        string list = what is null ? "'policyc explain' lists them." : $"The {what} are {string.Join(", ", known.Where(k => k != "$schema"))}.";
        Report(span, message, near is null ? list : $"Did you mean '{near}'?");
    }

    private void Report(TextSpan span, string message, string help) =>
        _diagnostics.Add(ProjectDiagnostics.UnknownProjectKey.At(new Location(shown, _source, span), message, help));

    private void Expect(bool condition, string message, ref Utf8JsonReader reader)
    {
        if (!condition)
        {
            ReadOnlySpan<byte> before = _bytes.AsSpan(0, (int)reader.TokenStartIndex);
            throw new JsonException(message, null, before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'));
        }
    }
}
