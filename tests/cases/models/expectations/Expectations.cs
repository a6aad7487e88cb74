using System;
using System.Linq;
using System.Text.Json;
using App.Policies;
using PolicyLang.Runtime;

// What an application developer expects of models, each with its number; the program prints those that do not hold.
var ban = new Case
{
    Date = new(2024, 3, 1), Actor = Roles.Exporter, Action = ActionKind.Transfer, Data = Data.Health, Origin = Jurisdiction.Nordia, Destination = Jurisdiction.US,
};
var web = new JsonSerializerOptions(JsonSerializerDefaults.Web);
PolicyDecision explained = Rulebook.Explain(ban);
TransferAssessment permitted = TransferAssessor.Assess(ban with { Safeguards = Safeguards.SCC });
Case full = ban with { Actor = Roles.Exporter | Roles.ServiceProvider, Safeguards = Safeguards.SCC | Safeguards.BCR, CourtOrder = true };
const string told = """{"date":"2024-03-01","actor":["Exporter"],"action":"transfer","data":"Health","origin":"Nordia","destination":"US"}""";

Expect(1, Rulebook.Decide(ban) == PolicyOutcome.Prohibited);
Expect(2, permitted is { Permitted: true, Grounds: [{ QualifiedName: "NordiaAct.T2" }] });
Expect(3, explained.WaysToComply.Count > 0);
Expect(4, Refused(() => Rulebook.Decide(ban with { Action = default }), "'action'"));
Expect(5, Refused(() => Rulebook.Decide(ban with { Actor = default }), "'actor'"));
Expect(6, Refused(() => Rulebook.Decide(ban with { Origin = default }), "'origin'"));
Expect(7, Refused(() => Rulebook.Decide(ban with { Destination = default }), "'destination'"));
Expect(7, Rulebook.Decide(ban with { Destination = default }, WhenIncomplete.Undetermined) == PolicyOutcome.Undetermined);
Expect(7, Rulebook.Explain(ban with { Destination = default }, WhenIncomplete.Undetermined).Missing is [{ Attribute: "destination" }]);
Expect(7, Rulebook.Explain(ban with { Destination = default }, WhenIncomplete.Assume).Assumed.Any(a => a.Attribute == "destination"));
Expect(8, Refused(() => Rulebook.Decide(default), "'date'"));
Expect(9, Refused(() => Rulebook.Decide(ban with { Destination = (Jurisdiction)99999 }), "99999 names no jurisdiction for 'destination'."));
Expect(10, Refused(() => Rulebook.Explain(ban with { Destination = (Jurisdiction)99999 }, WhenIncomplete.Assume), "99999 names no jurisdiction"));
Expect(11, Refused(() => TransferAssessor.Assess(ban with { Origin = (Jurisdiction)(-1) }), "-1 names no jurisdiction for 'origin'."));
Expect(12, JsonSerializer.Deserialize<Case>(JsonSerializer.Serialize(full)) == full);
Expect(13, JsonSerializer.Serialize(ban) == told && JsonSerializer.Serialize(Jurisdiction.Nordia) == "\"Nordia\"");
Expect(14, JsonSerializer.Serialize(TransferAssessor.Assess(ban)) is var json && json.Split("Nordia Data Act").Length <= 2 && json.Length < 3000);
Expect(15, JsonSerializer.Deserialize<PolicyDecision>(JsonSerializer.Serialize(explained, web), web) is { } again && again.Equals(explained));
Expect(15, JsonSerializer.Deserialize<TransferAssessment>(JsonSerializer.Serialize(permitted)) is { } assessed && assessed.Equals(permitted));
Expect(16, Rulebook.Explain(ban).Equals(Rulebook.Explain(ban)) && Rulebook.Explain(ban).GetHashCode() == Rulebook.Explain(ban).GetHashCode());
Expect(16, !Rulebook.Explain(full).Equals(explained));
Expect(17, Case.TryCreate(told, out Case read, out _) && read == ban);
Expect(18, Case.TryCreate(told[..^1] + ",\"court_order\":true}", out Case ordered, out _) && ordered.CourtOrder);
Expect(18, !Case.TryCreate(told[..^1] + ",\"destinatoin\":\"US\"}", out _, out var unknown) && unknown[0].Message == "There is no attribute 'destinatoin'; did you mean 'destination'?");
Expect(18, !Case.TryCreate(told.Replace("Nordia", "Nordai"), out _, out unknown) && unknown[0].Message == "There is no jurisdiction 'Nordai' for 'origin'; did you mean 'Nordia'?");
Expect(18, !Case.TryCreate("""{"date":"2024-03-01"}""", out _, out unknown) && unknown.Any(p => p is { Kind: CaseProblemKind.Missing, Attribute: "action" }));
Expect(19, Throws<JsonException>(() => JsonSerializer.Deserialize<Case>(told.Replace("\"Nordia\"", "7"))));
Expect(19, Throws<JsonException>(() => JsonSerializer.Deserialize<Jurisdiction>("7")) && Throws<JsonException>(() => JsonSerializer.Deserialize<Roles>("3")));
Expect(20, full.ToString() == "date=2024-03-01 actor=Exporter,ServiceProvider action=transfer data=Health origin=Nordia destination=US safeguards=SCC,BCR court_order");
Expect(20, explained.ToString().StartsWith("Prohibited; applied NordiaAct.T1; ", StringComparison.Ordinal) && explained.ToString().EndsWith("law " + Rulebook.Fingerprint[..12], StringComparison.Ordinal));
Expect(21, Allocated(() => Rulebook.Decide(ban)) == 0);
Expect(22, Rulebook.Clauses.Single(c => c.QualifiedName == "NordiaAct.T2") is { Citation: "s. 2" } found && ReferenceEquals(found, NordiaAct.Clauses.T2));
Expect(23, TransferAssessor.Assess(ban with { Destination = Jurisdiction.Nordia }) is { Outcome: PolicyOutcome.Unregulated, Permitted: false, Reasons: [{ Length: > 0 }] });

// Besides.
Expect(24, Rulebook.Manifest is { Sources: [_, _, _], Provenance: { Fingerprint.Length: 64, Compiler: "0.1.0" } } && explained.Provenance == Rulebook.Manifest.Provenance);
Expect(25, Rulebook.Conflicts is [{ Status: "acknowledged", AcceptedBecause: "Counsel decides each order" } conflict]
    && Case.TryCreate(conflict.WitnessJson, out Case witness, out _) && Rulebook.Decide(witness) == PolicyOutcome.Conflicting);
Expect(26, explained.WaysToComply.All(way => Rulebook.Decide(way.Apply(ban), WhenIncomplete.Assume) == way.Outcome));
Expect(27, Rulebook.Instance is IRulebook<Case> law && law.Decide(ban) == PolicyOutcome.Prohibited && law.Fingerprint == Rulebook.Fingerprint);

static void Expect(int number, bool holds)
{
    if (!holds)
    {
        Console.WriteLine($"{number} does not hold");
    }
}

static bool Refused(Action act, string says)
{
    try
    {
        act();
        return false;
    }
    catch (InvalidCaseException refused)
    {
        return refused.Message.Contains(says, StringComparison.Ordinal);
    }
}

static bool Throws<T>(Action act) where T : Exception
{
    try
    {
        act();
        return false;
    }
    catch (T)
    {
        return true;
    }
}

// The run time may allocate when it compiles a method anew; what the act allocates shows in each round.
static long Allocated(Action act) => Enumerable.Range(0, 5).Min(_ =>
{
    long before = GC.GetAllocatedBytesForCurrentThread();
    act();
    return GC.GetAllocatedBytesForCurrentThread() - before;
});
