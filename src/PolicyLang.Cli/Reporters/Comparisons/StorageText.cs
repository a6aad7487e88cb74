using PolicyLang.Analysis.Storage;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>Where data have to be stored, for people.</summary>
internal sealed class StorageText(IProse prose, bool all)
{
    private const int MostPlaces = 8;

    public void Write(StorageReport report)
    {
        if (report.Duties.IsEmpty)
        {
            prose.Heading("No duty to store is due.");
            return;
        }

        if (report.IsPossible)
        {
            prose.Heading($"{WireNames.Count(report.Places.Length, "place")} {(report.Places.Length == 1 ? "satisfies" : "satisfy")} every "
                + "duty to store, and fewer do not:");
            foreach (StoragePlace place in report.Places)
            {
                prose.Line($"{OneOf(place.Choices)}, for {string.Join(", ", place.Fulfils)}");
            }
        }
        else
        {
            prose.Heading("No set of places satisfies every duty to store:");
            foreach (StorageDuty duty in report.Duties.Where(d => d.Places.IsEmpty))
            {
                prose.Line($"{duty.Clause}{From(duty)} can be fulfilled nowhere, because of {CaseSentence.List(duty.Core, "and")}");
                prose.Item($"case: {CaseSentence.Write(duty.Case)}");
            }
        }

        prose.Heading("The duties that are due:");
        foreach (StorageDuty duty in report.Duties)
        {
            prose.Line($"{duty.Clause}{From(duty)}: {(duty.Places.IsEmpty ? "nowhere" : $"in {OneOf(duty.Places)}")}");
        }
    }

    private static string From(StorageDuty duty) => duty.Origin is { } origin ? $" for data from {origin}" : string.Empty;

    private string OneOf(ImmutableArray<NodeSymbol> places) => all || places.Length <= MostPlaces
        ? CaseSentence.List([.. places.Select(p => p.Name)], "or")
        : $"{string.Join(", ", places.Take(MostPlaces).Select(p => p.Name))} or {places.Length - MostPlaces} more (--all)";
}
