using PolicyLang.Cli.Inputs;

namespace PolicyLang.Cli.Reporters;

/// <summary>Tells on standard error why a command could not do its work.</summary>
internal static class ProblemReporter
{
    public static void Report(ImmutableArray<InputProblem> problems, TextWriter error)
    {
        foreach (InputProblem problem in problems)
        {
            error.WriteLine($"error[{problem.Descriptor.Code}]: {Display.Clean(problem.Message)}");
            if (problem.Help is { } help)
            {
                error.WriteLine($"  = help: {Display.Clean(help)}");
            }
        }
    }

    /// <summary>Tells of a bug in one paragraph.</summary>
    public static void ReportBug(Exception exception, TextWriter error)
    {
        error.WriteLine(
            $"internal error: policyc {ProductVersion.Text} failed with {exception.GetType().Name}: {Display.Clean(exception.Message)}");
        error.WriteLine("  = help: This is a bug in policyc, not in your files. Please open an issue in the PolicyLang repository with "
            + "this message, the command and, if you can, the files.");
    }
}
