using PolicyLang.Regions;

namespace PolicyLang.CodeGen.Tables;

/// <summary>Diagrams in the form in which generated code keeps them.</summary>
/// <param name="Nodes">The nodes, as the runtime's <c>DecisionTable</c> describes them.</param>
/// <param name="Variables">Four numbers for each variable.</param>
/// <param name="Maps">The classes of values.</param>
/// <param name="Numbers">Cuts and masks.</param>
/// <param name="Lists">For each list of items their number, then the root, the legal order and the effect of each.</param>
/// <param name="Roots">The root of each diagram.</param>
internal sealed record CompiledTables(
    ImmutableArray<int> Nodes,
    ImmutableArray<int> Variables,
    ImmutableArray<int> Maps,
    ImmutableArray<long> Numbers,
    ImmutableArray<int> Lists,
    IReadOnlyDictionary<DiagramNode, int> Roots);
