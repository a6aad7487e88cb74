using System.Text.RegularExpressions;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Project;

/// <summary>The vocabulary that ships with the compiler: complete, dated, and with its sources.</summary>
public sealed partial class PreludeTests
{
    private static readonly SemanticModel Model = Workspace.Empty.Model;

    public static TheoryData<string> Blocs => [.. Model.Blocs.Select(b => b.Name)];

    [Fact]
    public void Every_place_of_iso_3166_1_is_there() => Assert.Equal(249, Model.Jurisdictions.Nodes.Count(n => n.Name.Length == 2 && n.Title is not null));

    [Theory]
    [InlineData("FR", "GP,MQ,RE,GF,YT,MF")]
    [InlineData("FI", "AX")]
    [InlineData("US", "PR,GU,VI,AS,MP")]
    [InlineData("CN", "CN_FTZ")]
    [InlineData("GB", "")]
    [InlineData("NO", "")]
    [InlineData("NL", "")]
    [InlineData("DK", "")]
    public void Territories_are_those_of_the_law(string place, string parts) =>
        Assert.Equal(parts, string.Join(',', Model.Jurisdictions.Find(place)?.Children.Select(c => c.Name) ?? ["?"]));

    [Theory]
    [InlineData("BL")]
    [InlineData("PM")]
    [InlineData("NC")]
    [InlineData("PF")]
    [InlineData("WF")]
    [InlineData("BQ")]
    [InlineData("AW")]
    [InlineData("CW")]
    [InlineData("SX")]
    [InlineData("GL")]
    [InlineData("FO")]
    [InlineData("JE")]
    [InlineData("GG")]
    [InlineData("IM")]
    [InlineData("GI")]
    [InlineData("SJ")]
    [InlineData("HK")]
    [InlineData("MO")]
    [InlineData("TW")]
    public void A_place_that_stands_apart_says_by_which_source(string place)
    {
        NodeSymbol found = Assert.Single(Model.Jurisdictions.Nodes, n => n.Name == place);
        Assert.Empty(found.Parents);
        Assert.Contains("Source: ", found.Documentation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EU", 27)]
    [InlineData("EEA", 30)]
    [InlineData("UN", 193)]
    [InlineData("WTO", 165)]
    [InlineData("OECD", 38)]
    [InlineData("G7", 7)]
    [InlineData("G20", 19)]
    [InlineData("APEC", 21)]
    [InlineData("ASEAN", 11)]
    [InlineData("AfricanUnion", 55)]
    [InlineData("CouncilOfEurope", 46)]
    [InlineData("Convention108", 55)]
    [InlineData("Mercosur", 5)]
    [InlineData("GCC", 6)]
    [InlineData("ECOWAS", 12)]
    [InlineData("EAC", 8)]
    [InlineData("PacificAlliance", 4)]
    [InlineData("CPTPP", 12)]
    [InlineData("RCEP", 14)]
    public void A_bloc_has_as_many_members_as_its_source_counts_at_the_end_of_2026(string name, int members)
    {
        Assert.True(PolicyLang.Text.CalendarDay.TryParse("2026-11-25", out PolicyLang.Text.CalendarDay day));
        Assert.Equal(members, BlocMembership.PeriodsOf(Model.Blocs.Single(b => b.Name == name)).Where(m => m.Covers(day)).Select(m => m.Place.Name).Distinct().Count());
    }

    [Fact]
    public void Important_personal_data_are_both() =>
        Assert.Equal("PersonalData,ImportantData", string.Join(',', Model.Taxonomies["data"].Find("ImportantPersonalData")?.Parents.Select(p => p.Name) ?? []));

    [Fact]
    public void The_blocs_of_data_governance_are_there() =>
        Assert.Superset(
            new HashSet<string>(["EU", "EEA", "CPTPP", "RCEP", "USMCA", "DEPA", "APEC", "ASEAN", "AfricanUnion", "Malabo", "BRICS", "Convention108", "Convention108Plus", "GlobalCBPR", "EuAdequate", "UkAdequate", "CountriesOfConcern", "CloudActQualifying", "UN", "OECD", "G7", "G20", "WTO", "CouncilOfEurope", "Mercosur", "GCC", "ECOWAS", "EAC", "PacificAlliance"]),
            new HashSet<string>(Model.Blocs.Select(b => b.Name)));

    [Theory]
    [MemberData(nameof(Blocs))]
    public void A_bloc_has_a_source_and_a_day_for_every_member(string name)
    {
        BlocSymbol bloc = Model.Blocs.Single(b => b.Name == name);
        Assert.Contains("Source: ", bloc.Documentation, StringComparison.Ordinal);
        Assert.All(BlocMembership.PeriodsOf(bloc), m => Assert.NotNull(m.Since));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("purpose")]
    public void Most_kinds_of_data_and_purposes_have_the_iri_of_the_data_privacy_vocabulary(string taxonomy)
    {
        NodeSymbol[] nodes = [.. Model.Taxonomies[taxonomy].Nodes];
        Assert.All(nodes.Where(n => n.Iri is not null), n => Assert.Matches(Dpv(), n.Iri));
        Assert.True(nodes.Count(n => n.Iri is not null) * 2 > nodes.Length, $"{nodes.Count(n => n.Iri is not null)} of {nodes.Length}");
        Assert.All(nodes, n => Assert.NotNull(n.Title));
    }

    [Theory]
    [InlineData("CPTPP", "GB", "2024-12-15")]
    [InlineData("EU", "HR", "2013-07-01")]
    [InlineData("Convention108", "GB", "1987-12-01")]
    [InlineData("Malabo", "MR", "2023-06-08")]
    [InlineData("EuAdequate", "BR", "2026-01-26")]
    public void A_member_is_one_from_its_first_day_on(string bloc, string place, string first) =>
        Assert.Equal(first, BlocMembership.PeriodsOf(Model.Blocs.Single(b => b.Name == bloc)).First(m => m.Place.Name == place).Since?.ToString());

    [GeneratedRegex("^https://w3id.org/dpv[#/]")]
    private static partial Regex Dpv();
}
