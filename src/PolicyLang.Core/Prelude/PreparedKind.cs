namespace PolicyLang.Prelude;

/// <summary>What a declaration in a prepared form is.</summary>
internal enum PreparedKind
{
    /// <summary>One of another form, which is parsed: only the length of its island follows.</summary>
    Text,
    Jurisdiction,
    Bloc,
    Taxonomy,
    Attribute,
}
