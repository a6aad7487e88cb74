using PolicyLang.CodeGen.Checking;
using PolicyLang.CodeGen.Naming;
using PolicyLang.Decisions;
using PolicyLang.Runtime;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Whatever policies call things, the C# compiles and means the same.</summary>
public sealed class NamingTests
{
    [Theory]
    [InlineData("us_warrant", "UsWarrant")]
    [InlineData("Art46", "Art46")]
    [InlineData("Art46_2", "Art46_2")]
    [InlineData("class", "Class")]
    [InlineData("données", "Données")]
    [InlineData("個人情報", "個人情報")]
    [InlineData("_x", "X")]
    [InlineData("_", "_")]
    public void Identifiers_become_names_in_the_style_of_dotnet(string name, string expected) => Assert.Equal(expected, PascalCase.Convert(name));

    [Theory]
    [InlineData("GDPR", "Gdpr")]
    [InlineData("CloudAct", "CloudAct")]
    [InlineData("EU", "EU")]
    public void Acronyms_are_words(string name, string expected) => Assert.Equal(expected, PascalCase.OfAcronym(name));

    [Fact]
    public void Names_that_clash_are_told_apart()
    {
        var scope = new NameScope(["Case"], "Clause");
        Assert.Equal(["CaseClause", "A", "AClause", "AClause2"], ((string[])["Case", "A", "A", "a"]).Select(scope.Take), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Keywords_clashes_and_other_scripts_compile_and_decide()
    {
        Workspace workspace = Workspace.Empty.With("odd.policy", Odd);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Severity == Diagnostics.DiagnosticSeverity.Error);
        ImmutableArray<string> findings = await ModelCompilation.Create(ModelGenerator.Generate(workspace, CodeGenSettings.Default).Files, "Odd").FindingsAsync(TestContext.Current.CancellationToken);
        Assert.True(findings.IsEmpty, string.Join('\n', findings));
        var model = ModelUnderTest.Create(workspace);
        RawFact[] act = [new("date", ["2024-01-01"]), new("action", ["transfer"]), new("origin", ["DE"]), new("destination", ["US"]), new("case", ["true"]), new("object", ["2"]), new("string", ["int"]), new("データ", ["個人"])];
        Assert.Equal(PolicyOutcome.Prohibited, model.Decide(model.CaseOf(act)));
        Assert.Equal(PolicyOutcome.Unregulated, model.Decide(model.CaseOf(act.Where(f => f.Attribute != "case"))));
        Assert.Equal("odd.policy(14,12)", model.Explain(model.CaseOf(act)).Applied[0].Position.ToString());
    }

    private const string Odd = """
        /// Text with <xml> & "quotes" and a \ backslash.
        taxonomy void "Names & <odd> ones" { int  Int  INT2  Unspecified  None  class { Équipe } }
        taxonomy データの種類 { 個人  公開 }
        attribute case : flag "A \"case\""
        attribute object : count
        attribute string : void
        attribute GetHashCode : set of void
        attribute データ : データの種類
        framework System "A \u{2028} title" {
          authority EU
          in force from 2020-01-01

          /// */ </summary> 🙂
          transfer Clauses cites "§ \\ 1" {
            any must not transfer any from EEA to outside EEA
            when case and object >= 2 and string is int and データ is 個人
          }
          transfer All { any may transfer any from FR to US when GetHashCode include any of class, None }
          transfer all { any may transfer any from IT to US when string is Équipe }
          transfer 第一条 { any may transfer any from ES to US when string is Unspecified }
        }
        framework Case { authority US  transfer ToString { any may transfer any from US to CA } }
        framework Rulebook { authority US  in force from 2020-01-01  transfer Decide { any may transfer any from US to CA when GetHashCode include Int } }
        framework CASE { authority CA }
        framework Table { authority CA }
        framework Nodes { authority CA }
        framework Lists { authority CA }
        framework All { authority CA  in force from 2020-01-01  transfer ClauseKind { any may transfer any from CA to MX }  transfer DateOnly { any may transfer any from CA to MX } }
        framework TransferAssessor { authority CA  in force from 2020-01-01 until 2020-12-31  transfer Framework { any may transfer any from CA to US } }
        """;
}
