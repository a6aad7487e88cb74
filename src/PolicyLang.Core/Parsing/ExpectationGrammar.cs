using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>What a scenario expects.</summary>
internal static class ExpectationGrammar
{
    private static readonly string[] ExpectWords = ["expect"];

    /// <summary>Whether a word stands for "expect".</summary>
    public static bool IsOther(TokenInput here) => LinkWordings.Expect.Has(here)
        || (here.Kind == TokenKind.Name && NearestName.Find(here.Reader.TextOf(here.Token), ExpectWords) is not null);

    // Its span begins after "expect".
    private static readonly Parser<ExpectSyntax> Expected = input =>
    {
        var at = new Cursor(input);
        ExpectSyntax? expected = at.Kind switch
        {
            TokenKind.PermittedWord => ReadOutcome(ref at, ExpectedOutcome.Permitted),
            TokenKind.ProhibitedWord => ReadOutcome(ref at, ExpectedOutcome.Prohibited),
            TokenKind.UnregulatedWord => ReadOutcome(ref at, ExpectedOutcome.Unregulated),
            TokenKind.ConflictingWord => ReadOutcome(ref at, ExpectedOutcome.Conflicting),
            TokenKind.ConflictWord => ReadConflict(ref at),
            TokenKind.NoWord => ReadNoConflict(ref at),
            TokenKind.DutyWord => ReadDuty(ref at),
            TokenKind.WayWord => at.Read(WayGrammar.Way),
            _ => null,
        };
        return at.Success(expected ?? ReadMissing(ref at));
    };

    public static readonly Parser<ExpectSyntax> Expectation = input =>
    {
        var at = new Cursor(input);
        if (!at.Accept(TokenKind.ExpectWord))
        {
            at.Replace("expect");
        }

        PassNoise(ref at);
        return at.Success(at.Read(Expected));
    };

    private static void PassNoise(ref Cursor at)
    {
        if (at.Kind == TokenKind.Colon && Keywords.IsWord(at.Here.Next))
        {
            at.Here.ReportSuperfluous();
            at.Take();
        }
        else if (NoiseWordings.BeforeOutcome.Has(at.Here))
        {
            at.PassNoise(1);
        }
    }

    private static OutcomeExpectSyntax ReadOutcome(ref Cursor at, ExpectedOutcome outcome)
    {
        at.Take();
        ImmutableArray<ReferenceSyntax> by = [];
        if (at.Kind is TokenKind.ByWord or TokenKind.UnderWord)
        {
            at.ReadWord(TokenKind.ByWord, LinkWordings.By);
            by = at.Read(NameGrammar.Clauses);
        }

        return new OutcomeExpectSyntax(outcome, by, at.Span);
    }

    private static ConflictExpectSyntax ReadConflict(ref Cursor at)
    {
        at.Take();
        ConflictGrammar.PassBetween(ref at, "Write 'expect conflict between F.A and G.B'.");
        NameListSyntax clauses = at.Read(NameGrammar.ClausesAnd);
        return new ConflictExpectSyntax(clauses.Names, at.Span);
    }

    private static NoConflictExpectSyntax ReadNoConflict(ref Cursor at)
    {
        Token no = at.Take();
        Token conflict = at.Kind == TokenKind.ConflictsWord
            ? at.Replace("conflict")
            : at.Expect(TokenKind.ConflictWord, "'conflict' is missing after 'no'.", "Write 'expect no conflict'.");
        return new NoConflictExpectSyntax([], no.Span.Cover(conflict.Span));
    }

    private static DutyExpectSyntax ReadDuty(ref Cursor at)
    {
        at.Take();
        ReferenceSyntax clause = at.Read(NameGrammar.Clause);
        return new DutyExpectSyntax(clause, at.Span);
    }

    /// <summary>Reports that it is not said what is expected, and passes over what stands there.</summary>
    public static OutcomeExpectSyntax ReadMissing(ref Cursor at)
    {
        TokenInput here = at.Here;
        if (OutcomeWordings.Outcomes.Find(here) is { } other)
        {
            Phrases.Report(here, SyntaxDiagnostics.Unexpected, 1, other.Meant);
        }

        here.ReportMissing(SyntaxDiagnostics.Expected, "What is expected is missing.", "Write 'permitted', 'prohibited', 'unregulated', 'conflicting', 'conflict between …', 'no conflict', 'duty …' or 'way …'.");
        while (at.Kind is not (TokenKind.ExpectWord or TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            at.Take();
        }

        return new OutcomeExpectSyntax(ExpectedOutcome.Permitted, [], new TextSpan(here.Reader.EndBefore(here.Position), 0));
    }
}
