namespace PolicyLang.Parsing;

/// <summary>Words of ordinary sentences that say nothing here: they are reported once and passed over.</summary>
internal static class NoiseWordings
{
    /// <summary>Before names.</summary>
    public static readonly WordingTable<string> Articles = new(meant => meant)
    {
        { "the", string.Empty },
        { "every", string.Empty },
        { "each", string.Empty },
    };

    /// <summary>Before conditions.</summary>
    public static readonly WordingTable<string> BeforeCondition = new(meant => meant)
    {
        { "if", string.Empty },
        { "either", string.Empty },
        { "both", string.Empty },
        { "there is", string.Empty },
        { "there are", string.Empty },
    };

    /// <summary>Before the outcome that a scenario expects.</summary>
    public static readonly WordingTable<string> BeforeOutcome = new(meant => meant)
    {
        { "a", string.Empty },
        { "an", string.Empty },
        { "the", string.Empty },
    };

    /// <summary>Before the principles that resolve conflicts: "lex superior".</summary>
    public static readonly WordingTable<string> BeforePrinciple = new(meant => meant)
    {
        { "lex", string.Empty },
    };

    /// <summary>Before units of time: "30 calendar days".</summary>
    public static readonly WordingTable<string> BeforeUnit = new(meant => meant)
    {
        { "calendar", string.Empty },
    };
}
