using PolicyLang.Analysis;
using PolicyLang.Cli.Commands;
using PolicyLang.Cli.Inputs;

namespace PolicyLang.Cli.Reporters;

/// <summary>Writes how two versions differ in the form that is asked for.</summary>
/// <param name="format">Text, json or markdown.</param>
/// <param name="all">Whether all is told, however much it is.</param>
/// <param name="color">Whether colour may be used.</param>
/// <param name="host">Where to write.</param>
internal sealed class ComparisonOutput(string format, bool all, bool color, CommandHost host)
{
    private const string Json = "json";

    /// <summary>Whether a version can be compared; where it cannot, says so.</summary>
    public bool Accepts(LoadedWorkspace version, string refusal) => Preflight.OrRefuse(version, refusal, format == Json, host);

    public void Write(VersionComparison comparison)
    {
        if (format == Json)
        {
            host.Output.WriteLine(JsonText.Write(json => ComparisonJson.Write(json, comparison)));
            return;
        }

        var output = new TerminalWriter(host.Output);
        if (format == "markdown")
        {
            new ComparisonMarkdown(output, all).Write(comparison);
            return;
        }

        new ComparisonText(new AnsiStyle(color), output, all).Write(comparison);
    }
}
