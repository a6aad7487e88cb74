using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Projects;

/// <summary>What a <c>policy.json</c> decides.</summary>
/// <param name="Sources">Globs relative to its folder; empty for every policy file below it.</param>
/// <param name="Workspace">How the files are judged.</param>
/// <param name="Output">What commands use where their options say nothing.</param>
internal sealed record ProjectSettings(ImmutableArray<string> Sources, WorkspaceSettings Workspace, ProjectOutput Output)
{
    /// <summary>The day as of which conflicts are judged, as year-month-day, or <c>today</c>; null where the project says none.</summary>
    public string? AsOf { get; init; }

    /// <summary>Globs relative to its folder: files that do not belong to it.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Those of a project that says nothing.</summary>
    public static readonly ProjectSettings Default = new([], WorkspaceSettings.Default, ProjectOutput.None);
}

/// <summary>A project file that was read.</summary>
/// <param name="Settings">What it decides; nothing, where it cannot be used.</param>
/// <param name="Diagnostics">What is odd about it; the one reason why, where it cannot be used.</param>
internal sealed record ProjectReading(ProjectSettings Settings, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Why the file cannot be used; null where it can.</summary>
    public Diagnostic? Unusable => Diagnostics.FirstOrDefault(d => d.Descriptor == ProjectFileDiagnostics.Unusable);
}
