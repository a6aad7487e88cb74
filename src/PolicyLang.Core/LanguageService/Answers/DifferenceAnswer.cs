using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageService.Wording;

namespace PolicyLang.LanguageService.Answers;

/// <summary>How two versions of the law differ, as lines to read.</summary>
internal static class DifferenceAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="title">What was asked.</param>
    /// <param name="comparison">How they differ.</param>
    /// <param name="places">Where names stand in the new version.</param>
    public static AnswerText Write(string title, VersionComparison comparison, AnswerPlaces places) => new(
        title,
        [Sentences.Begin(ComparisonWords.Meaning(comparison.Level))],
        [.. Sections(comparison, places)],
        [.. Notes(comparison)])
    { Level = WireNames.NameOf(comparison.Level) };

    /// <summary>Clauses, conflicts, and what is decided otherwise; a section for each that has a line.</summary>
    internal static IEnumerable<AnswerSection> Sections(VersionComparison comparison, AnswerPlaces places)
    {
        AnswerSection[] sections =
        [
            new("Clauses", [.. comparison.Clauses.Select(c => Row(c, places))]),
            new("New conflicts", Groups("new", comparison.Conflicts.New, places)),
            new("Conflicts that are gone", Groups("gone", comparison.Conflicts.Gone, places)),
            .. comparison.Changes.GroupBy(c => c.Kind)
                .Select(kind => new AnswerSection(ComparisonWords.Title(kind.Key), [.. kind.Select(c => Row(c, places))])),
        ];
        return sections.Where(s => !s.Rows.IsEmpty);
    }

    /// <summary>What is as before, and what is not known.</summary>
    internal static IEnumerable<string> Notes(VersionComparison comparison) =>
        comparison.Undecided.Select(u => u.Message)
            .Prepend(comparison.Conflicts.Kept == 0
                ? string.Empty
                : $"{WireNames.Count(comparison.Conflicts.Kept, "conflict is", "conflicts are")} as before.")
            .Where(note => note.Length > 0);

    /// <summary>Conflicts in groups, a line for each.</summary>
    internal static ImmutableArray<AnswerRow> Groups(string kind, ImmutableArray<ConflictChange> changes, AnswerPlaces places) =>
    [
        .. ConflictGrouping.Group(changes.Select(c => c.Conflict)).Select(group => new AnswerRow(
            kind,
            $"{group.First.Descriptor.Code} {group.Headline}",
            [
                .. group.Conflicts.Select(c => string.Join(" + ", c.Sides.SelectMany(s => s.Clauses))),
                $"case: {CaseSentence.Write(places.Names.Of(group.First.Witness))}",
            ],
            places.Find(group.Conflicts.SelectMany(c => c.Clauses)))),
    ];

    /// <summary>One change of what is decided.</summary>
    internal static AnswerRow Row(SemanticChange change, AnswerPlaces places) => new(
        WireNames.NameOf(change.Kind),
        Sentences.Begin(change.Turn),
        [.. change.Blocks.Select(b => $"where: {b.Spoken}"), $"case: {CaseSentence.Write(places.Names.Of(change.Case))}"],
        places.Find(change.Clauses));

    private static AnswerRow Row(ClauseChange clause, AnswerPlaces places) => new(
        WireNames.NameOf(clause.Change),
        ComparisonWords.Sentence(clause),
        [
            .. clause.Before.Select(b => $"no longer: {b.Spoken}"),
            .. clause.After.Select(a => $"{(clause.Change == ClauseChangeKind.Added ? "says" : "now")}: {a.Spoken}"),
        ],
        places.Find([clause.Clause]));
}
