using PolicyLang.Semantics;

namespace PolicyLang.Decisions.Blocks;

/// <summary>A name that holds leaves of a taxonomy.</summary>
/// <param name="Symbol">The node or bloc.</param>
/// <param name="Leaves">The numbers of the leaves.</param>
internal readonly record struct NamedLeaves(Symbol Symbol, int[] Leaves);
