using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Law;
using PolicyLang.Testing;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary>
/// What the laws of the library find between each other: for each pair of frameworks how many conflicts of which kind. A new one is news, and shows here.
/// </summary>
public sealed class LibraryInterplayTests
{
    private static readonly ImmutableArray<Conflict> Found = LibraryWorkspaces.All.Conflicts;

    [Fact]
    public void All_that_laws_find_between_each_other_is_known() =>
        Baseline.Verify(
            Repository.PathOf("tests/cases/law/interplay.txt"),
            string.Concat(Found.Where(c => c.Status != ConflictStatus.Resolved)
                .GroupBy(c => $"{c.Kind}/{c.Status} {string.Join(" x ", c.Clauses.Select(n => n.Split('.')[0]).Distinct().Order(StringComparer.Ordinal))}")
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Key}: {g.Count()}\n")));

    [Theory]
    [InlineData("CloudAct.S2713+GDPR.Art48")]
    [InlineData("CloudAct.S2713+DSL.Art36")]
    [InlineData("CloudAct.S2713+PIPL.Art41")]
    [InlineData("CPTPP.Art14_13_2+Decree53.Art26_2")]
    [InlineData("Decree53.Art26_2+RCEP.Art12_14_2")]
    [InlineData("CFR202.S301+USMCA.Art19_11_1")]
    [InlineData("CSL.Art39+RCEP.Art12_14_2")]
    [InlineData("EEvidence.Art10+SCA.S2702a")]
    [InlineData("GDPR.Art44+TCA.Art201_1c")]
    [InlineData("C108P.Art14_1+MalaboConvention.Art14_6_Law")]
    public void The_famous_ones_are_there(string clauses) =>
        Assert.Contains(clauses, Found.Select(c => string.Join('+', c.Clauses)));

    /// <summary>In time: what a judgment, a decision, a rule or the end of a reservation began or ended.</summary>
    [Theory]
    [InlineData("CloudAct.S2713+GDPR.Art48", "2018-05-25")]
    [InlineData("CloudAct.S2713+DSL.Art36", "2021-09-01")]
    [InlineData("CloudAct.S2713+PIPL.Art41", "2021-11-01")]
    [InlineData("CPTPP.Art14_13_2+Decree53.Art26_2", "2022-10-01")]
    [InlineData("Decree53.Art26_2+RCEP.Art12_14_2", "2027-01-01")]
    [InlineData("CFR202.S301+USMCA.Art19_11_1", "2025-04-08")]
    [InlineData("EEvidence.Art10+SCA.S2702a", "2026-08-18")]
    public void A_conflict_begins_on_the_first_day_on_which_both_sides_are_law(string clauses, string day)
    {
        Assert.True(CalendarDay.TryParse(day, out CalendarDay first));
        Assert.Contains(clauses, (LibraryWorkspaces.All.ConflictsOn(first, out _) ?? []).Select(c => string.Join('+', c.Clauses)));
        Assert.DoesNotContain(clauses, (LibraryWorkspaces.All.ConflictsOn(new CalendarDay(first.Number - 1), out _) ?? []).Select(c => string.Join('+', c.Clauses)));
    }

    [Fact]
    public void Every_finding_is_acknowledged_with_a_reason()
    {
        Assert.Empty(Found.Where(c => c.Status is not (ConflictStatus.Resolved or ConflictStatus.Acknowledged)).Select(c => $"{c.Kind} {string.Join('+', c.Clauses)}"));
        Assert.DoesNotContain(LibraryWorkspaces.All.Diagnostics, d => d.Severity > DiagnosticSeverity.Information);
        Assert.All(LibraryWorkspaces.All.Model.Acknowledgements, a => Assert.NotEmpty(a.Because));
    }

    /// <summary>What a user adds is never accepted by the library: no side is a legal order, to which a policy or a law of a user's own could belong.</summary>
    [Fact]
    public void What_is_acknowledged_stands_between_instruments_of_the_library() =>
        Assert.DoesNotContain(LibraryWorkspaces.All.Model.Acknowledgements.SelectMany(a => a.Sides), s => s.IsLawOf);

    /// <summary>Rules of the library that cannot be part of a conflict are left aside; the conflicts are those of the same text in files of one's own.</summary>
    [Theory]
    [InlineData("GDPR, CloudAct, PIPL, DSL")]
    [InlineData("TCA, GDPR, UKGDPR")]
    [InlineData("APPI, PIPA, CBPR")]
    public void Law_that_is_used_collides_like_law_that_is_written(string names)
    {
        const string policy = """
            organisation Acme under EU, US, CN, GB, JP, KR
            framework AcmePolicy {
              authority Acme  in force from 2024-01-01
              sovereignty Warrants { ServiceProvider may disclose CommunicationsData from EU to Authority in US }
              transfer Away { Exporter may transfer PersonalData from EU, CN, JP, KR, GB to outside EU }
              transfer Never { Exporter must not transfer PersonalData from EU, CN, JP, KR, GB to US }
            }
            """;
        Workspace used = LibraryWorkspaces.AtHand.With("a.policy", $"uses {names}\n{policy}");
        string[] files = [.. used.Model.Vocabulary.UsedFiles];
        Workspace written = Workspace.Empty.With(LawLibrary.Files.Where(f => files.Contains(f.Path)).Select(f => KeyValuePair.Create(f.Path, f.Read())))
            .With("a.policy", policy);

        Assert.NotEmpty(used.OpenConflicts);
        Assert.Equal(Told(written), Told(used));

        static string[] Told(Workspace workspace) =>
            [.. workspace.OpenConflicts.Select(c => $"{c.Kind} {c.Status} {string.Join("+", c.Clauses)} {c.Witness}").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void No_acknowledgement_is_stale() => Assert.DoesNotContain(LibraryWorkspaces.All.Diagnostics, d => d.Code == "PL4007");
}
