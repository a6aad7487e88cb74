using System.Globalization;
using System.Text.RegularExpressions;
using PolicyLang.CodeGen.Naming;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Law that is added moves no number and takes no name.</summary>
public sealed partial class IdentityTests
{
    private const string Law = """
        jurisdiction Nordia
        jurisdiction Sudia
        framework NordiaAct {
          authority Nordia
          in force from 2024-01-01
          transfer Art46 { Exporter must not transfer Health from Nordia to Sudia }
          transfer Data { Exporter may transfer Health from Sudia to Nordia }
        }
        """;

    private const string More = """
        jurisdiction Aland
        taxonomy extra "Further kinds" { one two }
        taxonomy data { Hearsay }
        attribute further : extra
        framework Jurisdiction {
          authority Aland
          in force from 2024-01-01
          transfer T { Exporter must not transfer Hearsay from Aland to Sudia when further is one }
        }
        """;

    [Theory]
    [InlineData("a.policy")]
    [InlineData("n.policy")]
    [InlineData("z.policy")]
    public void A_file_more_changes_no_number_and_no_name(string file)
    {
        Workspace before = Workspace.Empty.With("m.policy", Law).With("o.policy", "jurisdiction Westia");
        Workspace after = before.With(file, More);
        Dictionary<string, int> old = Numbers(before);
        Dictionary<string, int> now = Numbers(after);
        Assert.Contains("Jurisdiction.Nordia", old.Keys);
        Assert.Contains("Jurisdiction.Aland", now.Keys);
        Assert.All(old, o => Assert.Equal(o.Value, Assert.Contains(o.Key, now)));
        Assert.Equal(now.Count, now.Values.Select((v, i) => (v, now.Keys.ElementAt(i).Split('.')[0])).Distinct().Count());
    }

    [Fact]
    public void A_clause_above_takes_no_name()
    {
        const string first = "transfer Art46 {";
        string added = Law.Replace(first, "transfer Art_46 { Exporter may transfer Health from Nordia to US }\n  " + first, StringComparison.Ordinal);
        string code = ModelGenerator.Generate(Workspace.Empty.With("m.policy", added), CodeGenSettings.Default).Files.Single(f => f.Name == "NordiaAct.cs").Text;
        Assert.Matches(@"ClauseModel Art46 \{ get; \} = new\(\)\s*\{\s*Framework = Framework,\s*Name = ""Art46""", code);
        Assert.Matches(@"ClauseModel Art46Clause \{ get; \} = new\(\)\s*\{\s*Framework = Framework,\s*Name = ""Art_46""", code);
    }

    [Fact]
    public void Names_are_given_in_no_order_but_their_own()
    {
        string[] names = ["art_46", "Art46", "art__46", "ART46"];
        foreach (IEnumerable<string> order in (IEnumerable<string>[])[names, names.Reverse(), names.Order(StringComparer.Ordinal)])
        {
            var scope = new NameScope([], "Clause");
            Assert.Equal(
                new Dictionary<string, string> { ["Art46"] = "Art46Clause", ["ART46"] = "ART46", ["art_46"] = "Art46Clause2", ["art__46"] = "Art46Clause3" },
                scope.TakeAll(order, PascalCase.Convert));
            Assert.Equal(3, scope.Clashes.Count);
        }
    }

    [Fact]
    public void Numbers_are_those_of_the_first_release() =>
        Assert.Equal(1003388258, NodeNumbers.Of(["DE"])["DE"]);

    private static Dictionary<string, int> Numbers(Workspace workspace)
    {
        Assert.DoesNotContain(workspace.Diagnostics, d => d.HidesRules);
        string code = ModelGenerator.Generate(workspace, CodeGenSettings.Default).Files.Single(f => f.Name == "Vocabulary.cs").Text;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match type in EnumType().Matches(code))
        {
            foreach (Match member in Member().Matches(type.Groups[2].Value))
            {
                numbers.Add($"{type.Groups[1].Value}.{member.Groups[1].Value}", int.Parse(member.Groups[2].Value, CultureInfo.InvariantCulture));
            }
        }

        return numbers;
    }

    [GeneratedRegex(@"public enum (\w+)\n\{(.*?)\n\}", RegexOptions.Singleline)]
    private static partial Regex EnumType();

    [GeneratedRegex(@"\n    (\w+) = (\d+),")]
    private static partial Regex Member();
}
