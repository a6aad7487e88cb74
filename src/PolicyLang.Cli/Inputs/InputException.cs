using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Inputs;

/// <summary>Ends a command because its input cannot be used, or what it asks for is beyond a limit.</summary>
#pragma warning disable CA1032 // It is made in one way only: with what is wrong.
internal sealed class InputException(ImmutableArray<InputProblem> problems) : Exception("unusable input")
#pragma warning restore CA1032
{
    public InputException(InputProblem problem)
        : this([problem])
    {
    }

    /// <summary>At least one.</summary>
    public ImmutableArray<InputProblem> Problems { get; } = problems;

    /// <summary>A limit that was reached is a finding; everything else is wrong usage.</summary>
    public int ExitCode => Problems.All(p => LimitDiagnostics.All.Contains(p.Descriptor)) ? ExitCodes.Findings : ExitCodes.Usage;
}
