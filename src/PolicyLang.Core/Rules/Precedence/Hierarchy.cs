namespace PolicyLang.Rules;

/// <summary>How far the superior principle reaches.</summary>
internal enum Hierarchy
{
    /// <summary>Within a legal order and between orders.</summary>
    Full,

    /// <summary>Within each legal order only, and for no guarantee: what a law says by itself.</summary>
    WithinOrders,
}
