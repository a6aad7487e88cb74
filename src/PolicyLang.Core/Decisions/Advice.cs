namespace PolicyLang.Decisions;

/// <summary>What soft law says of an act.</summary>
internal enum AdviceKind
{
    /// <summary>It should not be done.</summary>
    Discouraged,

    /// <summary>It is what should be done.</summary>
    Advised,
}

/// <summary>Advice of soft law; it never makes an act prohibited or permitted.</summary>
/// <param name="Clause">The clause that gives it.</param>
/// <param name="Kind">What it says.</param>
internal sealed record Advice(string Clause, AdviceKind Kind);
