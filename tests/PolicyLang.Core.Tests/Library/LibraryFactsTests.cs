using System.Text.RegularExpressions;
using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Law;
using PolicyLang.Semantics;

namespace PolicyLang.Tests.Library;

/// <summary>
/// Both sides of every fact, safeguard, notice and approval that the law of the library names: some scenario tells it, and without it the same scenario meets other law.
/// </summary>
public sealed class LibraryFactsTests
{
    private static readonly HashSet<string> Roles = [.. LibraryWorkspaces.All.Model.Vocabulary.Taxonomies["role"].Nodes.Select(n => n.Name)];

    // Drafts never apply; a list of places is empty; that a duty is waived shows in no decision.
    private static readonly string[] Unseen = ["in_outsourced", "opinion_asked", "opinion_given"];

    private static readonly string Texts = Regex.Replace(
        string.Concat(LawLibrary.Instruments.Where(f => f.Order != "convention108plus").Select(f => f.Read())), @"//[^\n]*|""[^""\n]*""", string.Empty);

    /// <summary>An attribute and a value that a scenario tells; for a flag the name alone.</summary>
    private static readonly Lazy<HashSet<string>> Telling = new(Matters);

    [Fact]
    public void Every_flag_makes_a_difference_in_a_scenario() =>
        Missing(LibraryWorkspaces.All.Model.Vocabulary.Attributes.Values.Where(a => a.Type == AttributeType.Flag).Select(a => a.Name));

    [Fact]
    public void Every_safeguard_makes_a_difference_in_a_scenario() =>
        Missing(LibraryWorkspaces.All.Model.Vocabulary.Taxonomies["safeguard"].Nodes.Select(n => n.Name), "safeguards");

    [Theory]
    [InlineData("approvals", @"approved by ([\w, ]+)")]
    [InlineData("notified", @"(?:notifying|notified include) ([\w, ]+)")]
    public void Every_approval_and_every_notice_makes_a_difference_in_a_scenario(string attribute, string wording) =>
        Missing(Regex.Matches(Texts, wording).SelectMany(m => m.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)).Select(n => n.Split(' ')[0]).Where(Roles.Contains).Distinct(), attribute);

    private static void Missing(IEnumerable<string> names, string? attribute = null)
    {
        string[] missing = [.. names.Where(IsNamed).Select(n => attribute is null ? n : $"{attribute} {n}").Where(n => !Telling.Value.Contains(n)).Except(Unseen).Order(StringComparer.Ordinal)];
        Assert.True(missing.Length == 0, "No scenario rests on:\n" + string.Join('\n', missing));
    }

    private static bool IsNamed(string name) => Regex.IsMatch(Texts, $@"(?:when|where|unless|and|or|not|as|any of|all of|include|with|,|\()\s+{name}\b");

    // What cases tell whose absence changes which law they meet.
    private static HashSet<string> Matters()
    {
        HashSet<string> found = [];
        foreach (ScenarioResult result in LibraryWorkspaces.All.RunScenarios())
        {
            foreach (CaseFacts told in result.Told)
            {
                Lazy<string> with = new(() => Effects(told.Facts, result.Scenario.Under));
                found.UnionWith(told.Facts.SelectMany(Without).Where(w => !found.Contains(w.Name))
                    .Where(w => with.Value != Effects(w.Without is null ? told.Facts.Remove(w.Fact) : told.Facts.Replace(w.Fact, w.Without), result.Scenario.Under))
                    .Select(w => w.Name).ToArray());
            }
        }

        return found;
    }

    private static IEnumerable<(string Name, Fact Fact, Fact? Without)> Without(Fact fact) => fact.Value switch
    {
        FlagValue => [(fact.Attribute, fact, null)],
        SetValue set => set.Names.Select(n => ($"{fact.Attribute} {n}", fact, (Fact?)new Fact(fact.Attribute, new SetValue(set.Names.Remove(n))))),
        _ => [],
    };

    private static string Effects(IEnumerable<Fact> facts, ImmutableArray<Symbol> under)
    {
        RawFact[] raw = [.. facts.Where(f => f.Value is not SetValue { Names.IsEmpty: true }).Select(RawFact.FromFact)];
        Decision? decision = LibraryWorkspaces.All.Decide(raw, under, out _);
        IEnumerable<string> conflicts = (LibraryWorkspaces.All.ConflictsFor(raw, out _) ?? []).Select(c => string.Join('+', c.Clauses));
        return decision is null
            ? "none"
            : $"{decision.Outcome} {string.Join(',', decision.Applied)} {string.Join(',', decision.Defeated.Select(d => d.Clause))} {string.Join(',', decision.Duties)} {string.Join(',', decision.Advice.Select(a => a.Clause))} {string.Join(',', conflicts)}";
    }
}
