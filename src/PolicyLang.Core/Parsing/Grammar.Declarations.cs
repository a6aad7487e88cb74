using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    /// <summary>What every declaration has: where it starts, its documentation, and whether something in it was reported.</summary>
    private sealed record Frame(IslandReader Reader, Token Keyword)
    {
        public string? Documentation => Parsing.Documentation.Before(Reader.Text, Keyword.Start);

        public bool IsBroken => Reader.IsBroken;
    }

    private static Parser<Frame> Opening => from here in Here from keyword in Take select new Frame(here.Reader, keyword);

    /// <summary>Any declaration that is one island.</summary>
    public static Parser<DeclarationSyntax> Declaration =>
        from declaration in Look(here => here.Kind switch
        {
            TokenKind.PartyWord => Party,
            TokenKind.OrganisationWord => Organisation,
            TokenKind.JurisdictionWord => Jurisdiction,
            TokenKind.BlocWord => Bloc,
            TokenKind.TaxonomyWord => Taxonomy,
            TokenKind.AttributeWord => Attribute,
            TokenKind.DefineWord => Define,
            TokenKind.ScenarioWord => Scenario,
            TokenKind.CheckWord => Check,
            TokenKind.AcknowledgeWord => Acknowledge,
            _ => Resolve,
        })
        from rest in Rest("declaration")
        select rest ? declaration with { IsBroken = true } : declaration;

    /// <summary>Reports what is left of an island; true where something is, or was reported before.</summary>
    private static Parser<bool> Rest(string what) => input =>
    {
        TokenInput here = input.Tokens();
        if (!here.AtEnd)
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, $"{here.Reader.Show(here.Token)} does not belong to this {what}.", $"Remove it, or begin a new {what} on a new line.");
        }

        return Result.Success(here.Reader.IsBroken, input);
    };

    public static Parser<FrameworkHeadSyntax> FrameworkHead =>
        (from frame in Opening
         from name in DeclaredName("framework")
         from title in OptionalText
         from tail in SkipNameTail(name)
         from open in Look(here => here.Reader.Tokens[Math.Max(0, here.Position - 1)].Kind == TokenKind.OpenBrace ? Parse.Return(true) : OpenBrace)
         from unclosed in Unclosed
         select (frame, name, title)).Spanned((f, span) => new FrameworkHeadSyntax(f.name, f.title, f.frame.Documentation, f.frame.IsBroken, span));

    // That a framework's own brace is missing is seen by the cutter and said at its name.
    private static Parser<bool> Unclosed => input =>
    {
        TokenInput here = input.Tokens();
        if (here.Reader.MissingBrace && !here.Reader.IsBroken)
        {
            Token name = here.Reader.Tokens[Math.Min(1, here.Reader.Tokens.Length - 1)];
            here.Reader.Report(here.Position, SyntaxDiagnostics.MissingBrace, name.Span, $"The framework {here.Reader.Show(name)} is not closed.", "Add '}' after its last clause.");
        }

        return Result.Success(true, input);
    };

    private static Parser<DeclarationSyntax> Party =>
        (from frame in Opening
         from name in DeclaredName("party")
         from title in OptionalText
         from open in OpenBrace
         from adoptions in While(here => here.Kind == TokenKind.AdoptsWord || Phrases.FirstOf(here, OtherAdopts) is not null, Adoption)
         from close in CloseBrace("party")
         select (frame, name, title, adoptions)).Spanned((p, span) =>
            (DeclarationSyntax)new PartySyntax(p.name, p.title, p.adoptions, p.frame.Documentation, p.frame.IsBroken, span));

    private static readonly string[][] OtherAdopts = [["adopted"], ["ratifies"], ["ratified"], ["joins"], ["joined"], ["accedes", "to"]];

    private static readonly string[][] OtherTowards = [["toward"], ["vis", "a", "vis"]];

    private static readonly string[][] OtherReserving = [["reserves"], ["with", "reservations", "to"], ["except"]];

    // "since", or what is written for it before a day; a day alone wants the word.
    private static Parser<Token> Since => Look(here => here.Kind switch
    {
        TokenKind.SinceWord => Take,
        TokenKind.Date => Expect(TokenKind.SinceWord, "'since' is missing before the day.", "Write 'since'.", " since"),
        _ => Replaced("since"),
    });

    private static Parser<DateLiteralSyntax?> OptionalUntil => Look(here =>
        here.Next == TokenKind.Date && (here.Kind == TokenKind.ToWord || Phrases.FirstOf(here, OtherEnd) is not null)
            ? Replaced("until").Then(_ => Date).Select(d => (DateLiteralSyntax?)d)
            : If(TokenKind.UntilWord, Take.Then(_ => Date)));

    private static Parser<AdoptionSyntax> Adoption =>
        (from keyword in Word(TokenKind.AdoptsWord, OtherAdopts)
         from framework in Look(here => here.Kind == TokenKind.SinceWord && here.Next == TokenKind.Date ? MissingFramework : Reference("A framework"))
         from since in Look(here => here.Kind == TokenKind.SinceWord || (here.Kind is TokenKind.FromWord or TokenKind.OnWord && here.Next == TokenKind.Date) || here.Kind == TokenKind.Date
             ? Since.Then(_ => Date).Select(d => (DateLiteralSyntax?)d)
             : MissingSince)
         from until in OptionalUntil
         from towards in Look(here => here.Kind == TokenKind.TowardsWord || Phrases.FirstOf(here, OtherTowards) is not null ? Word(TokenKind.TowardsWord, OtherTowards).Then(_ => Names("A place")) : Parse.Return(ImmutableArray<ReferenceSyntax>.Empty))
         from reserving in Look(here => here.Kind == TokenKind.ReservingWord || Phrases.FirstOf(here, OtherReserving) is not null ? Word(TokenKind.ReservingWord, OtherReserving).Then(_ => Names("A clause")) : Parse.Return(ImmutableArray<ReferenceSyntax>.Empty))
         from reservingUntil in Look(here => reserving.IsEmpty ? Parse.Return<DateLiteralSyntax?>(null) : If(TokenKind.UntilWord, Take.Then(_ => Date)))
         select (framework, since, until, towards, reserving, reservingUntil)).Spanned((a, span) =>
            new AdoptionSyntax(a.framework, a.since, a.until, a.towards, a.reserving, a.reservingUntil, span));

    private static Parser<ReferenceSyntax> MissingFramework => input =>
    {
        input.Tokens().ReportMissing(SyntaxDiagnostics.Expected, "A framework is missing before 'since'.", "Write the framework's name: 'adopts NAME since 2025-01-01'.");
        return Result.Success(new ReferenceSyntax([], new TextSpan(input.Tokens().Token.Start, 0)), input);
    };

    private static Parser<DateLiteralSyntax?> MissingSince => input =>
    {
        input.Tokens().ReportMissing(SyntaxDiagnostics.Expected, "The adoption has no first day.", "Write 'since' and a day: 'since 2025-01-01'.");
        return Result.Success<DateLiteralSyntax?>(null, input);
    };

    private static Parser<DeclarationSyntax> Organisation =>
        (from frame in Opening
         from name in DeclaredName("organisation")
         from title in OptionalText
         from under in Look(here => here.Kind == TokenKind.UnderWord || (here.Kind == TokenKind.InWord && IsListName(here.Next)) ? Word(TokenKind.UnderWord, ["in"]).Then(_ => Names("A legal order")) : Parse.Return(ImmutableArray<ReferenceSyntax>.Empty))
         select (frame, name, title, under)).Spanned((o, span) =>
            (DeclarationSyntax)new OrganisationSyntax(o.name, o.title, o.under, o.frame.Documentation, o.frame.IsBroken, span));

    private static Parser<DeclarationSyntax> Jurisdiction =>
        (from frame in Opening
         from name in DeclaredName("jurisdiction")
         from title in OptionalText
         from parts in Look(here => here.Kind == TokenKind.OpenBrace ? JurisdictionParts : Parse.Return(ImmutableArray<JurisdictionPartSyntax>.Empty))
         select (frame, name, title, parts)).Spanned((j, span) =>
            (DeclarationSyntax)new JurisdictionSyntax(j.name, j.title, j.parts, j.frame.Documentation, j.frame.IsBroken, span));

    private static Parser<ImmutableArray<JurisdictionPartSyntax>> JurisdictionParts =>
        from open in Take
        from parts in While(here => Keywords.IsWord(here.Kind), JurisdictionPart)
        from close in CloseBrace("jurisdiction")
        select parts;

    private static Parser<JurisdictionPartSyntax> JurisdictionPart =>
        from part in (from name in DeclaredName("territory") from title in OptionalText select (name, title)).Spanned((p, span) => new JurisdictionPartSyntax(p.name, p.title, span))
        from comma in Accept(TokenKind.Comma)
        select part;

    private static Parser<DeclarationSyntax> Bloc =>
        (from frame in Opening
         from name in DeclaredName("bloc")
         from title in OptionalText
         from supranational in Accept(TokenKind.SupranationalWord)
         from body in Look(here => (here.Kind == TokenKind.Equal && here.Next != TokenKind.OpenBrace) || (here.Kind == TokenKind.Colon && IsListName(here.Next)) ? EqualSign.Then(_ => ListSet("A place", TokenKind.OrWord)).Select(s => ((ListSetSyntax?)s, ImmutableArray<BlocEntrySyntax>.Empty)) : BlocEntries)
         select (frame, name, title, supranational, body)).Spanned((b, span) =>
            (DeclarationSyntax)new BlocSyntax(b.name, b.title, b.supranational, b.body.Item1, b.body.Item2, b.frame.Documentation, b.frame.IsBroken, span));

    private static Parser<Token> EqualSign => input =>
    {
        TokenInput here = input.Tokens();
        if (here.Kind == TokenKind.Colon)
        {
            here.Reader.Report(
                here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "A bloc has no ':'.", "Write '=' before its members, or put them in braces.", "Write '='",
                new TextEdit(TextSpan.FromBounds(here.Reader.EndBefore(here.Position), here.Token.End), " ="));
        }

        return Take(input);
    };

    private static Parser<(ListSetSyntax?, ImmutableArray<BlocEntrySyntax>)> BlocEntries =>
        from open in OpenBrace
        from entries in While(here => IsListName(here.Kind), BlocEntry)
        from close in CloseBrace("bloc")
        select ((ListSetSyntax?)null, entries);

    private static Parser<BlocEntrySyntax> BlocEntry =>
        (from members in BlocNames
         from since in Look(here => here.Kind is TokenKind.SinceWord or TokenKind.Date || (here.Kind == TokenKind.FromWord && here.Next == TokenKind.Date)
             ? Since.Then(_ => Date).Select(d => (DateLiteralSyntax?)d)
             : Parse.Return<DateLiteralSyntax?>(null))
         from until in OptionalUntil
         from when in If(TokenKind.WhenWord, Take.Then(_ => Condition))
         select (members, since, until, when)).Spanned((e, span) => new BlocEntrySyntax(e.members, e.since, e.until, e.when, span));

    // A comma before the closing brace is let pass.
    private static Parser<ImmutableArray<ReferenceSyntax>> BlocNames =>
        from first in Reference("A place")
        from rest in While(here => here.Kind == TokenKind.Comma, Take.Then(_ => Look(here => here.Kind == TokenKind.CloseBrace ? Parse.Return<ReferenceSyntax?>(null) : Reference("A place").Select(r => (ReferenceSyntax?)r))))
        select ImmutableArray.Create(first).AddRange(rest.OfType<ReferenceSyntax>());

    private static Parser<DeclarationSyntax> Taxonomy =>
        (from frame in Opening
         from name in DeclaredName("taxonomy")
         from title in OptionalText
         from open in OpenBrace
         from nodes in While(here => Keywords.IsWord(here.Kind), TaxonomyNode)
         from close in CloseBrace("taxonomy")
         select (frame, name, title, nodes)).Spanned((t, span) =>
            (DeclarationSyntax)new TaxonomySyntax(t.name, t.title, t.nodes, t.frame.Documentation, t.frame.IsBroken, span));

    private static Parser<TaxonomyNodeSyntax> TaxonomyNode => Nested(
        () => from node in (from name in DeclaredName("node")
                            from iri in If(TokenKind.Iri, Iri)
                            from title in OptionalText
                            from opposes in If(TokenKind.OpposesWord, Take.Then(_ => Reference("A node")))
                            from nodes in Look(here => here.Kind == TokenKind.OpenBrace ? TaxonomyChildren : Parse.Return(ImmutableArray<TaxonomyNodeSyntax>.Empty))
                            select (name, iri, title, opposes, nodes)).Spanned((n, span) => new TaxonomyNodeSyntax(n.name, n.iri, n.title, n.opposes, n.nodes, span))
              from comma in Accept(TokenKind.Comma)
              select node,
        span => new TaxonomyNodeSyntax(new NameSyntax(string.Empty, span), null, null, null, [], span));

    private static Parser<ImmutableArray<TaxonomyNodeSyntax>> TaxonomyChildren =>
        from open in Take
        from nodes in While(here => Keywords.IsWord(here.Kind), TaxonomyNode)
        from close in CloseBrace("node")
        select nodes;

    private static Parser<DeclarationSyntax> Attribute =>
        (from frame in Opening
         from name in DeclaredName("attribute")
         from here in Here
         from colon in here.Kind is TokenKind.IsWord or TokenKind.AsWord or TokenKind.Equal && Keywords.IsWord(here.Next) ? Replaced(":") : Expect(TokenKind.Colon, "':' and the attribute's type are missing.", "Write for example ': flag', ': count' or ': set of safeguard'.", here.Kind == TokenKind.Name || here.Kind == TokenKind.SetWord ? " :" : null)
         from set in Look(here => here.Next != TokenKind.OfWord ? Parse.Return(false)
             : (here.Kind == TokenKind.SetWord ? Take : Replaced("set")).Then(_ => Take).Select(_ => true))
         from setOf in Look(here => here.Kind == TokenKind.SetWord && here.Next == TokenKind.Name ? MissingOf : Parse.Return(false))
         from early in Look(here => here.Kind == TokenKind.ChosenWord && here.Next == TokenKind.Name ? EarlyChosen : Parse.Return(false))
         from type in ValueName("A type")
         from chosen in Accept(TokenKind.ChosenWord)
         from title in OptionalText
         select (frame, name, set, type, chosen, title)).Spanned((a, span) =>
            (DeclarationSyntax)new AttributeSyntax(a.name, a.set, a.type, a.chosen, a.title, a.frame.Documentation, a.frame.IsBroken, span));

    private static Parser<bool> MissingOf => input =>
    {
        TokenInput here = input.Tokens();
        here.Reader.Report(here.Position, SyntaxDiagnostics.Expected, here.Token.Span, "'set' is followed by 'of'.", "Write 'set of'.", "Write 'set of'", new TextEdit(here.Token.Span, "set of"));
        return Skip(1)(input);
    };

    // ": chosen flag"
    private static Parser<bool> EarlyChosen => input =>
    {
        TokenInput here = input.Tokens();
        Token type = here.Reader.Tokens[here.Position + 1];
        string meant = $"{here.Reader.TextOf(type)} chosen";
        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "'chosen' stands after the type.", $"Write '{meant}'.", $"Write '{meant}'", new TextEdit(here.Token.Span.Cover(type.Span), meant));
        return Skip(1)(input);
    };

    private static Parser<DeclarationSyntax> Define =>
        (from frame in Opening
         from name in DeclaredName("definition")
         from body in Look(here => here.Kind switch
         {
             TokenKind.Equal => Take.Then(_ => Set("A name")).Select(s => ((ConditionSyntax?)null, (SetSyntax?)s)),
             TokenKind.AsWord when here.Position + 2 < here.Reader.Tokens.Length && here.Reader.Tokens[here.Position + 2].Kind == TokenKind.Comma => Replaced("=").Then(_ => Set("A name")).Select(s => ((ConditionSyntax?)null, (SetSyntax?)s)),
             TokenKind.AsWord => Take.Then(_ => Condition).Select(c => ((ConditionSyntax?)c, (SetSyntax?)null)),
             TokenKind.WhenWord or TokenKind.IsWord or TokenKind.WhereWord => Replaced("as").Then(_ => Condition).Select(c => ((ConditionSyntax?)c, (SetSyntax?)null)),
             TokenKind.Colon => ColonForAs.Then(_ => Condition).Select(c => ((ConditionSyntax?)c, (SetSyntax?)null)),
             _ => Expect(TokenKind.AsWord, "The definition says nothing.", "Write 'as' and a condition, or '=' and a set.", here.Kind == TokenKind.Name ? char.IsUpper(here.Reader.Text[here.Token.Start]) ? " =" : " as" : null).Select(_ => ((ConditionSyntax?)null, (SetSyntax?)null)),
         })
         select (frame, name, body)).Spanned((d, span) =>
            (DeclarationSyntax)new DefineSyntax(d.name, d.body.Item1, d.body.Item2, d.frame.Documentation, d.frame.IsBroken, span));

    private static Parser<Token> ColonForAs => input =>
    {
        TokenInput here = input.Tokens();
        int words = here.Next == TokenKind.Equal ? 2 : 1;
        TextSpan colon = TextSpan.FromBounds(here.Reader.EndBefore(here.Position), Phrases.Span(here, words).End);
        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "A definition has no ':'.", "Write 'as' before a condition, '=' before a set.", "Write 'as'", new TextEdit(colon, " as"));
        return Result.Success(here.Token, Skip(words)(input).Remainder);
    };

    private static Parser<Token> Between(string help) => Look(here =>
        here.Kind is TokenKind.OfWord or TokenKind.ByWord ? Replaced("between")
        : Expect(TokenKind.BetweenWord, "'between' and the clauses are missing.", help, IsListName(here.Kind) ? " between" : null));

    private static Parser<Token> ColonForBecause => input =>
    {
        TokenInput here = input.Tokens();
        here.Reader.Report(here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, "A reason follows 'because'.", "Write 'because'.", "Write 'because'", new TextEdit(here.Token.Span, " because"));
        return Take(input);
    };

    private static Parser<DeclarationSyntax> Acknowledge =>
        (from frame in Opening
         from conflict in Expect(TokenKind.ConflictWord, "'acknowledge' is followed by 'conflict between' and clauses.", "Write 'acknowledge conflict between F.A and G.B because \"…\"'.", " conflict")
         from between in Between("Write 'between F.A and G.B'.")
         from clauses in Anded("A clause")
         from because in Look(here => (here.Kind is TokenKind.SinceWord or TokenKind.AsWord || Phrases.Starts(here, ["reason"])) && here.Next == TokenKind.Text ? Replaced("because")
             : here.Kind == TokenKind.Colon && here.Next == TokenKind.Text ? ColonForBecause
             : Expect(TokenKind.BecauseWord, "The reason is missing.", "Write 'because' and a reason in quotes.", here.Kind == TokenKind.Text ? " because" : null))
         from text in Look(here => because.Length == 0 && here.Kind != TokenKind.Text ? Parse.Return<TextLiteralSyntax?>(null) : Text.Select(t => (TextLiteralSyntax?)t))
         from until in If(TokenKind.UntilWord, Take.Then(_ => Date))
         select (frame, clauses, text, until)).Spanned((a, span) =>
            (DeclarationSyntax)new AcknowledgeSyntax(a.clauses.Names, a.text, a.until, a.frame.Documentation, a.frame.IsBroken, span));

    private static Parser<DeclarationSyntax> Resolve =>
        (from frame in Opening
         from conflicts in Look(here => here.Kind == TokenKind.ConflictWord ? Replaced("conflicts")
             : Expect(TokenKind.ConflictsWord, "'resolve' is followed by 'conflicts by' and principles.", "Write for example 'resolve conflicts by superior, specialis, posterior'.", here.Kind == TokenKind.ByWord ? " conflicts" : null))
         from @by in Look(here => here.Kind == TokenKind.WithWord ? Replaced("by") : Expect(TokenKind.ByWord, "'by' and the principles are missing.", "Write 'by superior, specialis, posterior', or fewer of them."))
         from principles in Names("A principle")
         select (frame, principles)).Spanned((r, span) =>
            (DeclarationSyntax)new ResolveSyntax(r.principles, r.frame.Documentation, r.frame.IsBroken, span));
}
