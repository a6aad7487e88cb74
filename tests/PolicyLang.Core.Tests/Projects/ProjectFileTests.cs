using PolicyLang.Diagnostics;
using PolicyLang.Projects;
using PolicyLang.Semantics;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Projects;

/// <summary>What a project file says, and what is said of it.</summary>
public sealed class ProjectFileTests
{
    public static TheoryData<string> Names => [.. ProjectFileCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_is_read_or_told_at_its_place(string name)
    {
        (string json, string[] expected) = ProjectFileCases.All[name];
        ProjectReading reading = ProjectFileReader.Read("policy.json", json);
        Assert.Equal(expected, reading.Diagnostics.Select(d => $"{d.Code} {d.Location.Start.Line + 1}:{d.Location.Start.Character + 1} {d.Message} {d.Help}"));
        Assert.Equal(expected is [var first, ..] && first.StartsWith("PL7010", StringComparison.Ordinal), reading.Unusable is not null);
        Assert.All(reading.Diagnostics, d => Assert.InRange(d.Location.Span.End, d.Location.Span.Start, json.Length));
    }

    [Fact]
    public void Every_setting_is_taken_over()
    {
        ProjectSettings settings = ProjectFileReader.Read("policy.json", ProjectFileCases.All["all is said"].Json).Settings;
        Assert.Equal(["**/*.policy"], settings.Sources);
        Assert.Equal([KeyValuePair.Create("PL3104", (DiagnosticSeverity?)null), KeyValuePair.Create("PL4003", (DiagnosticSeverity?)DiagnosticSeverity.Error)], settings.Workspace.Severities);
        Assert.Equal((1, 2), (settings.Workspace.Edition, ProjectSettings.Default.Workspace.Edition));
        Assert.Equal([Principle.Explicit, Principle.Specialis, Principle.Superior], settings.Workspace.Principles);
        Assert.Equal(new ProjectOutput("text", "warning", "A.B", "d"), settings.Output);
    }

    [Theory]
    [InlineData("error", nameof(DiagnosticSeverity.Error))]
    [InlineData("warning", nameof(DiagnosticSeverity.Warning))]
    [InlineData("information", nameof(DiagnosticSeverity.Information))]
    [InlineData("hint", nameof(DiagnosticSeverity.Hint))]
    [InlineData("off", null)]
    public void Every_weight_is_meant(string word, string? severity) =>
        Assert.Equal(severity, ProjectFileReader.Read("policy.json", $$"""{ "severities": { "PL4003": "{{word}}" } }""").Settings.Workspace.Severities["PL4003"]?.ToString());

    [Fact]
    public void Of_what_is_said_twice_the_last_counts()
    {
        ProjectSettings settings = ProjectFileReader.Read("policy.json", """{ "output": { "format": "json" }, "severities": { "PL4003": "off", "PL4003": "hint" }, "output": { "failOn": "warning" } }""").Settings;
        Assert.Equal(new ProjectOutput(FailOn: "warning"), settings.Output);
        Assert.Equal(DiagnosticSeverity.Hint, settings.Workspace.Severities["PL4003"]);
    }

    [Fact]
    public void What_is_unusable_decides_nothing() =>
        Assert.Equal(ProjectSettings.Default, ProjectFileReader.Read("policy.json", """{ "severities": { "PL4003": "off" }, "name": 1 }""").Settings);

    [Fact]
    public void Escapes_are_what_they_stand_for() =>
        Assert.Equal("\"\\/\b\f\n\r\té", ProjectFileReader.Read("policy.json", """{ "output": { "directory": "\"\\\/\b\f\n\r\t\u00E9" } }""").Settings.Output.Directory);

    [Fact]
    public void A_null_character_is_told() =>
        Assert.Equal("A value is expected, not the character U+0000.", ProjectFileReader.Read("policy.json", "\0").Unusable?.Message);
}
