namespace PolicyLang.Cli;

/// <summary>What the exit code of policyc means.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing found.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, or input that is missing or cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>A bug in policyc.</summary>
    public const int Internal = 3;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
