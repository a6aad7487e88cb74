using PolicyLang.CodeGen;
using PolicyLang.Diagnostics;
using PolicyLang.Law;
using PolicyLang.Library;
using PolicyLang.Projects;
using PolicyLang.SourceGenerator.Inputs;
using PolicyLang.Workspaces;

namespace PolicyLang.SourceGenerator;

/// <summary>What comes of the policy files of a project.</summary>
/// <param name="Files">The models; those that only let code compile where the policy files have errors; none without policy files.</param>
/// <param name="Findings">What was found in the policy files.</param>
internal sealed record GeneratedModels(EquatableList<GeneratedFile> Files, EquatableList<PolicyFinding> Findings)
{
    private const string Suffix = ".Policies";

    private static readonly LawCatalog Library = new(LawLibrary.Version, LawLibrary.ReadIndex, LawLibrary.Read);

    /// <summary>Reads, checks and generates.</summary>
    public static GeneratedModels Create(
        ImmutableArray<PolicyText> texts, PolicyText? settingsFile, ProjectPlace place, CancellationToken cancellation)
    {
        ProjectReading reading = settingsFile is null
            ? new ProjectReading(ProjectSettings.Default, [])
            : ProjectFileReader.Read(settingsFile.Path, settingsFile.Text);
        ImmutableArray<PolicyFinding> odd = [.. reading.Diagnostics.Select(d => PolicyFinding.FromDiagnostic(d, settingsFile?.Path))];
        if (reading.Unusable is not null)
        {
            return new GeneratedModels(default, new(odd));
        }

        ProjectSettings settings = reading.Settings;
        var members = new ProjectMembers(settings);
        ProjectPlace project = settingsFile is null ? place : place with { Folder = FolderOf(settingsFile.Path) };
        texts = [.. texts.Where(text => IsMember(project.Below(text.Path), members))];
        if (texts.IsEmpty)
        {
            return new GeneratedModels(
                default, new([.. odd, .. project.WantsModels ? [None(settings)] : ImmutableArray<PolicyFinding>.Empty]));
        }

        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PolicyText text in texts)
        {
            paths[place.Show(text.Path)] = text.Path;
        }

        if (settingsFile is not null)
        {
            paths[settingsFile.Path] = settingsFile.Path;
        }

        Workspace workspace = Workspace.Empty.With(Library).With(settings.Workspace)
            .With(texts.Select(t => new KeyValuePair<string, string>(place.Show(t.Path), t.Text)));
        ImmutableArray<Diagnostic> found = workspace.GetDiagnostics(cancellation);
        var models = new CodeGenSettings(settings.Output.Namespace ?? Namespace(place.RootNamespace))
        {
            IsInternal = settings.Output.IsInternal,
        };
        GeneratedFiles? made = found.Any(d => d.HidesRules) ? null : ModelGenerator.Generate(workspace, models, cancellation);
        return new GeneratedModels(
            new(made is { Undecided: null } ? made.Files : ModelGenerator.Stub(workspace, models, cancellation)),
            new([
                .. odd,
                .. found.Concat(made?.Findings ?? [])
                    .Select(d => PolicyFinding.FromDiagnostic(d, paths.TryGetValue(d.Location.File, out string? path) ? path : null)),
                .. made?.Undecided is { Limit: { } limit } undecided
                    ? [PolicyFinding.OfLimit(limit, undecided.Message)]
                    : ImmutableArray<PolicyFinding>.Empty,
            ]));
    }

    // What the C# project takes from elsewhere was named there, and always belongs to it.
    private static bool IsMember(string? below, ProjectMembers members) => below is null || members.Has(below);

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOfAny(['/', '\\']) + 1);

    // A build without models is no failure, but somebody wanted some.
    private static PolicyFinding None(ProjectSettings settings) => PolicyFinding.OfProject(
        ProjectFileDiagnostics.NoPolicyFiles, DiagnosticSeverity.Warning,
        settings.Sources.IsEmpty
            ? "There are no policy files below the folder of the project, so no models are generated. Add a file that ends with .policy or "
                + ".policy.md, or remove the reference to PolicyLang.SourceGenerator."
            : $"No policy file matches the sources of the project file, which are {string.Join(", ", settings.Sources)}.");

    private static string Namespace(string? root) =>
        root is not null && CodeGenSettings.IsNamespace(root + Suffix) ? root + Suffix : CodeGenSettings.Default.Namespace;
}
