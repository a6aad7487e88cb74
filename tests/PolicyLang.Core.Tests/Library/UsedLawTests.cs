using System.Globalization;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Library;
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

    private static readonly string[] Orders = ["EU", "US", "CN"];

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
        var seen = new Seen();
        for (int seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            string names = string.Join(", ", Instruments.OrderBy(_ => random.Next()).Take(random.Next(2, 6)).Order(StringComparer.Ordinal));
            seen.Compare(LibraryWorkspaces.AtHand, $"uses {names}\n{Text(random)}");
        }

        Assert.True(seen.Conflicts >= 3 * Seeds, $"{seen.Conflicts} conflicts");
        Assert.True(seen.WorkedOutInPart >= Seeds / 2, $"less was worked out in {seen.WorkedOutInPart}");
        Assert.True(seen.Kinds.Count >= 4, string.Join(", ", seen.Kinds));
    }

    /// <summary>Law that was made up collides with itself more than ours does, and its duties have their ways closed from several sides.</summary>
    [Fact]
    public void Random_law_that_is_used_collides_as_where_everything_is_worked_out()
    {
        var seen = new Seen();
        for (int seed = 0; seed < 4 * Seeds; seed++)
        {
            var random = new Random(seed);
            var files = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string order in Orders)
            {
                files.Add($"law/{order}/law.policy", $"// Read as of 2026-05-01\nframework Law{order} {{\n  authority {order}  in force from 2018-01-01\n  {Clauses(random, 8, few: true)}\n}}\n");
            }

            Workspace library = Workspace.Empty.With(new LawCatalog("1.0", () => LawIndex.Make(files), path => files[path]));
            seen.Compare(library, $"uses {string.Join(", ", Orders.Select(o => $"Law{o}"))}\n{(seed % 3 == 0 ? string.Empty : Text(random, few: true))}");
        }

        Assert.True(seen.Conflicts >= 12 * Seeds, $"{seen.Conflicts} conflicts");
        Assert.True(seen.WorkedOutInPart >= Seeds, $"less was worked out in {seen.WorkedOutInPart}");
        Assert.True(seen.Kinds.Count >= 5, string.Join(", ", seen.Kinds));
    }

    /// <summary>A snapshot that follows another needs to know where rules stand everywhere, which the first one did not work out.</summary>
    [Fact]
    public void An_edited_policy_collides_as_one_that_is_read_anew()
    {
        int followed = 0;
        for (int seed = 0; seed < Seeds / 2; seed++)
        {
            var random = new Random(seed);
            string names = string.Join(", ", Instruments.OrderBy(_ => random.Next()).Take(3).Order(StringComparer.Ordinal));
            string before = $"uses {names}\n{Text(random)}";
            string after = before.Replace(" may ", " must not ", StringComparison.Ordinal);
            Workspace first = LibraryWorkspaces.AtHand.With("a.policy", before);
            string[] found = Told(first);
            Workspace edited = first.With("a.policy", after);

            Assert.Equal(Told(LibraryWorkspaces.AtHand.With("a.policy", after)), Told(edited));
            Assert.Equal(found, Told(edited.With("a.policy", before)));
            followed += edited.FollowsEarlierRules ? 1 : 0;
        }

        Assert.True(followed >= Seeds / 4, $"{followed} followed");
    }

    private static string[] Told(Workspace workspace) =>
    [
        .. workspace.OpenConflicts.Select(Told),
        .. workspace.Diagnostics.Select(d => $"{d.Code} {d.Message}"),
    ];

    private static string Told(Conflict conflict) =>
        $"{conflict.Kind} {string.Join("+", conflict.Clauses)} {CaseSentence.Write(conflict.Witness)} by {string.Join(" / ", conflict.AvoidBy.Select(CaseSentence.Write))}";

    private static string Text(Random random, bool few = false)
    {
        string clauses = Clauses(random, random.Next(2, 9), few);
        return random.Next(3) == 0
            ? $"framework Draft \"Draft\" {{\n  authority {One(random, ["US", "GB", "CN", "EU"])}  rank {One(random, ["statute", "regulation"])}  in force from 2024-01-01\n  {clauses}\n}}\n"
            : $"organisation Acme under EU, US, CN, GB, JP\nframework AcmePolicy {{\n  authority Acme  in force from 2024-01-01\n  {clauses}\n}}\n";
    }

    private static string Clauses(Random random, int count, bool few) => string.Join("\n  ", Enumerable.Range(0, count).Select(number => Clause(random, number, few)));

    private static string Clause(Random random, int number, bool few)
    {
        string Some(string[] of) => One(random, few ? of[..3] : of);
        string what = random.Next(3) switch
        {
            0 => $"sovereignty C{number} {{ {Some(Actors)} {One(random, ["may", "must not", "must", "must"])} disclose {Some(Kinds)} from {Some(Places)} to Authority in {Some(Places)} {Some(Conditions)}",
            1 => $"sovereignty C{number} {{ {Some(Actors)} {One(random, ["may only", "must", "must not", "need not"])} store {Some(Kinds)} in {Some(Places)}{(few && random.Next(2) == 0 ? $", {Some(Places)}" : string.Empty)} {Some(Conditions)}",
            _ => $"transfer C{number} {{ {Some(Actors)} {One(random, ["may", "must not", "may only"])} transfer {Some(Kinds)} from {Some(Places)} to {Some(Places)} {Some(Conditions)}",
        };
        string yields = few && number > 0 && random.Next(3) == 0 ? $" subject to C{random.Next(number)}" : string.Empty;
        return (what.Contains(" when ", StringComparison.Ordinal) ? what : what.Replace("may only", "may", StringComparison.Ordinal)) + yields + " }";
    }

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];

    /// <summary>Compares workspaces, and counts what was compared.</summary>
    private sealed class Seen
    {
        public int Conflicts { get; private set; }

        public int WorkedOutInPart { get; private set; }

        public HashSet<ConflictKind> Kinds { get; } = [];

        public void Compare(Workspace library, string text)
        {
            Workspace workspace = library.With("a.policy", text);
            Assert.Empty(workspace.Diagnostics.Where(d => d.HidesRules).Select(d => $"{d.Code} {d.Message} {text}"));
            var whole = new RuleBook(LoweredRules.Lower(workspace.Model, EngineSettings.Default, null, CancellationToken.None), new WholeStages());
            var book = RuleBook.Create(workspace.Model);

            string[] expected = FoundIn(whole);
            string[] found = FoundIn(book);
            Assert.True(expected.SequenceEqual(found), $"{text}\n{string.Join("\n", expected.Except(found))}\nnot:\n{string.Join("\n", found.Except(expected))}");
            Conflicts += expected.Length;
            WorkedOutInPart += book.Rules.Any(r => book.IsContested(r) && !Says(book, Existing(book, book.UncutAtIssue(r)), whole, whole.Undefeated(r))) ? 1 : 0;
            Assert.All(book.Rules, r => Assert.True(
                Says(book, book.Undefeated(r), whole, whole.Undefeated(r)) && Says(book, book.UndefeatedWithinOrder(r), whole, whole.UndefeatedWithinOrder(r)),
                $"{r.Clause.QualifiedName}: {text}"));
            Kinds.UnionWith(workspace.OpenConflicts.Select(c => c.Kind));
        }

        // The cases of each are the same in words.
        private static string[] FoundIn(RuleBook book) =>
        [
            .. new ConflictFinder(book).FindAll(resolved: false).Select(f => $"{Told(f.Conflict)}: "
                + string.Join(" / ", book.Space.Regions.TryAnswer(() => RegionWords.Of(book).Describe(f.Cases(book)).Blocks).Or([]))),
        ];

        private static Region Existing(RuleBook book, Region cases) => book.Space.Regions.TryAnswer(() => book.Cut.Of(cases)).Or(cases);

        private static bool Says(RuleBook one, Region cases, RuleBook other, Region same) =>
            other.Space.Regions.TryAnswer(() => ReferenceEquals(new RegionTranslation(one.Space, other.Space).Translate(cases), same)).Or(false);
    }

    /// <summary>Works out where every contested rule stands, in all cases.</summary>
    private sealed class WholeStages : RuleStages
    {
        public override bool KnowsStanding => true;
    }
}
