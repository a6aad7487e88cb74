using PolicyLang.Law;
using PolicyLang.Library;

namespace PolicyLang.Cli.Inputs;

/// <summary>The law library that comes with the program.</summary>
internal static class BuiltInLaw
{
    /// <summary>Its catalog; nothing is read before something of it is used.</summary>
    public static readonly LawCatalog Catalog = new(LawLibrary.Version, LawLibrary.ReadIndex, LawLibrary.Read);
}
