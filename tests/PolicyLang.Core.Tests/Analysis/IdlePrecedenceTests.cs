using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

/// <summary>PL3106: precedence that never bites.</summary>
public sealed class IdlePrecedenceTests
{
    private const string Bar = "transfer Bar { any must not transfer PersonalData from EEA to US subject to Free } ";

    private static string[] Found(string clauses, string before = "") =>
        [.. Law.Of(before + Law.Framework("F", "EU", clauses)).Diagnostics.Where(d => d.Code == "PL3106").Select(d => d.Message)];

    [Fact]
    public void Two_clauses_that_both_say_so_are_told_once() => Assert.Equal(
        ["'F.Bar' and 'F.Free' never collide, so this says nothing."],
        Found(Bar + "transfer Free { any may transfer PersonalData from JP to US prevails over Bar }"));

    [Fact]
    public void Another_pair_is_told_by_itself() => Assert.Equal(2, Found(
        Bar + "transfer Free { any may transfer PersonalData from JP to US } transfer Other { any may transfer PersonalData from KR to US prevails over Bar }").Length);

    [Fact]
    public void Who_waits_for_a_list_that_is_still_empty_says_something() => Assert.Empty(Found(
        "transfer Bar { any must not transfer PersonalData from EEA to outside EEA subject to Free } transfer Free { any may transfer PersonalData from EEA to Adequate }",
        "bloc Adequate { }\n"));

    [Fact]
    public void Clauses_that_meet_are_not_told() => Assert.Empty(Found(Bar + "transfer Free { any may transfer Health from EEA to US }"));
}
