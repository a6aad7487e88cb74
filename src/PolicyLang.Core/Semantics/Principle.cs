namespace PolicyLang.Semantics;

/// <summary>Why one rule prevails over another, in the order in which they are applied unless a workspace says otherwise.</summary>
internal enum Principle
{
    /// <summary><c>subject to</c>, <c>prevails over</c>, <c>notwithstanding</c>, <c>exempt from</c>, <c>invoking</c>.</summary>
    Explicit,

    /// <summary>Lex superior: the higher rank, the supranational bloc, the law over an organisation's policy.</summary>
    Superior,

    /// <summary>Lex specialis: the strictly smaller region.</summary>
    Specialis,

    /// <summary>Lex posterior: the later day in force.</summary>
    Posterior,
}
