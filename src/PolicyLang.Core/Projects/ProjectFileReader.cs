using PolicyLang.Diagnostics;
using PolicyLang.Library;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Projects;

/// <summary>Reads the text of a <c>policy.json</c>: names that it does not know are findings, a value of the wrong kind makes it
/// unusable.</summary>
internal sealed class ProjectFileReader
{
    // Beside '$schema', which is the editor's.
    private static readonly ImmutableArray<string> Keys =
        ["name", "edition", "asOf", "mine", "sources", "exclude", "uses", "law", "severities", "resolution", "output"];
    private static readonly ImmutableArray<string> OutputKeys = ["format", "failOn", "namespace", "directory", "visibility"];
    private static readonly ImmutableArray<string> Principles = ["superior", "specialis", "posterior"];
    private static readonly ImmutableArray<string> SeverityWords = ["error", "warning", "information", "hint", "off"];

    private readonly string _file;
    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    private ProjectFileReader(string file, string text)
    {
        _file = file;
        _source = new SourceText(text);
    }

    /// <summary>Reads a project file; never throws.</summary>
    /// <param name="file">The name that findings shall show.</param>
    /// <param name="text">What it says.</param>
    public static ProjectReading Read(string file, string text)
    {
        var reader = new ProjectFileReader(file, text);
        try
        {
            ProjectSettings settings = reader.Settings(JsonParser.Parse(text));
            return new ProjectReading(settings, [.. reader._diagnostics.OrderBy(d => d.Location.Span.Start)]);
        }
        catch (JsonException wrong)
        {
            return new ProjectReading(ProjectSettings.Default,
                [ProjectFileDiagnostics.Unusable.Create(new Location(file, reader._source, wrong.Span), wrong.Message, wrong.Help)]);
        }
    }

    private ProjectSettings Settings(JsonValue root)
    {
        ProjectSettings settings = ProjectSettings.Default;
        foreach (JsonMember member in Members(root, "A project file is a JSON object.",
            "Write an object such as { \"name\": \"Transfers\", \"sources\": [\"laws/**/*.policy\"] }."))
        {
            JsonValue value = member.Value;
            switch (member.Name.Value)
            {
                case "$schema" or "name":
                    _ = Text(member);
                    break;
                case "edition":
                    settings = settings with { Workspace = settings.Workspace with { Edition = Edition(value) } };
                    break;
                case "asOf":
                    settings = settings with { AsOf = AsOf(value) };
                    break;
                case "mine":
                    settings = settings with { Workspace = settings.Workspace with { Mine = [.. Texts(value,
                        "'mine' is a list of frameworks and legal orders.", "Write \"mine\": [\"AcmePolicy\"].").Select(t => t.Value)] } };
                    break;
                case "sources":
                    settings = settings with { Sources = [.. Texts(
                        value, "'sources' is a list of globs.", "Write \"sources\": [\"laws/**/*.policy\"].").Select(t => t.Value)] };
                    break;
                case "exclude":
                    settings = settings with { Exclude = [.. Texts(
                        value, "'exclude' is a list of globs.", "Write \"exclude\": [\"drafts/**\"].").Select(t => t.Value)] };
                    break;
                case "uses":
                    settings = settings with { Workspace = settings.Workspace with { Uses = Uses(value) } };
                    break;
                case "law":
                    var law = new StatedVersion(Text(member).Value, At(value.Span));
                    settings = settings with { Workspace = settings.Workspace with { LawVersion = law } };
                    break;
                case "severities":
                    settings = settings with { Workspace = settings.Workspace with { Severities = Severities(value) } };
                    break;
                case "resolution":
                    settings = settings with { Workspace = settings.Workspace with { Principles = Resolution(value) } };
                    break;
                case "output":
                    settings = settings with { Output = Output(value) };
                    break;
                default:
                    Unknown(member.Name, $"'{member.Name.Value}' is not a project setting.", Keys, "settings");
                    break;
            }
        }

        return settings;
    }

    private ImmutableArray<UsedName> Uses(JsonValue value) =>
        [.. Texts(value, "'uses' is a list of frameworks of the law library.", "Write \"uses\": [\"GDPR\"].")
            .Select(t => new UsedName(t.Value, At(t.Span), null))];

    private Location At(TextSpan span) => new(_file, _source, span);

    private static string AsOf(JsonValue value) =>
        value is JsonText { Value: var day } && (day == "today" || CalendarDay.TryParse(day, out _))
        ? day
        : throw Wrong(value, "'asOf' is a day.", "Write \"asOf\": \"today\", or year-month-day, for example \"2026-01-31\".");

    private int Edition(JsonValue value)
    {
        string written = value is JsonLiteral ? _source.Slice(value.Span) : string.Empty;
        if (written.Length == 0 || !(char.IsDigit(written[0]) || written[0] == '-'))
        {
            throw Wrong(value, "'edition' is a number.", "Write \"edition\": 1.");
        }

        if (written is "1" or "2")
        {
            return written[0] - '0';
        }

        Report(value.Span, $"There is no edition {written} of the language.", "The editions are 1 and 2.");
        return WorkspaceSettings.Default.Edition;
    }

    private ImmutableSortedDictionary<string, DiagnosticSeverity?> Severities(JsonValue value)
    {
        ImmutableSortedDictionary<string, DiagnosticSeverity?> severities = WorkspaceSettings.Default.Severities;
        foreach (JsonMember member in Members(value, "'severities' is an object.", "Write \"severities\": { \"PL3104\": \"off\" }."))
        {
            string code = member.Name.Value;
            JsonText word = member.Value as JsonText
                ?? throw Wrong(member.Value, "A severity is a text.",
                $"Write \"{code}\": \"warning\", or another of {string.Join(", ", SeverityWords)}.");
            DiagnosticDescriptor? descriptor = DiagnosticCatalog.All.FirstOrDefault(d => d.Code == code);
            if (descriptor is null)
            {
                Unknown(member.Name, $"There is no finding '{code}'.", [.. DiagnosticCatalog.All.Select(d => d.Code)], null);
            }
            else if (!WorkspaceSettings.IsConfigurable(descriptor))
            {
                Report(member.Name, $"'{code}' stays an error: what could not be understood takes no part in conflicts and decisions.",
                    "Remove the line, and correct the findings instead.");
            }
            else if (!SeverityWords.Contains(word.Value))
            {
                Unknown(word, $"'{word.Value}' is not a severity.", SeverityWords, "severities");
            }
            else
            {
                severities = severities.SetItem(code, Weight(word.Value));
            }
        }

        return severities;
    }

    private static DiagnosticSeverity? Weight(string word) => word switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "information" => DiagnosticSeverity.Information,
        "hint" => DiagnosticSeverity.Hint,
        _ => null,
    };

    private ImmutableArray<Principle> Resolution(JsonValue value)
    {
        ImmutableArray<Principle> principles = [Principle.Explicit];
        foreach (JsonText name in Texts(
            value, "'resolution' is a list of principles.", "Write \"resolution\": [\"superior\", \"specialis\"]."))
        {
            // Explicit precedence always is the first.
            var principle = (Principle)(Principles.IndexOf(name.Value) + 1);
            if (principle == Principle.Explicit)
            {
                Unknown(name, $"There is no principle '{name.Value}'.", Principles, "principles");
            }
            else if (!principles.Contains(principle))
            {
                principles = principles.Add(principle);
            }
        }

        return principles;
    }

    private ProjectOutput Output(JsonValue value)
    {
        ProjectOutput output = ProjectOutput.None;
        foreach (JsonMember member in Members(value, "'output' is an object.", "Write \"output\": { \"format\": \"sarif\" }."))
        {
            string key = member.Name.Value;
            if (!OutputKeys.Contains(key))
            {
                Unknown(member.Name, $"'{key}' is not an output setting.", OutputKeys, "settings");
                continue;
            }

            JsonText word = Text(member);
            output = key switch
            {
                "format" => output with { Format = Known(word, ProjectOutput.Formats, "an output format", "formats") },
                "failOn" => output with { FailOn = Known(word, ProjectOutput.FailingSeverities, "a severity", "severities") },
                "namespace" => output with { Namespace = Namespace(word) },
                "visibility" => output with
                {
                    IsInternal = Known(word, ProjectOutput.Visibilities, "a visibility", "visibilities") == "internal",
                },
                _ => output with { Directory = Within(word) },
            };
        }

        return output;
    }

    // A project file must not redirect output elsewhere; whoever runs the command may.
    private static string Within(JsonText word)
    {
        string[] names = word.Value.Split('/', '\\');
        int depth = 0;
        foreach (string name in names)
        {
            depth += name is "" or "." ? 0 : name == ".." ? -1 : 1;
            if (depth < 0 || (names[0].Length == 0 && names.Length > 1) || name.IndexOf(':') >= 0)
            {
                throw Wrong(word, $"'{word.Value}' is outside of the project.",
                    "Write a folder below that of the project file; '--output' on the command line may name any other.");
            }
        }

        return depth == 0
            ? throw Wrong(word, "'directory' names no folder.", "Write \"directory\": \"Generated\".")
            : word.Value;
    }

    private string? Known(JsonText word, ImmutableArray<string> known, string what, string all)
    {
        if (known.Contains(word.Value))
        {
            return word.Value;
        }

        Unknown(word, $"'{word.Value}' is not {what}.", known, all);
        return null;
    }

    private string? Namespace(JsonText word)
    {
        if (CSharpNames.IsNamespace(word.Value))
        {
            return word.Value;
        }

        Report(word, $"'{word.Value}' is not a valid C# namespace.", "Write identifiers joined with dots, such as Acme.Policies.");
        return null;
    }

    // Of members with the same name the last one counts, as everywhere in JSON.
    private IEnumerable<JsonMember> Members(JsonValue value, string wanted, string help)
    {
        ImmutableArray<JsonMember> members = (value as JsonObject ?? throw Wrong(value, wanted, help)).Members;
        foreach (IGrouping<string, JsonMember> same in members.GroupBy(m => m.Name.Value, StringComparer.Ordinal))
        {
            foreach (JsonMember again in same.Skip(1))
            {
                Report(again.Name, $"'{same.Key}' is said twice; the last one counts.", "Keep one of them.",
                    ProjectFileDiagnostics.RepeatedKey);
            }

            yield return same.Last();
        }
    }

    private static JsonText Text(JsonMember member) =>
        member.Value as JsonText
            ?? throw Wrong(member.Value, $"'{member.Name.Value}' is a text.", $"Write \"{member.Name.Value}\": \"…\".");

    private static IEnumerable<JsonText> Texts(JsonValue value, string wanted, string help) =>
        (value as JsonList ?? throw Wrong(value, wanted, help)).Items.Select(item => item as JsonText ?? throw Wrong(item, wanted, help));

    private void Unknown(JsonText name, string message, ImmutableArray<string> known, string? what)
    {
        string? near = NearestName.Find(name.Value, known);
        Report(name, message,
            near is not null
            ? $"Did you mean '{near}'?"
            : what is null ? "'policyc explain' lists them." : $"The {what} are {string.Join(", ", known)}.");
    }

    private void Report(JsonText place, string message, string help, DiagnosticDescriptor? descriptor = null) =>
        Report(place.Span, message, help, descriptor);

    private void Report(TextSpan place, string message, string help, DiagnosticDescriptor? descriptor = null) =>
        _diagnostics.Add((descriptor ?? ProjectFileDiagnostics.UnknownKey).Create(At(place), message, help));

    private static JsonException Wrong(JsonValue value, string message, string help) => new(value.Span, message, help);
}
