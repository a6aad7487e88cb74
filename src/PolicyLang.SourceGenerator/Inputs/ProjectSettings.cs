using PolicyLang.CodeGen;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.SourceGenerator.Inputs;

/// <summary>What <c>policy.json</c> decides. <c>policyc check</c> says what is odd about the file; here only what makes it unusable counts.</summary>
/// <param name="Workspace">How the files are judged.</param>
/// <param name="Namespace">The namespace of the models; null where it says none.</param>
/// <param name="Sources">Which files below the folder of the project belong to it; empty for all.</param>
internal sealed record ProjectSettings(WorkspaceSettings Workspace, string? Namespace, ImmutableArray<Glob> Sources)
{
    private static readonly string[] SeverityWords = ["hint", "information", "warning", "error"];
    private static readonly string[] Principles = ["explicit", "superior", "specialis", "posterior"];

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">It cannot be used.</exception>
    public static ProjectSettings Read(string? text)
    {
        if (text is null)
        {
            return new ProjectSettings(WorkspaceSettings.Default, null, []);
        }

        Dictionary<string, object> root = Object(new JsonReader(text).Read(), "the project file");
        WorkspaceSettings settings = WorkspaceSettings.Default;
        if (root.TryGetValue("severities", out object? severities))
        {
            foreach (KeyValuePair<string, object> one in Object(severities, "'severities'"))
            {
                settings = Weigh(settings, one.Key, one.Value as string);
            }
        }

        if (root.TryGetValue("resolution", out object? resolution))
        {
            IEnumerable<int> numbers = (resolution as List<object> ?? throw new FormatException("'resolution' is a list of principles")).Select(p => Array.IndexOf(Principles, p as string));
            settings = settings with { Principles = [Principle.Explicit, .. numbers.Where(n => n > 0).Distinct().Select(n => (Principle)n)] };
        }

        string? name = root.TryGetValue("output", out object? output) && Object(output, "'output'").TryGetValue("namespace", out object? value) ? value as string : null;
        ImmutableArray<Glob> sources = root.TryGetValue("sources", out object? globs) ? Globs(globs) : [];
        return name is null || CodeGenSettings.IsNamespace(name) ? new ProjectSettings(settings, name, sources) : throw new FormatException($"'{name}' is no namespace of C#");
    }

    /// <summary>Whether a file belongs to the project; one that the C# project takes from outside of its folder always does.</summary>
    /// <param name="path">Relative to the folder, with slashes.</param>
    public bool Has(string path) => Sources.IsEmpty || path.StartsWith("../", StringComparison.Ordinal) || Sources.Any(glob => glob.Matches(path));

    private static ImmutableArray<Glob> Globs(object value) =>
        value is List<object> list && list.TrueForAll(item => item is string) ? [.. list.Cast<string>().Select(glob => new Glob(glob))] : throw new FormatException("'sources' is a list of globs");

    private static WorkspaceSettings Weigh(WorkspaceSettings settings, string code, string? word)
    {
        int weight = Array.IndexOf(SeverityWords, word);
        bool known = DiagnosticCatalog.All.FirstOrDefault(d => d.Code == code) is { } descriptor && WorkspaceSettings.MayWeigh(descriptor);
        return !known || (weight < 0 && word != "off") ? settings
            : settings with { Severities = settings.Severities.SetItem(code, word == "off" ? null : SeverityOf(weight)) };
    }

    private static DiagnosticSeverity SeverityOf(int weight) => weight switch
    {
        0 => DiagnosticSeverity.Hint,
        1 => DiagnosticSeverity.Information,
        2 => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };

    private static Dictionary<string, object> Object(object value, string what) => value as Dictionary<string, object> ?? throw new FormatException($"{what} is an object");
}
