namespace PolicyLang.Regions;

/// <summary>The operations whose results are kept; 0 stands for none.</summary>
internal enum DiagramOperation
{
    And = 1,
    Or,
    Difference,
    Exists,
    ForAll,
    Overlaps,
    IsSubset,
}
