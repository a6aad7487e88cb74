using PolicyLang.Runtime;
using Transfers.Policies;

// Customer data go from Berlin to a processor in each of these places: as they are, and with standard contractual clauses.
Jurisdiction[] destinations = [Jurisdiction.FR, Jurisdiction.CH, Jurisdiction.GB, Jurisdiction.JP, Jurisdiction.US, Jurisdiction.IN, Jurisdiction.CN];
var act = new Case
{
    Date = new DateOnly(2024, 3, 1), Actor = Roles.Exporter, Action = ActionKind.Transfer, Data = Data.CustomerData, Origin = Jurisdiction.DE, Recipient = Role.Processor,
};
foreach (Jurisdiction destination in destinations)
{
    Case plain = act with { Destination = destination };
    Console.WriteLine($"{destination}: {Rulebook.Decide(plain)}, with SCC {Rulebook.Decide(plain with { Safeguards = Safeguards.SCC })}");
}

TransferAssessment assessment = TransferAssessor.Assess(act with { Destination = Jurisdiction.US, Safeguards = Safeguards.SCC });
Console.WriteLine($"US on the ground of {string.Join(", ", assessment.Grounds)} by {string.Join(", ", assessment.Mechanisms)}; due: {string.Join(", ", assessment.Duties)}");
Console.WriteLine($"US without: {string.Join(" | ", TransferAssessor.Assess(act with { Destination = Jurisdiction.US }).WaysToComply.Where(w => w.Changes.Count == 1 && w.Changes[0].Attribute == "safeguards"))}");
Console.WriteLine($"{GdprChapterV.Clauses.Art46_2.Title} ({GdprChapterV.Clauses.Art46_2.Citation}), {GdprChapterV.Framework.Source}");

// Deciding leaves nothing for the garbage collector.
long before = GC.GetAllocatedBytesForCurrentThread();
int permitted = 0;
for (int i = 0; i < 100_000; i++)
{
    permitted += Rulebook.Decide(act with { Destination = destinations[i % destinations.Length] }) == PolicyOutcome.Permitted ? 1 : 0;
}

Console.WriteLine($"{permitted} of 100000 permitted, {GC.GetAllocatedBytesForCurrentThread() - before} bytes allocated");
