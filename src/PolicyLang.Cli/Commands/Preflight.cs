using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Commands;

/// <summary>Tells when an answer cannot be trusted because part of the files could not be understood.</summary>
internal static class Preflight
{
    /// <summary>Writes the errors other than conflicts to standard error.</summary>
    /// <returns>Whether there were none.</returns>
    public static bool Report(LoadedWorkspace loaded, CommandHost host)
    {
        ImmutableArray<Diagnostic> errors = [.. loaded.Diagnostics.Where(diagnostic => diagnostic.HidesRules)];
        Report(errors, loaded, host);
        return errors.IsEmpty;
    }

    /// <summary>Writes findings to standard error; nothing where there are none.</summary>
    public static void Report(ImmutableArray<Diagnostic> findings, LoadedWorkspace loaded, CommandHost host)
    {
        if (!findings.IsEmpty)
        {
            var report = new Report(loaded.Workspace.Trees.Length, loaded.Workspace.ClauseCount,
                [.. findings.Select(finding => new Finding(finding, null))], []);
            new TextReporter(new AnsiStyle(false), each: true).Write(report, host.Error);
        }
    }
}
