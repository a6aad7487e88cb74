using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    private static readonly string[] PropertyWords =
        [.. Keywords.All.Where(w => Keywords.StartsProperty(Keywords.KindOf(w))), "transfer", "sovereignty", "norm"];

    private static readonly string[][] OtherForce = [["effective", "from"], ["effective"], ["valid", "from"], ["applies", "from"], ["applicable", "from"], ["enters", "into", "force", "on"], ["entered", "into", "force", "on"], ["with", "effect", "from"], ["since"]];

    public static Parser<FrameworkMemberSyntax> Properties =>
        While(here => !here.AtEnd, Look(here => Keywords.StartsProperty(here.Kind) ? Property : SkipToProperty))
            .Spanned((p, span) => (FrameworkMemberSyntax)new PropertiesSyntax([.. p.OfType<PropertySyntax>()], span));

    private static Parser<PropertySyntax?> Property => Look(here => PropertyOf(here.Kind));

    private static Parser<PropertySyntax?> PropertyOf(TokenKind kind) => Look(here => kind switch
    {
        TokenKind.CitationWord => Stated(Text, (v, k, s) => new CitationPropertySyntax(v, k, s)),
        TokenKind.SourceWord => Stated(Iri, (v, k, s) => new SourcePropertySyntax(v, k, s)),
        TokenKind.AuthorityWord => Stated(ValueName("An authority"), (v, k, s) => new AuthorityPropertySyntax(v, k, s)),
        TokenKind.RankWord => Stated(ValueName("A rank"), (v, k, s) => new RankPropertySyntax(v, k, s)),
        TokenKind.AdoptedWord => Stated(Date, (v, k, s) => new AdoptedPropertySyntax(v, k, s)),
        TokenKind.PartiesWord => Stated(Set("A place"), (v, k, s) => new PartiesPropertySyntax(v, k, s)),
        TokenKind.AimsWord => Stated(Names("An aim"), (v, k, s) => new NameListPropertySyntax(PropertyListKind.Aims, v, k, s)),
        TokenKind.ReplacesWord => Stated(Names("A framework"), (v, k, s) => new NameListPropertySyntax(PropertyListKind.Replaces, v, k, s)),
        TokenKind.ImplementsWord => Stated(Names("A framework"), (v, k, s) => new NameListPropertySyntax(PropertyListKind.Implements, v, k, s)),
        _ when here.Next == TokenKind.ForceWord => Force.Spanned((f, span) =>
            (PropertySyntax?)new ForcePropertySyntax(f, TextSpan.FromBounds(here.Token.Start, here.Reader.Tokens[here.Position + 1].End), span)),
        TokenKind.InWord when here.Next == TokenKind.Name && NearestName.Find(here.Reader.TextOf(here.Reader.Tokens[here.Position + 1]), ["force"]) is not null =>
            Take.Then(_ => Replaced("force")).Then(_ => Parse.Return<PropertySyntax?>(null)).Then(_ => Skipped),
        _ => SkipToProperty,
    });

    private static Parser<PropertySyntax?> Stated<T>(Parser<T> value, Func<T, TextSpan, TextSpan, PropertySyntax> make) =>
        (from keyword in Take from v in value select (keyword, v)).Spanned((p, span) => (PropertySyntax?)make(p.v, p.keyword.Span, span));

    private static Parser<NameSyntax> ValueName(string what) => input =>
    {
        TokenInput here = input.Tokens();
        if (here.Kind is TokenKind.Colon or TokenKind.Equal && Keywords.IsWord(here.Next))
        {
            ReportSuperfluous(here);
            return ValueName(what)(input.Advance());
        }

        if (here.Kind == TokenKind.Text)
        {
            NotAName(here);
            return Result.Success(new NameSyntax(Unescape(here.Reader.TextOf(here.Token)), here.Token.Span), input.Advance());
        }

        // A property on the next line is the next property rather than this one's value.
        bool next = Keywords.StartsProperty(here.Kind) && here.StartsLine;
        if (Keywords.IsWord(here.Kind) && !next)
        {
            return Result.Success(new NameSyntax(here.Reader.NameOf(here.Token), here.Token.Span), input.Advance());
        }

        here.ReportMissing(SyntaxDiagnostics.Expected, $"{what} is missing.", $"Write {LowerFirst(what)} here.");
        return Result.Success(new NameSyntax(string.Empty, new TextSpan(here.Reader.EndBefore(here.Position), 0)), input);
    };

    // A word that is no property is reported once; what follows it, a block in braces too, is passed over.
    private static Parser<PropertySyntax?> SkipToProperty => input =>
    {
        TokenInput here = input.Tokens();
        if (OtherForce.FirstOrDefault(o => Phrases.Starts(here, o)) is { } words)
        {
            Phrases.Report(here, SyntaxDiagnostics.UnknownModifier, words.Length, "in force from");
            return Date.Then(_ => Parse.Return<PropertySyntax?>(null))(here.Reader.InputAt(here.Position + words.Length));
        }

        string word = here.Reader.TextOf(here.Token);
        if (Phrases.Starts(here, ["issued", "by"]))
        {
            Phrases.Report(here, SyntaxDiagnostics.UnknownModifier, 2, "authority");
            return PropertyOf(TokenKind.AuthorityWord)(input.Advance());
        }

        if (here.Kind == TokenKind.ForceWord && here.Next is TokenKind.FromWord or TokenKind.UntilWord)
        {
            Phrases.Report(here, SyntaxDiagnostics.UnknownModifier, 1, "in force");
            return Skipped(input);
        }

        string? nearest = OtherProperties.TryGetValue(word, out string? property) ? property
            : OtherKinds.Contains(word) && Keywords.IsWord(here.Next) ? KindFor(here) : Keywords.IsWord(here.Kind) ? NearestName.Find(word.ToLowerInvariant(), PropertyWords) : null;
        bool isWord = Keywords.IsWord(here.Kind);
        here.Reader.Report(
            here.Position, isWord ? SyntaxDiagnostics.UnknownModifier : SyntaxDiagnostics.Unexpected, here.Token.Span,
            isWord ? $"'{word}' is neither a property of a framework nor the kind of a clause." : $"{here.Reader.Show(here.Token)} does not belong here.",
            nearest is null ? "A framework has properties (citation, source, authority, rank, in force …) and clauses (transfer, sovereignty, norm)." : $"Did you mean '{nearest}'?",
            nearest is not null ? $"Write '{nearest}'" : IsRemovable(here) ? "Remove it" : null,
            nearest is not null ? [new TextEdit(here.Token.Span, nearest)] : IsRemovable(here) ? [new TextEdit(here.Token.Span, string.Empty)] : []);
        return nearest is not null && Keywords.StartsProperty(Keywords.KindOf(nearest)) && Keywords.KindOf(nearest) != TokenKind.InWord
            ? PropertyOf(Keywords.KindOf(nearest))(input)
            : Skipped(input);
    };

    private static readonly Dictionary<string, string> OtherProperties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["enacted"] = "adopted",
        ["signed"] = "adopted",
        ["passed"] = "adopted",
        ["repeals"] = "replaces",
        ["supersedes"] = "replaces",
        ["transposes"] = "implements",
        ["members"] = "parties",
        ["signatories"] = "parties",
        ["goals"] = "aims",
        ["objectives"] = "aims",
        ["level"] = "rank",
        ["url"] = "source",
        ["link"] = "source",
        ["website"] = "source",
        ["issuer"] = "authority",
        ["reference"] = "citation",
    };

    private static readonly HashSet<string> OtherKinds = new(StringComparer.OrdinalIgnoreCase) { "rule", "clause", "article", "section", "provision", "obligation", "prohibition", "permission", "duty", "right", "requirement" };

    private static readonly HashSet<string> PlacedActions = new(StringComparer.Ordinal) { "store", "mirror", "process", "access", "operate", "disclose" };

    /// <summary>The kind of clause that a sentence can stand in: any can in a norm, one about moving data belongs to 'transfer', one about its place to 'sovereignty'.</summary>
    private static string KindFor(TokenInput here)
    {
        // The modality and the places of a sentence are near; a search to the end for each clause would take time with the square of the text.
        var tokens = new Token[Math.Min(60, here.Reader.Tokens.Length - here.Position)];
        Array.Copy(here.Reader.Tokens, here.Position, tokens, 0, tokens.Length);
        int modality = Array.FindIndex(tokens, t => t.Kind is TokenKind.MayWord or TokenKind.MustWord or TokenKind.NeedWord or TokenKind.ShouldWord or TokenKind.PartiesWord);
        int verb = modality < 0 || modality + 1 >= tokens.Length || tokens[modality].Kind == TokenKind.PartiesWord ? -1 : tokens[modality + 1].Kind is TokenKind.NotWord or TokenKind.OnlyWord ? modality + 2 : modality + 1;
        bool placed = Array.FindIndex(tokens, t => t.Kind is TokenKind.FromWord or TokenKind.ToWord) >= 0;
        return verb < 0 || verb >= tokens.Length ? "norm"
            : tokens[verb].Kind == TokenKind.TransferWord && placed ? "transfer"
            : PlacedActions.Contains(here.Reader.TextOf(tokens[verb])) ? "sovereignty"
            : "norm";
    }

    private static Parser<PropertySyntax?> Skipped => input =>
    {
        int depth = 0;
        IInput rest = input;
        do
        {
            depth += rest.Tokens().Kind switch { TokenKind.OpenBrace => 1, TokenKind.CloseBrace => -1, _ => 0 };
            rest = rest.Advance();
        }
        while (!rest.Tokens().AtEnd && (depth > 0 || !Keywords.StartsProperty(rest.Tokens().Kind)));

        return Result.Success<PropertySyntax?>(null, rest);
    };
}
