using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Repairs;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Core.Tests.LanguageService;

/// <summary>An edit of names keeps what every name means, or is not made.</summary>
public sealed class BindingsTests
{
    private const string Captured = """
        framework Grounds { authority EU in force from 2018-05-25
          transfer G1 { Exporter may transfer any from EEA to outside EEA when explicit_consent } }
        framework Rules { authority EU in force from 2018-05-25
          transfer T1 { Exporter must not transfer PersonalData from anywhere to outside EEA subject to Grounds }
          transfer T2 { Exporter may transfer Financial from EEA to outside EEA when emergency } }
        """;

    private const string Own = """
        bloc Club = JP, KR
        taxonomy data { PersonalData { Loyalty } }
        attribute my_flag : flag "Own flag"
        framework Rules { authority EU in force from 2018-05-25
          transfer T1 { Exporter must not transfer PersonalData from EEA to outside EEA unless emergency }
          transfer T2 { Exporter must not transfer Loyalty from KR to Club when my_flag } }
        """;

    [Theory]
    [InlineData(Captured, "T2 {", "Grounds")]
    [InlineData(Own, "Club =", "EEA")]
    [InlineData(Own, "Loyalty }", "Health")]
    [InlineData(Own, "my_flag :", "emergency")]
    [InlineData(Captured, "Rules {", "Grounds")]
    public void A_name_that_would_give_another_its_meaning_is_refused(string law, string at, string name)
    {
        Workspace workspace = Workspace.Empty.With("a.policy", law);
        Assert.Null(Renaming.Rename(workspace, "a.policy", law.IndexOf(at, StringComparison.Ordinal), name, out string? refusal));
        Assert.Contains($"'{name}'", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Captured, "T2 {", "Consent")]
    [InlineData(Captured, "Grounds {", "Permissions")]
    [InlineData(Own, "Club =", "Circle")]
    [InlineData(Own, "Loyalty }", "Bonus")]
    [InlineData(Own, "my_flag :", "their_flag")]
    public void A_free_name_is_given_and_every_name_means_what_it_did(string law, string at, string name)
    {
        Workspace workspace = Workspace.Empty.With("a.policy", law);
        ImmutableArray<FileEdit>? edits = Renaming.Rename(workspace, "a.policy", law.IndexOf(at, StringComparison.Ordinal), name, out string? refusal);
        Assert.Null(refusal);
        Assert.NotNull(edits);
        Assert.Empty(RepairFinder.Apply(workspace, edits.Value).DifferenceFrom(workspace).Changes.Where(c => !c.Text.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_name_that_was_unknown_is_not_taken_over_either()
    {
        const string law = "framework F { authority EU in force from 2020-01-01 transfer A { Exporter may transfer Health from EEA to US when their_flag } }\nattribute my_flag : flag";
        Workspace workspace = Workspace.Empty.With("a.policy", law);
        Assert.Null(Renaming.Rename(workspace, "a.policy", law.IndexOf("my_flag", StringComparison.Ordinal), "their_flag", out string? refusal));
        Assert.Contains("'their_flag' in line 1 of a.policy would mean another thing", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_project_file_names_is_not_renamed_behind_its_back()
    {
        Workspace workspace = Workspace.Empty.With(WorkspaceSettings.Default with { Mine = ["Rules"] }).With("a.policy", Captured);
        Assert.Null(Renaming.Rename(workspace, "a.policy", Captured.IndexOf("Rules {", StringComparison.Ordinal), "Law", out string? refusal));
        Assert.Contains("'mine'", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_is_given_a_name_that_nothing_else_means()
    {
        const string law = "framework F { authority EU in force from 2020-01-01 transfer A { Exporter may transfer Health from EEA to US when emergency or explicit_consent } }\ntaxonomy data { PersonalData { NewCondition } }\nattribute NewCondition2 : flag\n";
        Workspace workspace = Workspace.Empty.With("a.policy", law);
        int start = law.IndexOf("emergency", StringComparison.Ordinal);
        Refactoring? extract = Refactorings.ExtractDefine(workspace, workspace.Trees[0], new TextSpan(start, "emergency or explicit_consent".Length));
        Assert.NotNull(extract);
        Workspace after = RepairFinder.Apply(workspace, extract.Edits.Select(e => new FileEdit("a.policy", e)));
        Assert.DoesNotContain(after.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(after.DifferenceFrom(workspace).Changes);
    }

    [Theory]
    [InlineData("transfer T { Exporter must not transfer /* He| */ Health from EEA to US }", true)]
    [InlineData("/* Exporter may tra| */", true)]
    [InlineData("/* Exporter may tra|", true)]
    [InlineData("// tra|", true)]
    [InlineData("/// tra|", true)]
    [InlineData("/* a */ |", false)]
    [InlineData("// a\n |", false)]
    [InlineData("transfer T { Exporter must not transfer /* x */ |", false)]
    public void Nothing_is_proposed_in_a_comment(string inside, bool silent)
    {
        string text = "framework F {\n  authority EU\n  in force from 2020-01-01\n  " + inside;
        int offset = text.IndexOf('|', StringComparison.Ordinal);
        Workspace workspace = Workspace.Empty.With("a.policy", text.Replace("|", "", StringComparison.Ordinal));
        Assert.Equal(silent, Completion.CompleteAt(workspace, workspace.Trees[0], offset).IsEmpty);
    }

    [Theory]
    [InlineData("nfd", 0)]
    [InlineData("nfd2", 1)]
    public void Two_spellings_of_a_name_are_one_name(string file, int repeated)
    {
        string text = File.ReadAllText(PolicyLang.Testing.RepositoryFiles.PathOf($"tests/cases/hostile/{file}.txt"));
        Workspace workspace = Workspace.Empty.With(file, text);
        Assert.Equal(repeated, workspace.Diagnostics.Count(d => d.Code == "PL2001"));
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Code == "PL2002");
    }
}
