using System.Text.Json;
using PolicyLang.Law;

namespace PolicyLang.Cli.Tests;

/// <summary>The law library on the command line.</summary>
public sealed class LawTests
{
    private static CommandRun.Result Run(string arguments, params (string Path, string Text)[] files)
    {
        using var run = new CommandRun(files);
        return run.Run(arguments);
    }

    private static JsonElement Json(string arguments) => JsonDocument.Parse(Run(arguments).Output).RootElement;

    [Fact]
    public void The_table_names_every_instrument_with_its_order_and_days()
    {
        JsonElement law = Json("law --format json");
        Assert.Equal(LawLibrary.Version, law.GetProperty("library").GetString());
        JsonElement gdpr = law.GetProperty("instruments").EnumerateArray().Single(i => i.GetProperty("name").GetString() == "GDPR");
        Assert.Equal(("EU", "2018-05-25"), (gdpr.GetProperty("order").GetString(), gdpr.GetProperty("inForce")[0].GetProperty("from").GetString()));
        Assert.True(gdpr.GetProperty("clauseCount").GetInt32() >= 10);
        Assert.True(gdpr.GetProperty("scenarios").GetInt32() >= 10);
        string table = Run("law").Output;
        Assert.All(law.GetProperty("instruments").EnumerateArray(), i => Assert.Contains($" {i.GetProperty("name").GetString()} ", table, StringComparison.Ordinal));
        Assert.DoesNotContain("TestAct", table, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instrument_is_told_in_full()
    {
        string told = Run("law GDPR").Output;
        Assert.Contains("GDPR.Art48", told, StringComparison.Ordinal);
        Assert.Contains("(Art. 48)", told, StringComparison.Ordinal);
        Assert.Contains("<http://data.europa.eu/eli/reg/2016/679/oj>", told, StringComparison.Ordinal);
        Assert.Contains("A reading aid, not legal advice.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_words_and_the_cases_of_an_instrument()
    {
        JsonElement gdpr = Json("law GDPR --format json").GetProperty("instruments")[0];
        JsonElement[] cases = [.. gdpr.GetProperty("cases").EnumerateArray()];
        Assert.Equal(gdpr.GetProperty("scenarios").GetInt32(), cases.Length);
        JsonElement one = Assert.Single(cases, c => c.GetProperty("title").GetString() == "Before the Schrems II judgment no assessment was due");
        Assert.Equal("law/eu/gdpr.scenarios.policy", one.GetProperty("file").GetString());
        Assert.StartsWith("scenario \"Before the Schrems II judgment", one.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(gdpr.GetProperty("declarations").EnumerateArray(), d =>
            d.GetProperty("text").GetString()!.StartsWith("define DerogationGround as", StringComparison.Ordinal)
            && d.GetProperty("documentation").GetString() == "Points (a) to (g) of Art. 49(1), first subparagraph.");
    }

    [Fact]
    public void A_day_leaves_out_what_is_not_in_force()
    {
        string table = Run("law --on 2018-01-01").Output;
        Assert.Contains(" SCA ", table, StringComparison.Ordinal);
        Assert.DoesNotContain(" GDPR ", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_address_is_listed_for_somebody_to_look_at()
    {
        string listed = Run("law --check-sources").Output;
        string[] written = [.. LawLibrary.Files.SelectMany(f => f.Read().Split('<').Skip(1)).Where(p => p.StartsWith("http", StringComparison.Ordinal)).Select(p => p[..p.IndexOf('>', StringComparison.Ordinal)]).Distinct()];
        Assert.True(written.Length > 20);
        Assert.All(written, address => Assert.Contains(address, listed, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_of_the_library_is_told() => Assert.Contains($"law library {LawLibrary.Version}", Run("--version").Output, StringComparison.Ordinal);

    [Fact]
    public void Check_tells_what_is_used()
    {
        CommandRun.Result text = Run("check a.policy", ("a.policy", "uses GDPR\n"));
        Assert.Contains($"Used of law library {LawLibrary.Version}: GDPR.", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("law library", Run("check a.policy", ("a.policy", "organisation A under EU\n")).Output, StringComparison.Ordinal);
        JsonElement json = JsonDocument.Parse(Run("check a.policy --format json", ("a.policy", "uses GDPR\n")).Output).RootElement;
        Assert.Equal("GDPR", json.GetProperty("law").GetProperty("uses")[0].GetString());
    }

    /// <summary>Whatever its instruments find between each other is accepted in it, with a reason; what is not is news.</summary>
    [Fact]
    public void The_library_itself_is_checked()
    {
        CommandRun.Result found = Run("check --law --format json --fail-on warning");
        Assert.Equal(LawLibrary.Files.Count, JsonDocument.Parse(found.Output).RootElement.GetProperty("files").GetInt32());
        Assert.Equal(0, found.Code);
    }

    [Fact]
    public void Its_scenarios_run_and_what_they_touch_is_told()
    {
        CommandRun.Result tested = Run("test --law --coverage");
        Assert.Equal(0, tested.Code);
        Assert.Contains("\n# coverage: ", tested.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("TestAct.", tested.Output[tested.Output.IndexOf("# coverage", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
