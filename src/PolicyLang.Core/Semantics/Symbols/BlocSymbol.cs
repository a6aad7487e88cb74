using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A named set of jurisdictions, or of nodes of another taxonomy, whose members change over time.</summary>
internal sealed class BlocSymbol(string name, Location location, bool supranational) : Symbol(name, location)
{
    /// <summary>For a dated list, the taxonomy of its nodes; null for a bloc.</summary>
    public TaxonomySymbol? Taxonomy { get; internal set; }

    /// <summary>Whether its law stands above its members' law.</summary>
    public bool Supranational { get; } = supranational;

    public ImmutableArray<BlocMember> Members { get; internal set; } = [];

    /// <summary>Places taken out again: <c>bloc B = A except C</c>.</summary>
    public ImmutableArray<Symbol> Except { get; internal set; } = [];

    public override string Kind => Taxonomy is null ? "a bloc" : "a dated list";
}

/// <summary>A jurisdiction or bloc inside a bloc.</summary>
/// <param name="Place">A jurisdiction, a bloc, or a defined set of places.</param>
/// <param name="Since">First day; null from the beginning.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="When">A further condition on the case.</param>
internal sealed record BlocMember(Symbol Place, CalendarDay? Since, CalendarDay? Until, BoundCondition? When);
