using PolicyLang.LanguageService.Wording;
using PolicyLang.Repairs.Hypotheses;

namespace PolicyLang.LanguageService.Answers;

/// <summary>What a supposition means, as lines to read: the parties first, then how the law differs.</summary>
internal static class SuppositionAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="answer">What it means.</param>
    /// <param name="places">Where names stand in the files as they are.</param>
    public static AnswerText Write(WhatIfAnswer answer, AnswerPlaces places) => new(
        "What would be",
        [Sentences.Begin(ComparisonWords.Meaning(answer.Comparison.Level))],
        [
            .. answer.Parties.Select(p => new AnswerSection(p.Party, [.. Rows(p, places)])),
            new AnswerSection("The others", Others(answer, places)),
            .. DifferenceAnswer.Sections(answer.Comparison, places),
        ],
        [.. DifferenceAnswer.Notes(answer.Comparison)])
    { Level = WireNames.NameOf(answer.Comparison.Level) };

    private static IEnumerable<AnswerRow> Rows(PartyOutlook party, AnswerPlaces places)
    {
        yield return new AnswerRow(
            "breaches", WhatIfWords.Breaches(party), [.. party.Breaches.Select(b => WhatIfWords.Told(b))],
            places.Find(party.Breaches.SelectMany(b => b.Of.Prepend(b.Clause))));
        foreach ((string kind, string? text, IEnumerable<OwedClause> clauses) in new[]
        {
            ("missing", WhatIfWords.Missing(party), party.Missing.Select(m => new OwedClause(m, []))),
            ("gains", WhatIfWords.Gains(party), party.Gains.AsEnumerable()),
            ("losses", WhatIfWords.Losses(party), party.Losses.AsEnumerable()),
        })
        {
            if (text is not null)
            {
                yield return new AnswerRow(kind, Sentences.Begin(text), [], places.Find(clauses.Select(c => c.Clause)));
            }
        }

        foreach (string line in WhatIfWords.Reserving(party))
        {
            yield return new AnswerRow(
                "reservation", Sentences.Begin(line.Trim()), [],
                line.StartsWith(" ", StringComparison.Ordinal) ? [] : places.Find(party.Reservation?.Clauses ?? []));
        }
    }

    private static ImmutableArray<AnswerRow> Others(WhatIfAnswer answer, AnswerPlaces places) => answer.Others.IsEmpty
        ? [new AnswerRow("none", "No new conflict.", [], [])]
        : DifferenceAnswer.Groups("new", answer.Others, places);
}
