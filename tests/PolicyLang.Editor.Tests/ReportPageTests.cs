namespace PolicyLang.Editor.Tests;

/// <summary>The folder of the page that <c>policyc report</c> writes.</summary>
public sealed class ReportPageFolder() : NpmFolder("src/PolicyLang.LanguageServer/ReportPage");

/// <summary>The page that <c>policyc report</c> writes, in a browser; and that what the program carries of it is what its source gives.</summary>
/// <remarks>The tests of one class run one after the other: they share a folder and its packages.</remarks>
public sealed class ReportPageTests(ReportPageFolder folder) : IClassFixture<ReportPageFolder>, IDisposable
{
    private const string Law = """
        framework Gdpr "General Data Protection" { authority EU source <https://example.org/gdpr> in force from 2018-05-25
          transfer Art44 "General principle" { Exporter must not transfer PersonalData from EEA to outside EEA subject to Art45, Art46 }
          transfer Art45 { Exporter may transfer PersonalData from EEA to JP, CH }
          transfer Art46 { Exporter may transfer PersonalData from EEA to outside EEA when safeguards include any of SCC, BCR }
        }
        framework JpAct "قانون <b>\"JP\"</b>" { authority JP in force from 2022-01-01 until 2030-12-31
          transfer Ban { must not transfer Health from JP to US }
          transfer Duty { Exporter must transfer Health from JP to US }
          transfer Later { Exporter may transfer Health from JP to CH  in force from 2024-01-01 }
          transfer Never { must not transfer any from JP to CH  subject to Later }
        }
        bloc Signatories { EU JP US }
        framework Pact { authority Signatories rank treaty in force from 2021-01-01
          norm Free "Free flow" { parties must not prohibit transfer any from own territory to Signatories }
          norm Public { parties may prohibit transfer any from own territory to Signatories when legitimate_public_policy prevails over Free }
        }
        scenario "Japan" { Exporter transfer Health from DE to JP on 2020-01-01 expect permitted }
        """;

    private readonly string _work = Directory.CreateTempSubdirectory("report").FullName;

    public void Dispose() => Directory.Delete(_work, recursive: true);

    [Fact]
    public Task The_program_carries_what_the_source_gives() => folder.RunAsync("check", TimeSpan.FromMinutes(3));

    [Fact]
    public async Task A_page_is_accessible_narrow_or_dark_and_asks_for_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(_work, "law.policy"), Law, TestContext.Current.CancellationToken);
        string page = Path.Combine(_work, "page.html");
        Outcome outcome = await Tool.RunAsync(
            "dotnet", [Path.Combine(NpmFolder.BuiltServer(), "policyc.dll"), "report", "law.policy", "--as-of", "2023-01-01", "--output", page], _work, TimeSpan.FromMinutes(2), new Dictionary<string, string>());
        Assert.True(outcome.Code == 0, outcome.Output);
        await folder.RunAsync("browser", TimeSpan.FromMinutes(5), page);
    }
}
