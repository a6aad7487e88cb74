namespace PolicyLang.Regions;

/// <summary>How a witness chooses among the values that a region allows.</summary>
internal enum ValuePreference
{
    /// <summary>The neutral value, which needs no mention; else the smallest.</summary>
    Neutral,

    /// <summary>The smallest value, always mentioned: dates.</summary>
    Smallest,

    /// <summary>Any value but the neutral one, which would say nothing: places.</summary>
    Named,

    /// <summary>False; but of several elements of which one is needed, the first.</summary>
    Element,
}

/// <summary>One dimension of the case space: a whole number from 0 to <paramref name="Maximum"/>.</summary>
/// <param name="Index">Its place in the order; all given variables come before all chosen ones.</param>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Maximum">The largest value.</param>
/// <param name="Neutral">The value in a case that does not mention it.</param>
/// <param name="Chosen">Whether the actor who has to comply decides it.</param>
/// <param name="Preference">How a witness chooses.</param>
/// <param name="Element">For a set attribute, the number of the taxonomy node whose membership this is; else -1.</param>
internal sealed record Variable(
    int Index, string Attribute, long Maximum, long Neutral, bool Chosen, ValuePreference Preference, int Element = -1);
