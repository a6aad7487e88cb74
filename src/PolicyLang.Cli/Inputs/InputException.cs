namespace PolicyLang.Cli.Inputs;

/// <summary>Ends a command because its input cannot be used; the exit code is <see cref="ExitCodes.Usage"/>.</summary>
#pragma warning disable CA1032 // It is made in one way only: with what is wrong.
public sealed class InputException(ImmutableArray<InputProblem> problems) : Exception("unusable input")
#pragma warning restore CA1032
{
    public InputException(InputProblem problem)
        : this([problem])
    {
    }

    /// <summary>At least one.</summary>
    public ImmutableArray<InputProblem> Problems { get; } = problems;
}
