using System.Reflection;
using PolicyLang.Parsing;

namespace PolicyLang.Tests.Parsing;

/// <summary>Parsers are made once, not at each use: a clause costs little more than its tree.</summary>
public sealed class ParserCostTests
{
    private const string Clause = """
        framework F {
          transfer A "On exports" cites "Art. 46" {
            Controller or Processor of EEA must not transfer Health from EEA to US, CN for Research
            when explicit_consent and subjects >= 10_000 unless safeguards include any of SCC, BCR
            subject to B
          }
        }
        """;

    [Fact]
    public void A_clause_of_all_sorts_of_parts_takes_less_than_32_kilobytes()
    {
        for (int i = 0; i < 100; i++)
        {
            PolicyParser.Parse("test.policy", Clause);
        }

        const int times = 1_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < times; i++)
        {
            PolicyParser.Parse("test.policy", Clause);
        }

        // Some 13 KB; 93 KB where the parsers are made anew at each use.
        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / times;
        Assert.True(bytes < 32_768, $"{bytes} bytes");
    }

    [Fact]
    public void No_parser_is_a_property() =>
        Assert.Empty(typeof(PolicyParser).Assembly.GetTypes()
            .SelectMany(t => t.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(p => p.PropertyType.FullName?.StartsWith("Sprache.Parser`", StringComparison.Ordinal) ?? false)
            .Select(p => $"{p.DeclaringType?.Name}.{p.Name}"));
}
