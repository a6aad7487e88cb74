using System.Globalization;
using System.Text;

namespace PolicyLang.Testing.Corpora;

/// <summary>
/// Writes one statute. Of 100 draws: 16 localisation (half of it "only in"), 18 export prohibitions with up to three exceptions, 7 "may only",
/// 12 purpose limits, 14 permissions, 5 deletion, 9 reports of incidents, 8 recommendations, 3 waivers, 3 blocking rules, 5 disclosures at
/// home; one clause in a hundred of a State that reaches abroad demands data from anywhere.
/// </summary>
internal sealed class StatuteWriter(Random random, Matter matter, string order, string home, string place, int number)
{
    private static readonly string[] Safeguards = ["SCC", "BCR", "Certification", "CodeOfConduct", "CBPR", "AdHocClauses"];
    private static readonly string[] Purposes = ["Marketing", "ContractPerformance", "LegalClaim", "LegalCompliance", "ResearchAndDevelopment", "VitalInterest", "ServiceProvision", "CustomerManagement"];
    private static readonly string[] Destinations = ["EEA", "CPTPP", "RCEP", "EuAdequate", "GlobalCBPR", "DEPA", "Convention108", "US, CA", "JP, KR, SG", "GB, CH"];
    private readonly StringBuilder _text = new();
    private int _clause;

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
        while (_clause < clauses)
        {
            WriteClause(clauses);
        }

        Line("}");
        return _text.ToString();
    }

    private void WriteClause(int clauses)
    {
        string data = random.Next(4) == 0 ? matter.Whole : Pick([.. matter.Kinds]);
        string role = random.Next(6) == 0 ? "any" : matter.Role;
        if (Reaches && random.Next(100) == 0)
        {
            Clause("sovereignty", $"{role} must disclose {data} from anywhere to Authority in {home} when order_of_{home}");
            return;
        }

        switch (random.Next(100))
        {
            case < 16:
                Clause("sovereignty", $"{role} must store {data} from {place} {Pick("only in", "in")} {home}{When(2)}");
                break;
            case < 34:
                WriteExport(role, data, clauses);
                break;
            case < 41:
                Clause("transfer", $"{role} may only {Pick("transfer", "disclose", "sell")} {data} from {place} to {Pick(Destinations)} when {Condition()}");
                break;
            case < 53:
                Clause("sovereignty", $"{role} must not {Pick("process", "profile", "analyse", "access")} {data} from {place} for {Pick(Purposes)} unless {Condition()}");
                break;
            case < 67:
                Clause("sovereignty", $"{role} may {Pick("process", "access", "analyse", "store")} {data} from {place} in {home} for {Pick(Purposes)}{When(2)}");
                break;
            case < 72:
                Clause("sovereignty", $"{role} must delete {data} from {place} within {random.Next(1, 60)} {Pick("days", "months")} when {matter.Flags[1]} and not {matter.Flags[0]}");
                break;
            case < 81:
                Clause("norm", $"{role} must report {data} from {place} to Regulator in {home} when {matter.Flags[2]} within {random.Next(12, 96)} hours of {matter.Flags[2]}");
                break;
            case < 89:
                Clause("sovereignty", $"{role} {Pick("should not", "should not", "should")} {Pick("share", "mirror", "access", "profile")} {data} from {place}{When(2)}");
                break;
            case < 92:
                Clause("norm", $"{role} need not report {data} from {place} when subjects < {random.Next(1, 50) * 10} and {matter.Flags[0]}");
                break;
            case < 95:
                Clause("sovereignty", $"{role} must not disclose {data} from {place} to Authority outside {home} unless mlat_request{Pick(string.Empty, " or executive_agreement")}");
                break;
            default:
                Clause("sovereignty", $"{role} must disclose {data} from {place} to {Pick("Authority", "Regulator", "Court")} in {home} when court_order and {matter.Flags[1]}");
                break;
        }
    }

    // The rule, then its exceptions; one exception in ten is not named by the rule.
    private void WriteExport(string role, string data, int clauses)
    {
        int exceptions = Math.Min(random.Next(4), clauses - _clause - 1);
        string[] named = [.. Enumerable.Range(_clause + 2, exceptions).Where(_ => random.Next(10) != 0).Select(n => $"S{n}")];
        string subject = named.Length == 0 ? string.Empty : $" subject to {string.Join(", ", named)}";
        string verb = Pick("transfer", "transfer", "transfer", "sell", "onward_transfer");
        Clause("transfer", $"{role} must not {verb} {data} from {place} to outside {home}{(random.Next(3) == 0 ? $" unless {Condition()}" : string.Empty)}{subject}");
        for (int i = 0; i < exceptions; i++)
        {
            Clause("transfer", $"{role} may {verb} {data} from {place} to {Pick(Destinations)} when {Pick($"safeguards include any of {Pick(Safeguards)}, {Pick(Safeguards)}", Condition())}");
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
