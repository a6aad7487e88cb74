using PolicyLang.Syntax;
using PolicyLang.Workspaces;

namespace PolicyLang.Testing;

/// <summary>Writes frameworks such as legislators write, as many as a test or benchmark needs; the same for the same seed.</summary>
internal static class CorpusGenerator
{
    /// <summary>How many clauses a framework has, the last one excepted.</summary>
    public const int ClausesPerFramework = 20;

    private const int LegalOrders = 200;

    /// <summary>Frameworks without a finding of syntax, names or form, one file for each.</summary>
    /// <param name="clauses">The number of clauses in all.</param>
    /// <param name="seed">The same seed gives the same text.</param>
    public static IEnumerable<KeyValuePair<string, string>> Frameworks(int clauses, int seed)
    {
        ImmutableArray<string> orders = Orders();
        var random = new Random(seed);
        for (int i = 0; i * ClausesPerFramework < clauses; i++)
        {
            int count = Math.Min(ClausesPerFramework, clauses - (i * ClausesPerFramework));
            yield return new($"generated/law{i:D5}.policy", new FrameworkWriter(random, orders[random.Next(orders.Length)], $"Law{i}", i).Write(count));
        }
    }

    private static ImmutableArray<string> Orders() =>
        [.. Workspace.Empty.Prelude.SelectMany(t => t.Declarations).Select(d => d.Node).OfType<JurisdictionSyntax>().Select(j => j.Name.Text).Take(LegalOrders - 1), "EU"];
}
