namespace PolicyLang.Semantics.Binding;

/// <summary>Where a declaration stands: a later one takes the place of an earlier one of the same name.</summary>
internal enum DeclarationOrigin
{
    Prelude,
    Library,
    Files,
}
