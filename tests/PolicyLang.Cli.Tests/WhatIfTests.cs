using System.Text.Json.Nodes;

namespace PolicyLang.Cli.Tests;

/// <summary>What is supposed changes what the same change of the files does.</summary>
public sealed class WhatIfTests
{
    private const string Treaty = """
        bloc Signatories { EU, BR, US since 2025-01-01 }
        framework Treaty { authority Signatories rank treaty in force from 2025-01-01
          norm Flow { parties must not prohibit transfer Health from own territory to anywhere }
          norm Store { parties must not require store Health in own territory }
          norm Care { parties must prohibit sell Genetic from own territory to anywhere unless explicit_consent }
        }
        party VN { adopts Treaty since 2027-01-01 }
        """;

    private const string Acts = """
        framework CnAct { authority CN in force from 2020-01-01
          transfer Ban { Exporter must not transfer Health from CN to US }
          transfer Sale { Exporter may sell Genetic from CN to US }
        }
        framework UsAct { authority US in force from 2020-01-01
          transfer Ban { Exporter must not transfer Health from US to CN }
        }
        framework VnAct { authority VN in force from 2020-01-01
          transfer Ban { Exporter must not transfer Health from VN to CN }
          norm Keep { Controller must store Health in VN }
        }
        """;

    public static TheoryData<string, string, string> Suppositions { get; } = new()
    {
        { "--adopt|CN Treaty since 2029-01-01", Treaty + "\nparty CN { adopts Treaty since 2029-01-01 }", Acts },
        { "--adopt|CN Treaty since 2029-01-01 reserving Treaty.Flow until 2030-12-31", Treaty + "\nparty CN { adopts Treaty since 2029-01-01 reserving Treaty.Flow until 2030-12-31 }", Acts },
        { "--reserve|US Treaty.Flow, Treaty.Store until 2029-12-31", Treaty + "\nparty US { adopts Treaty since 2025-01-01 reserving Treaty.Flow, Treaty.Store until 2029-12-31 }", Acts },
        { "--withdraw|US Treaty", Treaty.Replace("EU, BR, US since", "EU, BR since", StringComparison.Ordinal), Acts },
        { "--withdraw|US Treaty since 2030-01-01", Treaty.Replace("EU, BR, US since 2025-01-01", "EU, BR since 2025-01-01 US since 2025-01-01 until 2029-12-31", StringComparison.Ordinal), Acts },
        { "--withdraw|VN Treaty since 2030-01-01", Treaty.Replace("Treaty since 2027-01-01", "Treaty since 2027-01-01 until 2029-12-31", StringComparison.Ordinal), Acts },
        { "--withdraw|VN Treaty", Treaty.Replace("party VN { adopts Treaty since 2027-01-01 }", "", StringComparison.Ordinal), Acts },
        { "--repeal|UsAct.Ban", Treaty, Acts.Replace("  transfer Ban { Exporter must not transfer Health from US to CN }\n", "", StringComparison.Ordinal) },
        { "--repeal|VnAct since 2028-01-01", Treaty, Acts + "\nframework WhatIfRepeals1 { authority VN in force from 2028-01-01 repeals VnAct }" },
        { "--without|acts.policy", Treaty, "" },
        { "--adopt|CN Treaty since 2029-01-01|--repeal|CnAct.Ban", Treaty + "\nparty CN { adopts Treaty since 2029-01-01 }", Acts.Replace("  transfer Ban { Exporter must not transfer Health from CN to US }\n", "", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Suppositions))]
    public void It_equals_the_difference_of_the_two_workspaces(string options, string treaty, string acts)
    {
        using var run = new CommandRun(("now/treaty.policy", Treaty), ("now/acts.policy", Acts), ("then/treaty.policy", treaty), ("then/acts.policy", acts));
        CommandRun.Result supposed = run.Run(["what-if", .. options.Split('|'), "--format", "json"], [], run.PathOf("now"));
        CommandRun.Result compared = run.Run("diff now then --format json");
        Assert.Equal(("", 0, "", 0), (supposed.Error, supposed.Code, compared.Error, compared.Code));
        JsonNode one = JsonNode.Parse(supposed.Output) ?? throw new FormatException();
        JsonNode other = JsonNode.Parse(compared.Output) ?? throw new FormatException();
        Assert.NotEqual("none", other["level"]?.GetValue<string>());
        foreach (string key in new[] { "level", "clauses", "conflicts", "changes" })
        {
            Assert.Equal(other[key]?.ToJsonString(), one[key]?.ToJsonString());
        }
    }

    [Fact]
    public void The_reservation_that_is_told_leaves_no_breach_and_none_of_it_can_be_left_out()
    {
        using var run = new CommandRun(("treaty.policy", Treaty), ("acts.policy", Acts));
        JsonNode told = JsonNode.Parse(run.Run(["what-if", "--adopt", "CN Treaty since 2029-01-01", "--format", "json"], []).Output) ?? throw new FormatException();
        JsonNode party = told["parties"]?[0] ?? throw new FormatException();
        string[] clauses = [.. party["reservation"]?["clauses"]?.AsArray().Select(c => c?.GetValue<string>() ?? "") ?? []];
        Assert.Equal(["Treaty.Flow"], clauses);
        Assert.Contains(party["reservation"]?["price"]?.AsArray() ?? [], p => p?["clause"]?.GetValue<string>() == "Treaty.Flow" && p["from"]?.AsArray().Count == 4);
        JsonNode with = JsonNode.Parse(run.Run(["what-if", "--adopt", $"CN Treaty since 2029-01-01 reserving {string.Join(", ", clauses)}", "--format", "json"], []).Output) ?? throw new FormatException();
        Assert.Empty(with["parties"]?[0]?["breaches"]?.AsArray() ?? [JsonValue.Create(1)]);
    }
}
