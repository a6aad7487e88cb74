using System.Globalization;
using System.Text;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;

namespace PolicyLang.Testing.Corpora;

/// <summary>
/// The law of 200 legal orders as a ministry would hold it, of any size: the same text for the same seed. Its distribution:
/// <list type="bullet">
/// <item>184 States, the Union and 15 organisations that are each under one to three States. The first 60 States have three local places.</item>
/// <item>24 sectors, each with a role, three flags and a kind of data with eight kinds below it: personal data in half of the sectors.</item>
/// <item>Statutes of 20 clauses, one file each, dealt out to the orders in turn. Four of five are about one or two of the 192 sectoral kinds,
/// and no order regulates one twice; every tenth is about a whole sector, every tenth about all personal data.</item>
/// <item>In force from a day between 1995 and 2026, every tenth until a day; ranks: two of four statutes, one regulation, one decision.</item>
/// <item>Clauses as <see cref="StatuteWriter"/> says: about two of five are prohibitions or imply one, two of five duties.</item>
/// <item>One treaty for every 3,000 rules, between the members of a bloc of six to fifteen States with dated accessions: free flow, no
/// localisation, and the duty to prohibit. Each of its clauses is a rule for every member.</item>
/// <item>The law of the first 20 States reaches abroad: of the first five statutes of each, every fifth demands data from anywhere on an order of its own.</item>
/// </list>
/// Any other number of orders has as many of each sort in proportion; States beyond the 184 of the prelude are declared.
/// Of 10,000 rules about 1,000 meet in a conflict that precedence does not resolve; the benchmark prints the number.
/// </summary>
internal static class LawCorpus
{
    public const int UsualOrders = 200;
    public const int ClausesPerStatute = 20;

    private const int KnownStates = 184;
    private const int ReachingStatutes = 5;
    private const int RulesPerTreaty = 3_000;

    // May only, opposed verbs and 'only in' give a clause a second rule.
    private const double RulesPerClause = 1.2;

    /// <summary>Files without a finding of syntax, names or form.</summary>
    /// <param name="rules">About how many rules they give.</param>
    /// <param name="seed">The same seed gives the same text.</param>
    /// <param name="orders">How many legal orders there are.</param>
    public static IEnumerable<KeyValuePair<string, string>> Files(int rules, int seed, int orders = UsualOrders)
    {
        Shares shares = Shares.Of(orders);
        ImmutableArray<string> states = StateNames(shares.States);
        yield return new("corpus/vocabulary.policy", Vocabulary(states, shares));
        int treaties = rules / RulesPerTreaty;
        for (int i = 0; i < treaties; i++)
        {
            yield return new($"corpus/treaty{i:D3}.policy", new TreatyWriter(new Random((seed * 7919) + i), states, i).Write());
        }

        ImmutableArray<string> names = [.. states, "EU", .. Enumerable.Range(0, shares.Organisations).Select(i => $"Group{i}")];
        int statutes = (int)(rules * (treaties == 0 ? 1 : 0.97) / RulesPerClause / ClausesPerStatute);
        for (int i = 0; i < Math.Max(1, statutes); i++)
        {
            // Small corpora have few statutes: spread them over the orders evenly.
            int order = (int)((long)i * 79 % names.Length);
            yield return new($"corpus/law{i:D5}.policy", Statute(names, shares, order, i, seed));
        }
    }

    private static string Statute(ImmutableArray<string> orders, Shares shares, int order, int number, int seed)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        string name = orders[order];
        bool organisation = order > shares.States;
        string home = name == "EU" ? "EEA" : organisation ? orders[order * 7 % shares.ReachingStates] : name;
        Matter matter = Matter.Of(number / orders.Length, order, random);
        string place = order < shares.LocalStates && random.Next(7) == 0 ? $"{name}_{random.Next(1, 4)}" : home;
        return new StatuteWriter(random, matter, name, home, place, number)
        {
            Reaches = order < shares.ReachingStates && number / orders.Length < ReachingStatutes,
            IsPolicy = organisation,
        }.Write(ClausesPerStatute);
    }

    private static ImmutableArray<string> StateNames(int states) =>
        [.. KnownNames().Take(states), .. Enumerable.Range(0, Math.Max(0, states - KnownStates)).Select(i => $"State{i}")];

    private static IEnumerable<string> KnownNames() =>
        Workspace.Empty.Prelude.SelectMany(t => t.Declarations).Select(d => d.Node).OfType<JurisdictionSyntax>().Select(j => j.Name.Text).Take(KnownStates);

    private static string Vocabulary(ImmutableArray<string> states, Shares shares)
    {
        var text = new StringBuilder();
        text.Append(Matter.Vocabulary());
        for (int i = 0; i < shares.LocalStates; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"jurisdiction {states[i]} {{ {states[i]}_1 {states[i]}_2 {states[i]}_3 }}\n");
        }

        for (int i = Math.Max(KnownStates, shares.LocalStates); i < states.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"jurisdiction {states[i]}\n");
        }

        for (int i = 0; i < shares.ReachingStates; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"attribute order_of_{states[i]} : flag \"An authority of {states[i]} has ordered it\"\n");
        }

        for (int i = 0; i < shares.Organisations; i++)
        {
            string under = string.Join(", ", Enumerable.Range(0, 1 + (i % 3)).Select(k => states[((shares.States + 1 + i) * 7 + (k * 11)) % shares.ReachingStates]));
            text.Append(CultureInfo.InvariantCulture, $"organisation Group{i} \"Group {i}\" under {under}\n");
        }

        return text.ToString();
    }

    /// <summary>How many of the legal orders are of which sort.</summary>
    private sealed record Shares(int States, int Organisations, int LocalStates, int ReachingStates)
    {
        public static Shares Of(int orders)
        {
            int organisations = orders * 15 / UsualOrders;
            return new Shares(orders - organisations - 1, organisations, orders * 60 / UsualOrders, orders * 20 / UsualOrders);
        }
    }
}
