using System.Text;

namespace PolicyLang.Testing.Corpora;

/// <summary>
/// Laws whose clauses F.C0, F.C1, … each ask for a pair of conditions, all first ones being declared before all second ones: a diagram in that
/// order that has read the first ones has to remember all of them.
/// </summary>
internal static class PairedLaw
{
    /// <summary>Pairs of flags, all given: "C0 must not … when a0 and b3".</summary>
    public static string Flags(int pairs) => Law(pairs, "must not", (i, j) => $"a{i} and b{j}", Names("a", pairs).Concat(Names("b", pairs)).Select(n => $"attribute {n} : flag\n"));

    /// <summary>Pairs of safeguards, all chosen: "C0 … when safeguards include all of X0, Y3".</summary>
    /// <param name="pairs">How many.</param>
    /// <param name="modality">"may" or "must not".</param>
    /// <param name="more">Further clauses of the framework.</param>
    public static string Safeguards(int pairs, string modality, string more = "") =>
        Law(pairs, modality, (i, j) => $"safeguards include all of X{i}, Y{j}", [$"taxonomy safeguard {{ {string.Join(" ", Names("X", pairs).Concat(Names("Y", pairs)))} }}\n"], more);

    /// <summary>Permissions under pairs of safeguards, and F.Ban, which they are exceptions to.</summary>
    public static string BanWithExceptions(int pairs) => Safeguards(pairs, "may", "  transfer Ban { Exporter must not transfer Health from DE to US }\n");

    /// <summary>One clause, F.Hard, of alternatives: "when a0 and b3 or a1 and b10 or …".</summary>
    public static string Alternatives(int pairs) =>
        $"{string.Concat(Names("a", pairs).Concat(Names("b", pairs)).Select(n => $"attribute {n} : flag\n"))}framework F {{\n  authority DE\n  in force from 2020-01-01\n"
        + $"  transfer Hard {{ Exporter must not transfer Health from DE to US when {string.Join(" or ", Enumerable.Range(0, pairs).Select(i => $"a{i} and b{Second(i, pairs)}"))} }}\n}}\n";

    /// <summary>Pairs of a given flag with a chosen one: no order with given ones first is better than another, so that they are beyond any budget.</summary>
    public static string GivenWithChosen(int pairs, string modality = "must not") => Law(
        pairs, modality, (i, j) => $"a{i} and b{j}", Names("a", pairs).Select(n => $"attribute {n} : flag\n").Concat(Names("b", pairs).Select(n => $"attribute {n} : flag chosen\n")));

    /// <summary>A law of one of these shapes by chance, with scenarios, a check and a clause of another order beside it.</summary>
    public static string Random(int seed)
    {
        var random = new Random(seed);
        int pairs = random.Next(3, 9);
        string modality = random.Next(3) switch { 0 => "may", 1 => "must", _ => "must not" };
        string law = random.Next(6) switch
        {
            0 => Flags(pairs),
            1 => Safeguards(pairs, modality),
            2 => BanWithExceptions(pairs),
            3 => Alternatives(pairs),
            4 => GivenWithChosen(pairs, modality),
            _ => GivenWithChosen(pairs, "may").Replace("framework F {", "framework F {\n  transfer Ban { Exporter must not transfer Health from DE to US }"),
        };
        string other = random.Next(3) switch { 0 => "must transfer", 1 => "may transfer", _ => "must not transfer" };
        return law + $$"""
            framework G {
              authority US
              in force from 2021-01-01
              transfer Other { Exporter {{other}} Health from DE to US when explicit_consent or business_need }
            }
            scenario "s" { date 2024-01-01 actor Exporter action transfer data Health origin DE destination US expect {{(random.Next(2) == 0 ? "prohibited" : "permitted")}} }
            check "c" { {{(random.Next(2) == 0 ? "never" : "always")}} prohibited: Exporter transfer Health from DE to US when explicit_consent }

            """;
    }

    private static string Law(int pairs, string modality, Func<int, int, string> condition, IEnumerable<string> declarations, string more = "")
    {
        var text = new StringBuilder(string.Concat(declarations)).Append("framework F {\n  authority DE\n  in force from 2020-01-01\n");
        for (int i = 0; i < pairs; i++)
        {
            text.Append($"  transfer C{i} {{ Exporter {modality} transfer Health from DE to US when {condition(i, Second(i, pairs))} }}\n");
        }

        return text.Append(more).Append("}\n").ToString();
    }

    private static int Second(int first, int pairs) => ((7 * first) + 3) % pairs;

    private static IEnumerable<string> Names(string letter, int count) => Enumerable.Range(0, count).Select(i => $"{letter}{i}");
}
