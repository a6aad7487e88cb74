using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A name in the text and what it means.</summary>
internal sealed record NameReference(Location Location, Symbol Symbol);
