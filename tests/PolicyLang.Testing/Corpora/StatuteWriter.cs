using System.Globalization;
using System.Text;

namespace PolicyLang.Testing.Corpora;

/// <summary>
/// Writes one statute: topics dealt from a shuffled deck until it has its clauses. A topic is the export of its data (a prohibition and up
/// to four exceptions, to which it is subject), "may only", localisation, a purpose forbidden, a purpose allowed, deletion, reports of
/// incidents with or without a waiver for small cases, disclosure at home, blocking of foreign authorities, a recommendation. Nine in ten
/// exceptions are named by the rule they are from; specialis resolves some of the others. Few conflicts arise inside a statute, as in
/// statutes that somebody has proof-read.
/// </summary>
internal sealed class StatuteWriter(Random random, Matter matter, string order, string home, string place, int number)
{
    private static readonly string[] Safeguards = ["SCC", "BCR", "Certification", "CodeOfConduct", "CBPR", "AdHocClauses"];
    private static readonly string[] Purposes = ["Marketing", "ContractPerformance", "LegalClaim", "LegalCompliance", "ResearchAndDevelopment", "VitalInterest", "ServiceProvision", "CustomerManagement"];
    private static readonly string[] Destinations = ["EEA", "CPTPP", "RCEP", "EuAdequate", "GlobalCBPR", "DEPA", "Convention108", "US, CA", "JP, KR, SG", "GB, CH"];
    private readonly StringBuilder _text = new();
    private readonly string[] _purposes = [.. Purposes.OrderBy(_ => random.Next())];
    private readonly List<string> _stores = [];
    private int _clause;
    private int _purpose;
    private string? _deletion;

    /// <summary>Whether the law demands data from abroad.</summary>
    public bool Reaches { get; init; }

    /// <summary>Whether it is an organisation's own rule.</summary>
    public bool IsPolicy { get; init; }

    public string Write(int clauses)
    {
        int year = random.Next(1995, 2027);
        Line($"/// A generated law of {order} about {matter.Whole}.");
        Line($"framework Law{number} \"{matter.Whole} Act of {order}, No. {number}\" {{");
        Line($"  citation \"Act {random.Next(1, 200)}/{year}\"");
        Line($"  authority {order}");
        Line($"  rank {(IsPolicy ? "policy" : Pick("statute", "statute", "regulation", "decision"))}");
        Line($"  in force from {Day(year)}{(random.Next(10) == 0 ? $" until {Day(year + random.Next(3, 30))}" : string.Empty)}");
        foreach (Action<int> topic in Deck().OrderBy(_ => random.Next()))
        {
            if (_clause < clauses)
            {
                topic(clauses);
            }
        }

        Line("}");
        return _text.ToString();
    }

    private string Data => random.Next(4) == 0 ? matter.Whole : Pick([.. matter.Kinds]);

    private string Role => random.Next(6) == 0 ? "any" : matter.Role;

    private IEnumerable<Action<int>> Deck()
    {
        yield return WriteExport;
        yield return _ => Clause("sovereignty", $"{Role} may only collect {Data} from {place} in {home} when {Condition()}");
        yield return _ => WriteDeletion();
        yield return _ => Clause("sovereignty", $"{Role} must not disclose {Data} from {place} to Authority outside {home} unless mlat_request{Pick(string.Empty, " or executive_agreement")}");
        for (int i = 0; i < 2; i++)
        {
            yield return _ => WriteLocalisation();
            yield return WriteReport;
            yield return _ => Clause("sovereignty", $"{Role} must disclose {Data} from {place} to {Pick("Authority", "Regulator", "Court")} in {home} when court_order and {matter.Flags[1]}");
            yield return _ => Clause("sovereignty", $"{Role} {Pick("should not exchange", "should not combine", "should certify", "should assess")} {Data} from {place}{When(2)}");
        }

        for (int i = 0; i < 4; i++)
        {
            yield return _ => Clause("sovereignty", $"{Role} must not {Pick("use", "profile", "analyse", "access")} {Data} from {place} in {home} for {NextPurpose()} unless {Condition()}");
            yield return _ => Clause("sovereignty", $"{Role} may {Pick("use", "access", "analyse")} {Data} from {place} in {home} for {NextPurpose()}{When(2)}");
        }

        if (Reaches && random.Next(5) == 0)
        {
            yield return _ => Clause("sovereignty", $"{Role} must disclose {Pick([.. matter.Kinds])} from anywhere to Authority in {home} when order_of_{home}");
        }
    }

    private string NextPurpose() => _purposes[_purpose++ % _purposes.Length];

    private void WriteDeletion()
    {
        string over = _stores.Count == 0 ? string.Empty : $" prevails over {string.Join(", ", _stores)}";
        Clause("sovereignty", $"{Role} must delete {Data} from {place} in {home} within {random.Next(1, 60)} {Pick("days", "months")} when {matter.Flags[1]} and not {matter.Flags[0]}{over}");
        _deletion = $"S{_clause}";
    }

    private void WriteLocalisation()
    {
        Clause("sovereignty", $"{Role} must store {Data} from {place} {Pick("only in", "in")} {home}{When(2)}{(_deletion is null ? string.Empty : $" subject to {_deletion}")}");
        _stores.Add($"S{_clause}");
    }

    private void WriteReport(int clauses)
    {
        string role = Role;
        string data = Data;
        Clause("norm", $"{role} must report {data} from {place} to Regulator in {home} when {matter.Flags[2]} within {random.Next(12, 96)} hours of {matter.Flags[2]}");
        if (_clause < clauses && random.Next(3) == 0)
        {
            Clause("norm", $"{role} need not report {data} from {place} when subjects < {random.Next(1, 50) * 10} and {matter.Flags[2]}{(random.Next(8) == 0 ? string.Empty : $" prevails over S{_clause}")}");
        }
    }

    // The rule, then its exceptions; one exception in ten is not named by the rule.
    private void WriteExport(int clauses)
    {
        int exceptions = Math.Min(random.Next(5), clauses - _clause - 1);
        string role = Role;
        string data = Data;
        string[] named = [.. Enumerable.Range(_clause + 2, exceptions).Where(_ => random.Next(10) != 0).Select(n => $"S{n}")];
        string subject = named.Length == 0 ? string.Empty : $" subject to {string.Join(", ", named)}";
        string verb = Pick("transfer", "transfer", "transfer", "sell", "onward_transfer");
        Clause("transfer", $"{role} must not {verb} {data} from {place} to outside {home}{(random.Next(3) == 0 ? $" unless {Condition()}" : string.Empty)}{subject}");
        for (int i = 0; i < exceptions; i++)
        {
            Clause("transfer", $"{role} may {verb} {data} from {place} to {Pick(Destinations)} when {Pick($"safeguards include any of {Pick(Safeguards)}, {Pick(Safeguards)}", Condition())}{(random.Next(15) == 0 ? string.Empty : " unless recipient is Authority")}");
        }
    }

    private void Clause(string kind, string sentence)
    {
        _clause++;
        string force = random.Next(20) == 0 ? $" in force from {Day(random.Next(2000, 2028))}" : string.Empty;
        Line($"  {kind} S{_clause} \"Section {_clause}\" cites \"s. {_clause}\" {{ {sentence}{force} }}");
    }

    private string When(int oneIn) => random.Next(oneIn) == 0 ? $" when {Condition()}" : string.Empty;

    private string Condition() => random.Next(6) switch
    {
        0 => $"subjects >= {random.Next(1, 100) * 1000}",
        1 => "explicit_consent",
        2 => $"{matter.Flags[0]} and {matter.Flags[1]}",
        3 => $"safeguards include {Pick(Safeguards)}",
        4 => $"{matter.Flags[0]} or business_need",
        _ => matter.Flags[0],
    };

    private string Day(int year) => new DateOnly(year, random.Next(1, 13), random.Next(1, 29)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private void Line(string line) => _text.Append(line).Append('\n');
}
