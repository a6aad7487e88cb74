using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Commands;

/// <summary>Tells when an answer cannot be trusted because part of the files could not be understood.</summary>
internal static class SoundFiles
{
    /// <summary>Writes the errors other than conflicts to standard error.</summary>
    /// <returns>Whether there were none.</returns>
    public static bool Tell(LoadedWorkspace loaded, CommandHost host)
    {
        ImmutableArray<Finding> errors =
        [
            .. loaded.Diagnostics.Where(diagnostic => diagnostic.HidesRules).Select(diagnostic => new Finding(diagnostic, null)),
        ];
        if (errors.Length > 0)
        {
            var report = new Report(loaded.Workspace.Trees.Length, loaded.Workspace.ClauseCount, errors, []);
            new TextReporter(new Ink(false)).Write(report, host.Error);
        }

        return errors.Length == 0;
    }
}
