using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>For files of the first edition: each place where a sentence now means something else.</summary>
internal static class EditionLints
{
    private const string Page = "See 'The second edition' in the documentation; \"edition\": 2 in policy.json ends these hints.";

    /// <summary>The findings about one file.</summary>
    public static IEnumerable<Diagnostic> Check(BoundFile part) =>
        part.Frameworks.SelectMany(Check).Concat(part.Checks.SelectMany(Check))
            .Concat(part.Scenarios.SelectMany(s => s.Expectations).SelectMany(Check));

    private static IEnumerable<Diagnostic> Check(FrameworkSymbol framework)
    {
        if (framework.Authority is OrganisationSymbol organisation)
        {
            string rank = framework.HasRank ? string.Empty : " Without a rank it is a policy; before, it was a statute.";
            yield return Hint(framework.Location,
                $"The rules of '{framework.Name}' apply to '{organisation.Name}' and what is under it; before, they applied to "
                + $"everybody.{rank}");
        }

        if (framework.Clauses.All(c => c.Meaning?.Collected is null)
            && framework.Clauses.FirstOrDefault(c => c.Meaning is { From: not null and not BoundAnySet }) is { } sent)
        {
            yield return Hint(Locate(sent, sent.Syntax.Node.Modifiers.OfType<FromModifierSyntax>().Select(m => m.Span)),
                $"'from' is where the data are sent from, here and in the rest of '{framework.Name}'; where they were first collected is "
                + "'collected in'.");
        }

        foreach (Diagnostic found in framework.Clauses.SelectMany(Check))
        {
            yield return found;
        }
    }

    private static IEnumerable<Diagnostic> Check(ClauseSymbol clause)
    {
        if (clause.Meaning is not { } meaning)
        {
            yield break;
        }

        if (Keeping(clause, meaning) is { } keeping)
        {
            yield return Hint(clause.Location, keeping);
        }

        if (IsPredicate(meaning.Subject) || IsPredicate(meaning.Of))
        {
            yield return Hint(clause.Location, Sets($"'{clause.QualifiedName}'"));
        }

        foreach (TextSpan span in clause.Syntax.Node.Modifiers.Where(InMonths).Select(m => m.Span))
        {
            yield return Hint(Locate(clause, [span]), Months);
        }
    }

    private static IEnumerable<Diagnostic> Check(BoundCheck check)
    {
        if (IsPredicate(check.Pattern.Subject) || IsPredicate(check.Pattern.Of))
        {
            yield return Hint(check.Head, Sets("The check"));
        }

        if (check.Pattern is { Within.Kind: ClockKind.Months } or { NotBefore.Kind: ClockKind.Months })
        {
            yield return Hint(check.Head, Months);
        }
    }

    private static IEnumerable<Diagnostic> Check(BoundExpectation expectation) =>
        expectation is BoundWaitExpectation { Clock.Kind: ClockKind.Months } ? [Hint(expectation.Location, Months)] : [];

    // What a transfer clause says about keeping data abroad; null if unchanged.
    private static string? Keeping(ClauseSymbol clause, BoundClause meaning)
    {
        if (clause.ClauseKind != ClauseKind.Transfer
            || meaning is not { From: not null and not BoundAnySet, To: not null, Modality: { } modality })
        {
            return null;
        }

        bool named = meaning.Verbs is BoundListSet { Outside: false } verbs
            && verbs.Members.Any(v => v.Name == BuiltInAttributes.TransferAction);
        if (!named || modality is Modality.Must or Modality.Should)
        {
            return $"'{clause.QualifiedName}' says nothing of keeping data abroad; before, that counted as a transfer here.";
        }

        return ComparedAttributes.Has(meaning, BuiltInAttributes.Destination)
            ? $"Where '{clause.QualifiedName}' speaks of keeping data abroad, 'destination' in its conditions is the place where they are "
                + "kept; before, no destination was named there."
            : null;
    }

    private static bool IsPredicate(BoundSet? set) => set is BoundListSet { Outside: true } or BoundListSet { Except.IsEmpty: false };

    private static bool InMonths(ModifierSyntax modifier) =>
        modifier is WithinModifierSyntax { Duration.Unit: DurationUnit.Months }
            or NotBeforeModifierSyntax { Duration.Unit: DurationUnit.Months };

    private static string Sets(string what) =>
        $"{what} leaves out whoever has one of the roles or homes taken out; before, one other was enough to be meant.";

    private const string Months = "Months are those of the calendar; before, a month was 720 hours.";

    private static Location Locate(ClauseSymbol clause, IEnumerable<TextSpan> spans) =>
        clause.Location with { Span = spans.Select(clause.Syntax.Absolute).DefaultIfEmpty(clause.Location.Span).First() };

    private static Diagnostic Hint(Location location, string message) => StyleDiagnostics.OtherMeaning.Create(location, message, Page);
}
