using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Workspaces;

/// <summary>Settings that say the same are equal.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void New_settings_are_the_usual_ones() => Same(WorkspaceSettings.Default, new WorkspaceSettings());

    [Fact]
    public void Severities_count_in_whatever_order_they_were_said() => Same(
        With(("PL3101", DiagnosticSeverity.Error), ("PL3102", null)),
        With(("PL3102", null), ("PL3101", DiagnosticSeverity.Error)));

    [Fact]
    public void Whatever_differs_makes_settings_different()
    {
        WorkspaceSettings settings = With(("PL3101", DiagnosticSeverity.Error));
        Assert.NotEqual(WorkspaceSettings.Default, settings);
        Assert.NotEqual(settings, With(("PL3101", null)));
        Assert.NotEqual(settings, With(("PL3101", DiagnosticSeverity.Hint)));
        Assert.NotEqual(settings, With(("PL3102", DiagnosticSeverity.Error)));
        Assert.NotEqual(settings, settings with { AsOf = new(20_000) });
        Assert.NotEqual(settings with { Principles = [Principle.Explicit, Principle.Superior, Principle.Posterior] }, settings with { Principles = [Principle.Explicit, Principle.Posterior, Principle.Superior] });
        Assert.False(settings.Equals(null));
    }

    [Fact]
    public void The_same_files_under_equal_settings_are_the_same_workspace()
    {
        Workspace workspace = Workspace.Empty.With(With(("PL3101", DiagnosticSeverity.Error))).With("a.policy", "define A as us_warrant");
        Assert.Same(workspace, workspace.With(With(("PL3101", DiagnosticSeverity.Error))));
    }

    private static WorkspaceSettings With(params (string Code, DiagnosticSeverity? Severity)[] severities) =>
        new() { Severities = WorkspaceSettings.Default.Severities.AddRange(severities.Select(s => KeyValuePair.Create(s.Code, s.Severity))) };

    private static void Same(WorkspaceSettings one, WorkspaceSettings other)
    {
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }
}
