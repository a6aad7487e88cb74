using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>What drafters write for the first words of declarations, and of the properties of a framework.</summary>
internal static class DeclarationWordings
{
    /// <summary>At the top of a file.</summary>
    public static readonly WordingTable<TokenKind> Declarations = new(Keywords.KindOf)
    {
        { "law", "framework" },
        { "act", "framework" },
        { "treaty", "framework" },
        { "agreement", "framework" },
        { "instrument", "framework" },
        { "policy", "framework" },
        { "definition", "define" },
        { "company", "organisation" },
        { "group", "bloc" },
        { "country", "jurisdiction" },
        { "test", "scenario" },
        { "let", "define" },
    };

    /// <summary>In a framework.</summary>
    public static readonly WordingTable<TokenKind> Properties = new(Keywords.KindOf)
    {
        { "enacted", "adopted" },
        { "signed", "adopted" },
        { "passed", "adopted" },
        { "abrogates", "repeals" },
        { "revokes", "repeals" },
        { "supersedes", "replaces" },
        { "transposes", "implements" },
        { "members", "parties" },
        { "signatories", "parties" },
        { "goals", "aims" },
        { "objectives", "aims" },
        { "level", "rank" },
        { "url", "source" },
        { "link", "source" },
        { "website", "source" },
        { "issuer", "authority" },
        { "reference", "citation" },
    };
}
