using PolicyLang.Cli.Inputs;

namespace PolicyLang.Cli.Reporters;

/// <summary>Tells on standard error why a command could not do its work.</summary>
internal static class ProblemReporter
{
    public static void Report(ImmutableArray<InputProblem> problems, TextWriter writer)
    {
        var error = new TerminalWriter(writer);
        foreach (InputProblem problem in problems)
        {
            error.Line($"error[{problem.Descriptor.Code}]: {problem.Message}");
            if (problem.Help is { } help)
            {
                error.Line($"  = help: {help}");
            }
        }
    }

    /// <summary>Tells of a bug in one paragraph.</summary>
    public static void ReportBug(Exception exception, TextWriter writer)
    {
        var error = new TerminalWriter(writer);
        error.Line(
            $"internal error: policyc {ProductVersion.Text} failed with {exception.GetType().Name}: {exception.Message}");
        error.Line("  = help: This is a bug in policyc, not in your files. Please open an issue in the PolicyLang repository with "
            + "this message, the command and, if you can, the files.");
    }
}
