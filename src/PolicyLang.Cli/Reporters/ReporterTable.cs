using PolicyLang.Projects;

namespace PolicyLang.Cli.Reporters;

/// <summary>The formats of <c>check</c> and <c>conflicts</c>.</summary>
internal static class ReporterTable
{
    public static string[] Formats => [.. ProjectOutput.Formats];

    /// <summary>The reporter of a format; <paramref name="json"/> differs by command.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="ink">The colours of text.</param>
    /// <param name="each">Whether text tells every finding by itself.</param>
    /// <param name="whole">Whether all is told, however much there is, and in SARIF what is acknowledged, too.</param>
    /// <param name="json">That of JSON.</param>
    /// <param name="artifacts">How SARIF names files.</param>
    public static IReporter Find(
        string format, AnsiStyle ink, bool each, bool whole, IReporter json, SarifArtifacts artifacts) => format switch
    {
        "json" => json,
        "sarif" => new SarifReporter(whole, artifacts),
        "github" => new GithubReporter(),
        "msbuild" => new MsbuildReporter(),
        "junit" => new JunitFindingsReporter(),
        _ => new TextReporter(ink, each, whole ? null : "--all"),
    };
}
