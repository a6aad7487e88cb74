namespace PolicyLang.Runtime;

/// <summary>A node of a <see cref="ChoiceDiagram"/>: one element of a set, or one value, is tested.</summary>
/// <param name="Variable">The variable of the table.</param>
/// <param name="Element">For a set, the bit of the element; else -1.</param>
/// <param name="First">The place of its first edge.</param>
/// <param name="Count">How many edges it has.</param>
/// <param name="Next">Another node with the same hash code; -1 for none.</param>
internal readonly record struct ChoiceNode(int Variable, int Element, int First, int Count, int Next);

/// <summary>A stretch of values, and what it leads to; the values of a node attribute are the numbers of the nodes, "none" the
/// last.</summary>
/// <param name="Start">The first value; the first stretch begins at 0.</param>
/// <param name="Child">The node that it leads to; another one than that of its neighbours.</param>
internal readonly record struct ChoiceEdge(long Start, int Child);
