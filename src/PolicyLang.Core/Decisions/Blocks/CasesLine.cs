namespace PolicyLang.Decisions.Blocks;

/// <summary>Some cases in a phrase.</summary>
/// <param name="Written">With names as they are written: "CommunicationsData from DE, us_warrant".</param>
/// <param name="Spoken">With names as a reader is told them: "Communications Data from Germany; a US court has issued a warrant".</param>
internal readonly record struct CasesLine(string Written, string Spoken)
{
    /// <summary>Words without a name in them.</summary>
    public static CasesLine Of(string words) => new(words, words);

    /// <summary>The same after other words.</summary>
    public CasesLine After(string words) => new(words + Written, words + Spoken);

    /// <summary>As it is written.</summary>
    public override string ToString() => Written;
}
