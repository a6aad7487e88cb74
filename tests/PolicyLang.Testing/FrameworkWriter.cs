using System.Globalization;
using System.Text;

namespace PolicyLang.Testing;

/// <summary>Writes one framework by chance.</summary>
internal sealed class FrameworkWriter(Random random, string order, string name, int number)
{
    private readonly StringBuilder _text = new();

    // The Union's law is about the data of its area.
    private string Home => order == "EU" ? "EEA" : order;

    public string Write(int clauses)
    {
        int year = random.Next(1995, 2027);
        Line($"/// A generated law of {order}.");
        Line($"framework {name} \"Data Act {number} of {order}\" {{");
        Line($"  citation \"Act {random.Next(1, 200)}/{year}\"");
        Line($"  authority {order}");
        Line($"  rank {Pick(CorpusNames.Ranks)}");
        Line($"  in force from {Day(year)}{(random.Next(6) == 0 ? $" until {Day(year + random.Next(2, 30))}" : string.Empty)}");
        Line($"  aims {Pick(CorpusNames.Aims)}");
        for (int i = 1; i <= clauses; i++)
        {
            Line(string.Empty);
            WriteClause(i);
        }

        Line("}");
        return _text.ToString();
    }

    private void WriteClause(int i)
    {
        string title = $"S{i} \"Section {i}\" cites \"s. {i}({random.Next(1, 5)})\" {{";
        switch (random.Next(10))
        {
            case < 5:
                Line($"  transfer {title}");
                WriteTransfer();
                break;
            case < 8:
                Line($"  sovereignty {title}");
                WriteSovereignty();
                break;
            default:
                Line($"  norm {title}");
                WriteNorm();
                break;
        }

        // One edge to an earlier clause each: no circle can arise.
        if (i > 1 && random.Next(3) == 0)
        {
            Line($"    {Pick("subject to", "prevails over", "notwithstanding")} S{random.Next(1, i)}");
        }

        if (random.Next(12) == 0)
        {
            Line($"    in force from {Day(random.Next(2000, 2028))}");
        }

        Line("  }");
    }

    private void WriteTransfer()
    {
        string modality = Pick("must not", "must not", "may", "may", "may only", "need not", "should not");
        Line($"    {Pick(CorpusNames.Roles)}{Maybe(5, $" of {Home}")} {modality} {Pick(CorpusNames.Transfers)} {Pick(CorpusNames.Data)}");
        Line($"    from {Home}");
        Line($"    to {Pick($"outside {Home}", $"outside {Home}, {Pick(CorpusNames.Regions)}", Pick(CorpusNames.Regions), "anywhere", $"{Pick(CorpusNames.Recipients)} outside {Home}", $"{Pick(CorpusNames.Recipients)} in any")}");
        Restrict(modality);
        if (random.Next(6) == 0)
        {
            Line($"    approved by {Pick("Regulator", "SupervisoryAuthority", "Court")}");
        }
    }

    private void WriteSovereignty()
    {
        string modality = Pick("must", "must", "must not", "may", "should");
        string act = $"    {Pick(CorpusNames.Roles)} {modality} {Pick(CorpusNames.Acts)} {Pick(CorpusNames.Data)}";
        Line($"{act} from {Home} {Pick(modality == "must" ? $"only in {Home}" : $"in {Home}", $"in {Home}", $"outside {Home}")}");
        Restrict(modality);
        if (modality == "must" && random.Next(4) == 0)
        {
            Line($"    within {random.Next(1, 80)} {Pick("hours", "days", "weeks", "months")}{Maybe(2, " of data_breach")}");
            Line("    notifying Regulator");
        }
    }

    private void WriteNorm()
    {
        switch (random.Next(3))
        {
            case 0:
                Line($"    State {Pick("should not attack", "must not attack", "should protect")} {Pick(CorpusNames.Targets)}");
                break;
            case 1:
                Line($"    parties {Pick("must allow", "must not prohibit")} transfer any from own territory to anywhere");
                Line($"    unless {Pick("state_held", "essential_security", "legitimate_public_policy")}");
                break;
            default:
                Line($"    {Pick(CorpusNames.Roles)} must report {Pick(CorpusNames.Data)} from {Home} to Regulator in {Home} when data_breach within {random.Next(1, 30)} days of data_breach");
                break;
        }
    }

    private void Restrict(string modality)
    {
        if (random.Next(3) == 0)
        {
            Line($"    for {Pick(CorpusNames.Purposes)}");
        }

        if (modality == "may only" || random.Next(2) == 0)
        {
            Line($"    when {Condition()}");
        }

        if (random.Next(3) == 0)
        {
            Line($"    unless {Condition()}");
        }
    }

    private string Condition() => string.Format(CultureInfo.InvariantCulture, Pick(CorpusNames.Conditions), random.Next(1, 100) * 1000, Day(random.Next(2000, 2030)));

    private string Day(int year) => new DateOnly(year, random.Next(1, 13), random.Next(1, 29)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Maybe(int oneIn, string text) => random.Next(oneIn) == 0 ? text : string.Empty;

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private void Line(string line) => _text.Append(line).Append('\n');
}
