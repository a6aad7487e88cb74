using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A named condition or a named set.</summary>
internal sealed class DefineSymbol(string name, Location location, bool isCondition) : Symbol(name, location)
{
    public bool IsCondition { get; } = isCondition;

    public BoundCondition? Condition { get; internal set; }

    public BoundSet? Set { get; internal set; }

    /// <summary>The taxonomy of a set's elements; null while unknown.</summary>
    public TaxonomySymbol? Taxonomy { get; internal set; }

    public override string Kind => IsCondition ? "a defined condition" : "a defined set";
}
