namespace PolicyLang.Prelude;

/// <summary>Which parts that may be absent a node in a prepared form has.</summary>
[Flags]
internal enum PreparedParts
{
    None = 0,
    Title = 1,
    Documentation = 2,
    Supranational = 4,
    Since = 8,
    Until = 16,
    Iri = 32,
    Opposes = 64,
    Set = 128,
    Chosen = 256,
    SelfJudged = 512,
}
