using CsCheck;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Parsing;

/// <summary>What is written either counts or is reported: no clause, scenario, check or acknowledgement is left out in silence.</summary>
public sealed class NothingDroppedTests
{
    private const string Law = """
        framework F {
          authority JP
          in force from 2020-01-01
          transfer A { Exporter must not transfer Health from JP to outside JP, EEA unless explicit_consent subject to B }
          transfer B { Exporter may transfer Health from JP to outside JP when safeguards include SCC within 10 days }
          norm N { State must not attack CriticalInfrastructure against CERT }
        }
        framework G { authority EEA rank treaty in force from 2021-01-01 norm Flow { parties must allow transfer any from own territory to anywhere } }
        party JP { adopts G since 2022-01-01 towards DE reserving G.Flow until 2023-01-01 }
        scenario "S" { Exporter and Controller transfer Health from JP to Processor in US on 2024-05-01 where subjects = 5, explicit_consent expect permitted }
        scenario "T" { transfer Health from JP on 2024-05-01 expect unregulated }
        check "C" { never permitted: Exporter transfer Health from JP to US when safeguards include none }
        acknowledge conflict between F.A and F.B because "so" until 2030-01-01
        """;

    private static readonly string[] Words = Law.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    // A word left out, or written in another place.
    private static readonly Gen<string> Moved = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Words.Length - 1], Gen.Bool)
        .Select(m =>
        {
            List<string> left = [.. Words];
            left.RemoveAt(m.Item1);
            left.InsertRange(m.Item2, m.Item3 ? [Words[m.Item1]] : []);
            return string.Join(' ', left);
        });

    [Fact]
    public void What_is_written_counts_or_is_reported() =>
        Property.Holds(Gen.OneOf(TextGen.Change.Select(c => c.Apply(Law)), Moved), Check, rounds: 600);

    private static void Check(string text)
    {
        Workspace workspace = Workspace.Empty.With("law.policy", text);
        if (workspace.Diagnostics.All(d => d.Severity < DiagnosticSeverity.Error || d.Code[2] is '4'))
        {
            DeclarationSyntax[] written = [.. workspace.Trees[0].Declarations.Select(d => d.Node)];
            Assert.True(written.OfType<ScenarioSyntax>().Count() == workspace.Model.Scenarios.Length, text);
            Assert.True(written.OfType<CheckSyntax>().Count() == workspace.Model.Checks.Length, text);
            Assert.True(written.OfType<AcknowledgeSyntax>().Count() == workspace.Model.Acknowledgements.Length, text);
            Assert.True(workspace.Model.Clauses.All(c => c.Meaning is not null), text);
            Assert.True(workspace.Trees[0].Frameworks.Sum(f => f.Members.Count(m => m.Node is ClauseSyntax)) == workspace.Model.Clauses.Count(), text);
        }
    }
}
