using System.Diagnostics;

namespace PolicyLang.Parsing;

/// <summary>What a parser reads that has a name of its own, or braces.</summary>
internal enum Declared
{
    Clause,
    Framework,
    Party,
    Organisation,
    Jurisdiction,
    Territory,
    Bloc,
    Taxonomy,
    Node,
    Attribute,
    Definition,
    Scenario,
    Check,
    List,
}

internal static class DeclaredText
{
    /// <summary>Its noun, as messages say it.</summary>
    public static string Noun(this Declared declared) => declared switch
    {
        Declared.Clause => "clause",
        Declared.Framework => "framework",
        Declared.Party => "party",
        Declared.Organisation => "organisation",
        Declared.Jurisdiction => "jurisdiction",
        Declared.Territory => "territory",
        Declared.Bloc => "bloc",
        Declared.Taxonomy => "taxonomy",
        Declared.Node => "node",
        Declared.Attribute => "attribute",
        Declared.Definition => "definition",
        Declared.Scenario => "scenario",
        Declared.Check => "check",
        Declared.List => "list",
        _ => throw new UnreachableException(),
    };
}
