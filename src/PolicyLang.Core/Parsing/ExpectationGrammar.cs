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
            TokenKind.DiscouragedWord => ReadAdvice(ref at, discouraged: true),
            TokenKind.AdvisedWord => ReadAdvice(ref at, discouraged: false),
            _ => ReadApplies(ref at),
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
        if (at.Kind == TokenKind.Colon && Keywords.IsWord(at.Position.Next))
        {
            at.Position.ReportSuperfluous();
            at.Take();
        }
        else if (NoiseWordings.BeforeOutcome.Has(at.Position))
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
        Token conflict = PassConflict(ref at, "Write 'expect no conflict'.");
        if (at.Kind != TokenKind.BetweenWord)
        {
            return new NoConflictExpectSyntax([], no.Span.Cover(conflict.Span));
        }

        at.Take();
        ImmutableArray<SideSyntax> between = at.Read(ConflictGrammar.Sides);
        return new NoConflictExpectSyntax(between, at.Span);
    }

    /// <summary>Reads "conflict" after "no", or what is written for it.</summary>
    public static Token PassConflict(ref Cursor at, string help) => at.Kind == TokenKind.ConflictsWord
        ? at.Replace("conflict")
        : at.Expect(TokenKind.ConflictWord, "'conflict' is missing after 'no'.", help);

    private static AdviceExpectSyntax ReadAdvice(ref Cursor at, bool discouraged)
    {
        at.Take();
        at.Expect(TokenKind.ByWord, "The clause that gives the advice is missing.",
            $"Write '{(discouraged ? "discouraged" : "advised")} by' and a clause.", NameGrammar.IsListName(at.Kind) ? " by" : null);
        return new AdviceExpectSyntax(discouraged, at.Read(NameGrammar.Clauses), at.Span);
    }

    // "C applies", "C does not apply"
    private static AppliesExpectSyntax? ReadApplies(ref Cursor at)
    {
        Token[] tokens = at.Reader.Tokens;
        int end = NameGrammar.IsListName(at.Kind) ? at.Position.Position + 1 : 0;
        while (end > 0 && tokens[end].Kind == TokenKind.Dot && Keywords.IsWord(tokens[end + 1].Kind))
        {
            end += 2;
        }

        if (end == 0 || !(
            tokens[end].Kind is TokenKind.AppliesWord or TokenKind.DoesWord || ApplyWordings.Applying.Has(at.Reader.InputAt(end))))
        {
            return null;
        }

        ReferenceSyntax clause = at.Read(NameGrammar.Clause);
        if (at.Accept(TokenKind.AppliesWord))
        {
            return new AppliesExpectSyntax(clause, true, at.Span);
        }

        if (ApplyWordings.Applying.Find(at.Position) is { } other)
        {
            at.Reword(other.Count, other.Meant);
            return new AppliesExpectSyntax(clause, other.Value, at.Span);
        }

        at.Take();
        at.Expect(TokenKind.NotWord, "'does' is followed by 'not apply'.", "Write 'applies' or 'does not apply'.");
        at.Expect(TokenKind.ApplyWord, "'does not' is followed by 'apply'.", "Write 'does not apply'.", " apply");
        return new AppliesExpectSyntax(clause, false, at.Span);
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
        TokenInput here = at.Position;
        if (OutcomeWordings.Outcomes.Find(here) is { } other)
        {
            Phrases.Report(here, SyntaxDiagnostics.Unexpected, 1, other.Meant);
        }

        here.ReportMissing(SyntaxDiagnostics.Expected, "What is expected is missing.",
            "Write 'permitted', 'prohibited', 'unregulated', 'conflicting', 'conflict between …', 'no conflict', 'CLAUSE applies', "
            + "'discouraged by …', 'advised by …', 'duty …' or 'way …'.");
        while (at.Kind is not (TokenKind.ExpectWord or TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            at.Take();
        }

        return new OutcomeExpectSyntax(ExpectedOutcome.Permitted, [], new TextSpan(here.Reader.EndBefore(here.Position), 0));
    }
}
