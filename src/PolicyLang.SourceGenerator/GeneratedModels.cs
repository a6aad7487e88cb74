using PolicyLang.CodeGen;
using PolicyLang.SourceGenerator.Inputs;
using PolicyLang.Workspaces;

namespace PolicyLang.SourceGenerator;

/// <summary>What comes of the policy files of a project.</summary>
/// <param name="Files">The models; those that only let code compile where the policy files have errors; none without policy files.</param>
/// <param name="Findings">What was found in the policy files.</param>
internal sealed record GeneratedModels(EquatableList<GeneratedFile> Files, EquatableList<PolicyFinding> Findings)
{
    private const string Suffix = ".Policies";

    /// <summary>Reads, checks and generates.</summary>
    public static GeneratedModels Create(ImmutableArray<PolicyText> texts, PolicyText? settingsFile, ProjectPlace place, CancellationToken cancellation)
    {
        if (texts.IsEmpty)
        {
            return new GeneratedModels(default, default);
        }

        ProjectSettings settings;
        try
        {
            settings = ProjectSettings.Read(settingsFile?.Text);
        }
        catch (FormatException e)
        {
            return new GeneratedModels(default, new([PolicyFinding.OfProjectFile(settingsFile?.Path ?? string.Empty, e.Message)]));
        }

        texts = [.. texts.Where(text => settings.Has(place.Show(text.Path)))];
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PolicyText text in texts)
        {
            paths[place.Show(text.Path)] = text.Path;
        }

        Workspace workspace = Workspace.Empty.With(settings.Workspace).With(texts.Select(t => new KeyValuePair<string, string>(place.Show(t.Path), t.Text)));
        ImmutableArray<Diagnostics.Diagnostic> found = workspace.GetDiagnostics(cancellation);
        var models = new CodeGenSettings(settings.Namespace ?? Namespace(place.RootNamespace));
        return new GeneratedModels(
            new(found.Any(d => d.HidesRules) ? ModelGenerator.Stub(workspace, models, cancellation) : ModelGenerator.Generate(workspace, models, cancellation)),
            new([.. found.Select(d => PolicyFinding.Of(d, paths.TryGetValue(d.Location.File, out string? path) ? path : null))]));
    }

    private static string Namespace(string? root) =>
        root is not null && CodeGenSettings.IsNamespace(root + Suffix) ? root + Suffix : CodeGenSettings.Default.Namespace;
}
