using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>The properties of a framework, and what stands in their place.</summary>
internal static class PropertyGrammar
{
    private static readonly string[] ForceWords = ["force"];

    private static readonly string[] IssuedBy = ["issued", "by"];

    private static readonly string[] PropertyWords =
        [.. Keywords.All.Where(w => Keywords.StartsProperty(Keywords.KindOf(w))), .. ClauseKinds.All.Select(k => k.Word)];

    private static readonly Parser<PropertySyntax?> PropertyOrOther = input =>
        input.Tokens().Kind == TokenKind.ResolveWord ? ConflictGrammar.ResolveInFramework(input)
        : Keywords.StartsProperty(input.Tokens().Kind) ? Read(input, input.Tokens().Kind) : ReadOther(input.Tokens());

    /// <summary>A run of properties.</summary>
    public static readonly Parser<FrameworkMemberSyntax> Properties = input =>
    {
        var at = new Cursor(input);
        ImmutableArray<PropertySyntax?> properties = at.ReadWhile(static here => !here.AtEnd, PropertyOrOther);
        return at.Success<FrameworkMemberSyntax>(new PropertiesSyntax([.. properties.OfType<PropertySyntax>()], at.Span));
    };

    private static IResult<PropertySyntax?> Read(IInput input, TokenKind kind)
    {
        TokenInput here = input.Tokens();
        switch (kind)
        {
            case TokenKind.CitationWord:
                return Stated(input, LiteralGrammar.Text, static (v, k, s) => new CitationPropertySyntax(v, k, s));
            case TokenKind.SourceWord:
                return Stated(input, LiteralGrammar.Iri, static (v, k, s) => new SourcePropertySyntax(v, k, s));
            case TokenKind.AuthorityWord:
                return Stated(input, DeclaredNameGrammar.Authority, static (v, k, s) => new AuthorityPropertySyntax(v, k, s));
            case TokenKind.RankWord:
                return Stated(input, DeclaredNameGrammar.Rank, static (v, k, s) => new RankPropertySyntax(v, k, s));
            case TokenKind.AdoptedWord:
                return Stated(input, DateGrammar.Date, static (v, k, s) => new AdoptedPropertySyntax(v, k, s));
            case TokenKind.PartiesWord:
                return Stated(input, SetGrammar.Places, static (v, k, s) => new PartiesPropertySyntax(v, k, s));
            case TokenKind.AimsWord:
                return Stated(input, NameGrammar.Aims, static (v, k, s) => new NameListPropertySyntax(PropertyListKind.Aims, v, k, s));
            case TokenKind.ReplacesWord:
                return Stated(
                    input, NameGrammar.Frameworks, static (v, k, s) => new NameListPropertySyntax(PropertyListKind.Replaces, v, k, s));
            case TokenKind.RepealsWord:
                return Stated(input, NameGrammar.ClausesOrFrameworks,
                    static (v, k, s) => new NameListPropertySyntax(PropertyListKind.Repeals, v, k, s));
            case TokenKind.ImplementsWord:
                return Stated(
                    input, NameGrammar.Frameworks, static (v, k, s) => new NameListPropertySyntax(PropertyListKind.Implements, v, k, s));
        }

        if (here.Next == TokenKind.ForceWord)
        {
            return ForceGrammar.Property(input);
        }

        if (kind == TokenKind.InWord && here.Next == TokenKind.Name
            && NearestName.Find(here.Reader.TextOf(here.Reader.Tokens[here.Position + 1]), ForceWords) is not null)
        {
            var at = new Cursor(here.Advance());
            at.Replace("force");
            return PassOver(at.Position);
        }

        return ReadOther(here);
    }

    private static IResult<PropertySyntax?> Stated<T>(IInput input, Parser<T> value, Func<T, TextSpan, TextSpan, PropertySyntax> make)
    {
        var at = new Cursor(input);
        Token keyword = at.Take();
        T stated = at.Read(value);
        return at.Success<PropertySyntax?>(make(stated, keyword.Span, at.Span));
    }

    // Report an unknown property once and skip its value, braces included.
    private static IResult<PropertySyntax?> ReadOther(TokenInput here)
    {
        if (ModifierWordings.InForce.Find(here) is { } force)
        {
            Phrases.Report(here, SyntaxDiagnostics.UnknownModifier, force.Count, force.Meant);
            return Success<PropertySyntax?>(null, DateGrammar.Date(here.Skip(force.Count)).Remainder);
        }

        if (Phrases.Starts(here, IssuedBy))
        {
            Phrases.Report(here, SyntaxDiagnostics.UnknownModifier, 2, "authority");
            return Read(here.Advance(), TokenKind.AuthorityWord);
        }

        if (here.Kind == TokenKind.ForceWord && here.Next is TokenKind.FromWord or TokenKind.UntilWord)
        {
            Phrases.Report(here, SyntaxDiagnostics.UnknownModifier, 1, "in force");
            return PassOver(here);
        }

        string word = here.Reader.TextOf(here.Token);
        bool isWord = Keywords.IsWord(here.Kind);
        string? nearest = DeclarationWordings.Properties.Find(here) is { } property ? property.Meant
            : ClauseKindNeeded.IsOtherKind(word) && Keywords.IsWord(here.Next) ? ClauseKindNeeded.Find(here)
            : isWord ? NearestName.Find(word.ToLowerInvariant(), PropertyWords)
            : null;
        bool removable = ModifierGrammar.IsRemovable(here);
        here.Reader.Report(
            here.Position, isWord ? SyntaxDiagnostics.UnknownModifier : SyntaxDiagnostics.Unexpected, here.Token.Span,
            isWord
                ? $"'{word}' is neither a property of a framework nor the kind of a clause."
                : $"{here.Reader.Show(here.Token)} does not belong here.",
            nearest is null
                ? "A framework has properties (citation, source, authority, rank, in force …) and clauses "
                    + $"({string.Join(", ", ClauseKinds.All.Select(k => k.Word))})."
                : $"Did you mean '{nearest}'?",
            nearest is not null ? $"Write '{nearest}'" : removable ? "Remove it" : null,
            nearest is not null
                ? [new TextEdit(here.Token.Span, nearest)]
                : removable ? [new TextEdit(here.Token.Span, string.Empty)] : []);
        return nearest is not null && Keywords.StartsProperty(Keywords.KindOf(nearest)) && Keywords.KindOf(nearest) != TokenKind.InWord
            ? Read(here, Keywords.KindOf(nearest))
            : PassOver(here);
    }

    private static IResult<PropertySyntax?> PassOver(TokenInput here)
    {
        int depth = 0;
        TokenInput rest = here;
        do
        {
            depth += rest.Kind == TokenKind.OpenBrace ? 1 : rest.Kind == TokenKind.CloseBrace ? -1 : 0;
            rest = rest.Advance().Tokens();
        }
        while (!rest.AtEnd && (depth > 0 || !(Keywords.StartsProperty(rest.Kind) || rest.Kind == TokenKind.ResolveWord)));

        return Success<PropertySyntax?>(null, rest);
    }
}
