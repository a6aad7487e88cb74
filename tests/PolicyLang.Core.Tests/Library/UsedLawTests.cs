using System.Globalization;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary>
/// Of law that is used, a search for conflicts works out no more than conflicts depend on, and finds what it finds where it works out everything.
/// </summary>
public sealed class UsedLawTests
{
    // None binds States, so that what is at issue is sought.
    private static readonly string[] Instruments =
        ["GDPR", "UKGDPR", "CloudAct", "SCA", "PIPL", "DSL", "CSL", "APPI", "PIPA", "DPDP", "IdPDP", "FZ152", "CFR202", "VnPDPL", "DataAct", "Decree53"];

    private static readonly string[] Places = ["EU", "US", "CN", "GB", "JP", "KR", "IN", "DE", "VN", "RU", "outside EU", "outside CN", "anywhere"];
    private static readonly string[] Kinds = ["PersonalData", "CommunicationsData", "Health", "Financial", "any"];
    private static readonly string[] Actors = ["ServiceProvider", "Exporter", "Controller", "Processor", "any"];

    private static readonly string[] Conditions =
        ["", "when explicit_consent", "when us_warrant", "when safeguards include SCC", "when not occasional", "when subjects > 100000"];

    private static int Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable("POLICYLANG_USED_LAW"), NumberStyles.None, CultureInfo.InvariantCulture, out int seeds) ? seeds : 24;

    [Fact]
    public void Random_policies_and_statutes_collide_as_where_everything_is_worked_out()
    {
        int conflicts = 0;
        int partly = 0;
        var seen = new HashSet<ConflictKind>();
        for (int seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            string names = string.Join(", ", Instruments.OrderBy(_ => random.Next()).Take(random.Next(2, 6)).Order(StringComparer.Ordinal));
            string text = $"uses {names}\n{Text(random)}";
            Workspace workspace = LibraryWorkspaces.AtHand.With("a.policy", text);
            Assert.DoesNotContain(workspace.Diagnostics, d => d.HidesRules);
            LoweredRules rules = LoweredRules.Lower(workspace.Model, EngineSettings.Default, null, CancellationToken.None);
            var whole = new RuleBook(rules, new WholeStages());
            var book = RuleBook.Create(workspace.Model);

            string[] expected = Told(whole);
            string[] found = Told(book);
            Assert.True(expected.SequenceEqual(found), $"seed {seed}: {text}\n{string.Join("\n", expected.Except(found))}\nnot:\n{string.Join("\n", found.Except(expected))}");
            conflicts += expected.Length;
            partly += book.Rules.Any(r => book.IsContested(r) && !Says(book, book.UndefeatedAtIssue(r), whole, whole.Undefeated(r))) ? 1 : 0;
            Assert.All(book.Rules, r => Assert.True(
                Says(book, book.Undefeated(r), whole, whole.Undefeated(r)) && Says(book, book.UndefeatedWithinOrder(r), whole, whole.UndefeatedWithinOrder(r)),
                $"seed {seed}: {r.Clause.QualifiedName}"));
            seen.UnionWith(workspace.OpenConflicts.Select(c => c.Kind));
        }

        Assert.True(conflicts >= 3 * Seeds, $"{conflicts} conflicts");
        Assert.True(partly >= Seeds / 2, $"less was worked out in {partly}");
        Assert.True(seen.Count >= 4, string.Join(", ", seen));
    }

    // The cases of each are the same in words.
    private static string[] Told(RuleBook book) =>
    [
        .. new ConflictFinder(book).FindAll(resolved: false).Select(f => $"{f.Conflict.Kind} {string.Join("+", f.Conflict.Clauses)} "
            + $"{CaseSentence.Write(f.Conflict.Witness)} by {string.Join(" / ", f.Conflict.AvoidBy.Select(CaseSentence.Write))}: "
            + string.Join(" / ", book.Space.Regions.TryAnswer(() => RegionWords.Of(book).Describe(f.Cases).Blocks).Or([]))),
    ];

    private static bool Says(RuleBook one, Region cases, RuleBook other, Region same) =>
        other.Space.Regions.TryAnswer(() => ReferenceEquals(new RegionTranslation(one.Space, other.Space).Translate(cases), same)).Or(false);

    private static string Text(Random random)
    {
        string One(string[] of) => of[random.Next(of.Length)];
        string Clause(int number)
        {
            string what = random.Next(3) switch
            {
                0 => $"sovereignty C{number} {{ {One(Actors)} {One(["may", "must not", "must", "must"])} disclose {One(Kinds)} from {One(Places)} to Authority in {One(Places)} {One(Conditions)}",
                1 => $"sovereignty C{number} {{ {One(Actors)} {One(["may only", "must", "must not", "need not"])} store {One(Kinds)} in {One(Places)} {One(Conditions)}",
                _ => $"transfer C{number} {{ {One(Actors)} {One(["may", "must not", "may only"])} transfer {One(Kinds)} from {One(Places)} to {One(Places)} {One(Conditions)}",
            };
            return (what.Contains(" when ", StringComparison.Ordinal) ? what : what.Replace("may only", "may", StringComparison.Ordinal)) + " }";
        }

        string clauses = string.Join("\n  ", Enumerable.Range(0, random.Next(2, 9)).Select(Clause));
        return random.Next(3) == 0
            ? $"framework Draft \"Draft\" {{\n  authority {One(["US", "GB", "CN", "EU"])}  rank {One(["statute", "regulation"])}  in force from 2024-01-01\n  {clauses}\n}}\n"
            : $"organisation Acme under EU, US, CN, GB, JP\nframework AcmePolicy {{\n  authority Acme  in force from 2024-01-01\n  {clauses}\n}}\n";
    }

    /// <summary>Works out where every contested rule stands, in all cases.</summary>
    private sealed class WholeStages : RuleStages
    {
        public override bool KnowsStanding => true;
    }
}
