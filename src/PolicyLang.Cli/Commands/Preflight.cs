using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary>Tells when an answer cannot be trusted because part of the files could not be understood.</summary>
internal static class Preflight
{
    /// <summary>Writes the errors other than conflicts to standard error.</summary>
    /// <returns>Whether there were none.</returns>
    public static bool Report(LoadedWorkspace loaded, CommandHost host)
    {
        ImmutableArray<Diagnostic> errors = Errors(loaded);
        Write(errors, loaded, host.Error);
        return errors.IsEmpty;
    }

    /// <summary>Where the files have such errors, says so in the place of an answer: whoever reads the one reads the other.</summary>
    /// <param name="loaded">The files.</param>
    /// <param name="refusal">That there is no answer, as a sentence.</param>
    /// <param name="json">Whether the answer would be JSON.</param>
    /// <param name="host">Where to write.</param>
    /// <param name="conflicts">Whether the answer tells of conflicts.</param>
    /// <returns>Whether there were none.</returns>
    public static bool OrRefuse(LoadedWorkspace loaded, string refusal, bool json, CommandHost host, bool conflicts = true)
    {
        ImmutableArray<Diagnostic> errors = Errors(loaded, conflicts);
        if (errors.IsEmpty)
        {
            return true;
        }

        if (json)
        {
            string told = string.Join(" ", errors.Select(e => $"{e.Code} {Display.Place(e.Location)}: {e.Message}"));
            host.Output.WriteLine(JsonText.Write(writer => DecisionJson.WriteError(writer, $"{refusal} {told}")));
            return false;
        }

        Write(errors, loaded, host.Output);
        new TerminalWriter(host.Output).Line(refusal);
        return false;
    }

    /// <summary>The errors that hide rules, so that an answer would be that of other law than is written.</summary>
    /// <param name="loaded">The files.</param>
    /// <param name="conflicts">Whether the answer tells of conflicts.</param>
    public static ImmutableArray<Diagnostic> Errors(LoadedWorkspace loaded, bool conflicts = true) =>
    [
        .. loaded.Workspace.GetHidingErrors(conflicts).Concat(loaded.ProjectDiagnostics.Where(d => d.HidesRules))
            .Order(Comparer<Diagnostic>.Create(Diagnostic.Compare)),
    ];

    private static void Write(ImmutableArray<Diagnostic> errors, LoadedWorkspace loaded, TextWriter output)
    {
        if (!errors.IsEmpty)
        {
            var report = new Report(
                loaded.Workspace.Trees.Length, loaded.Workspace.ClauseCount, [.. errors.Select(error => new Finding(error, null))], []);
            new TextReporter(new AnsiStyle(false), each: true, "'policyc check --all' tells all").Write(report, output);
        }
    }
}
