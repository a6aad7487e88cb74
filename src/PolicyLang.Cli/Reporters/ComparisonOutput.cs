using PolicyLang.Analysis;
using PolicyLang.Cli.Commands;
using PolicyLang.Cli.Inputs;
using PolicyLang.LanguageService.Wording;
using PolicyLang.Repairs.Hypotheses;

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

    /// <summary>Writes what a supposition means.</summary>
    public void Write(WhatIfAnswer answer)
    {
        var output = new TerminalWriter(host.Output);
        if (format == Json)
        {
            output.Own(JsonText.Write(json => WhatIfJson.Write(json, answer)));
            return;
        }

        bool markdown = format == "markdown";
        foreach (string line in answer.Parties.SelectMany(WhatIfWords.Lines).Append(WhatIfWords.Others(answer)))
        {
            output.Line(markdown ? SafeText.Of($"- {MarkdownText.Escape(line.TrimStart())}") : SafeText.Of($"{line}"));
        }

        output.Line();
        Write(answer.Comparison);
    }

    /// <summary>Writes how two versions differ.</summary>
    public void Write(VersionComparison comparison)
    {
        var output = new TerminalWriter(host.Output);
        if (format == Json)
        {
            output.Own(JsonText.Write(json => ComparisonJson.Write(json, comparison)));
            return;
        }

        if (format == "markdown")
        {
            new ComparisonMarkdown(output, all).Write(comparison);
            return;
        }

        new ComparisonText(new AnsiStyle(color), output, all).Write(comparison);
    }
}
