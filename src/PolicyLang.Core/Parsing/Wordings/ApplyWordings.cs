namespace PolicyLang.Parsing;

/// <summary>What drafters write to say that a clause applies, or that it does not.</summary>
internal static class ApplyWordings
{
    public static readonly WordingTable<bool> Applying = new(meant => meant == "applies")
    {
        { "does not applies", "does not apply" },
        { "doesn't apply", "does not apply" },
        { "is not applicable", "does not apply" },
        { "not applies", "does not apply" },
        { "is applicable", "applies" },
        { "does apply", "applies" },
        { "apply", "applies" },
    };
}
