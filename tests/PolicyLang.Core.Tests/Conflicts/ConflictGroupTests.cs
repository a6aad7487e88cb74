using PolicyLang.Conflicts;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Conflicts;

/// <summary>Conflicts of one kind between the same sides are one thing to a reader.</summary>
public sealed class ConflictGroupTests
{
    private const string Law = """
        organisation Acme under JP, KR
        framework JpAct { authority JP in force from 2020-01-01
          transfer A { must not transfer Health from JP to US }
          transfer B { must not transfer Genetic from JP to US }
        }
        framework KrAct { authority KR in force from 2020-01-01 until 2024-12-31
          transfer C { must not transfer Health from KR to US }
          sovereignty D { must store Genetic in KR }
        }
        bloc Signatories { JP KR }
        framework Treaty { authority Signatories rank treaty in force from 2021-01-01
          norm Free { parties must not prohibit transfer to US towards anyone }
        }
        framework AcmePolicy { authority Acme in force from 2022-01-01
          transfer Cloud { may transfer PersonalData to US }
          sovereignty None { must not store Genetic in KR }
        }
        """;

    private static ImmutableArray<ConflictGroup> Groups(CalendarDay? asOf = null) => ConflictGrouping.Group(Workspace.Empty.With("law.policy", Law).AsOf(asOf).OpenConflicts.Where(c => c.IsOpen));

    private static string Tell(ConflictGroup group) =>
        $"{group.Number} {group.Severity} {group.Title} [{string.Join("; ", group.Conflicts.Select(c => string.Join("+", c.Clauses)))}] {string.Join(", ", group.Days.Select(d => $"{d.From}..{d.Until}"))} {group.Help}".TrimEnd();

    [Fact]
    public void Groups_are_by_kind_sides_and_parties_the_heaviest_first() => Assert.Equal(
        [
            "1 Error Acme permits what JP prohibits [AcmePolicy.Cloud+JpAct.A; AcmePolicy.Cloud+JpAct.B] 2022-01-01..9999-12-31 Write 'subject to law of JP' in AcmePolicy.Cloud.",
            "2 Error The law of JP breaks Treaty [JpAct.A+Treaty.Free; JpAct.B+Treaty.Free] 2021-01-01..9999-12-31",
            "3 Error Acme leaves no way of doing what KR requires [AcmePolicy.None+KrAct.D] 2022-01-01..2024-12-31 Write 'subject to law of KR' in AcmePolicy.None.",
            "4 Error Acme permits what KR prohibits [AcmePolicy.Cloud+KrAct.C] 2022-01-01..2024-12-31 Write 'subject to law of KR' in AcmePolicy.Cloud.",
            "5 Error The law of KR breaks Treaty [KrAct.C+Treaty.Free] 2021-01-01..2024-12-31",
        ],
        Groups().Select(Tell));

    [Fact]
    public void What_the_help_of_a_group_says_removes_it()
    {
        string amended = Law.Replace("may transfer PersonalData to US", "may transfer PersonalData to US subject to law of JP, KR", StringComparison.Ordinal)
            .Replace("{ must not store Genetic in KR }", "{ must not store Genetic in KR subject to law of KR }", StringComparison.Ordinal);
        Assert.Equal(
            ["The law of JP breaks Treaty", "The law of KR breaks Treaty"],
            ConflictGrouping.Group(Workspace.Empty.With("law.policy", amended).OpenConflicts.Where(c => c.IsOpen)).Select(g => g.Title));
    }

    [Fact]
    public void What_lies_before_the_day_has_ended()
    {
        CalendarDay last = CalendarDay.FromDate(2024, 12, 31);
        Assert.Equal(5, Groups(last).Length);
        Assert.Equal(["Acme permits what JP prohibits", "The law of JP breaks Treaty"], Groups(new CalendarDay(last.Number + 1)).Select(g => g.Title));
        Workspace later = Workspace.Empty.With("law.policy", Law).AsOf(new CalendarDay(last.Number + 1));
        Assert.Equal(3, later.OpenConflicts.Count(c => c.Status == ConflictStatus.Ended));
        Assert.Equal(4, later.Diagnostics.Count(d => d.Code.StartsWith("PL4", StringComparison.Ordinal)));
    }
}
