using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>The grammar of docs/language/reference/grammar.md, over tokens. Every parser is total; this one reads any declaration that is
/// one island.</summary>
internal static class DeclarationGrammar
{
    public static readonly Parser<DeclarationSyntax> Declaration = input =>
    {
        Parser<DeclarationSyntax> parser = input.Tokens().Kind switch
        {
            TokenKind.PartyWord => PartyGrammar.Party,
            TokenKind.OrganisationWord => PlaceGrammar.Organisation,
            TokenKind.JurisdictionWord => PlaceGrammar.Jurisdiction,
            TokenKind.BlocWord => BlocGrammar.Bloc,
            TokenKind.TaxonomyWord => TaxonomyGrammar.Taxonomy,
            TokenKind.AttributeWord => AttributeGrammar.Attribute,
            TokenKind.DefineWord => DefineGrammar.Define,
            TokenKind.ScenarioWord => ScenarioGrammar.Scenario,
            TokenKind.CheckWord => CheckGrammar.Check,
            TokenKind.AcknowledgeWord => ConflictGrammar.Acknowledge,
            TokenKind.AssumeWord => AssumeGrammar.Assume,
            TokenKind.ListWord => BlocGrammar.List,
            TokenKind.ResolveWord => ConflictGrammar.Resolve,
            TokenKind.UsesWord => UsesGrammar.Uses,
            _ => throw new UnreachableException(),
        };
        IResult<DeclarationSyntax> result = parser(input);
        TokenInput rest = result.Remainder.Tokens();
        ReportRest(rest);
        return rest.Reader.IsBroken ? Success(result.Value with { IsBroken = true }, rest) : result;
    };

    private static void ReportRest(TokenInput here)
    {
        if (!here.AtEnd)
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span,
                $"{here.Reader.Show(here.Token)} does not belong to this declaration.",
                "Remove it, or begin a new declaration on a new line.");
        }
    }
}
