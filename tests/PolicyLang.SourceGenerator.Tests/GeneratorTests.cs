using Microsoft.CodeAnalysis;
using PolicyLang.Testing;

namespace PolicyLang.SourceGenerator.Tests;

/// <summary>What the generator makes of a project, and what it makes again after a change.</summary>
public sealed class GeneratorTests
{
    private const string Gdpr = """
        framework GDPR {
          authority EU
          in force from 2018-05-25
          sovereignty Art48 { Exporter must not disclose PersonalData from EEA to Authority outside EEA unless mlat_request }
        }
        """;

    private const string CloudAct = """
        framework CloudAct {
          authority US
          in force from 2018-03-23
          sovereignty S2713 { ServiceProvider must disclose CommunicationsData to Authority in US when us_warrant }
        }
        """;

    private const string Code = """
        using App.Policies;
        using PolicyLang.Runtime;
        public static class Use
        {
            public static PolicyOutcome Ask() => Rulebook.Decide(new Case { Date = new(2024, 3, 1), Action = ActionKind.Disclose, Origin = Jurisdiction.DE, UsWarrant = true, MlatRequest = false });
            public static ClauseModel Clause => Gdpr.Clauses.Art48;
            public static TransferAssessment Assess(Case act) => TransferAssessor.Assess(act);
        }
        """;

    [Fact]
    public void Models_are_there_to_be_used()
    {
        var run = new GeneratorRun(Code, ("laws/gdpr.policy", Gdpr), ("laws/cloud.policy", CloudAct));
        Assert.Empty(run.CompilerFindings);
        Assert.Contains("Position = new(\"laws/gdpr.policy\", 4, 15)", run.Result.GeneratedSources.Single(s => s.HintName == "Gdpr.g.cs").SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Law_of_the_library_is_used()
    {
        var run = new GeneratorRun(Code, ("laws/uses.policy", "uses GDPR, CloudAct\n\nacknowledge conflict between CloudAct.S2713 and GDPR.Art48 because \"known\"\n"));
        Assert.Empty(run.CompilerFindings);
        Assert.Contains("law/eu/gdpr.policy", run.Result.GeneratedSources.Single(s => s.HintName == "Gdpr.g.cs").SourceText.ToString(), StringComparison.Ordinal);
        Assert.Contains(new GeneratorRun("", ("laws/uses.policy", "uses GDPRR\n")).Result.Diagnostics, f => f.Id == "PL2002");
    }

    [Fact]
    public void Markdown_counts_and_other_files_do_not()
    {
        var run = new GeneratorRun("", ("gdpr.policy.md", $"# Law\n\n```policy\n{Gdpr}\n```\n"), ("readme.md", "```policy\nnonsense\n```"));
        Assert.Empty(run.CompilerFindings);
        Assert.Contains("new(\"gdpr.policy.md\", 7, 15)", run.Result.GeneratedSources.Single(s => s.HintName == "Gdpr.g.cs").SourceText.ToString(), StringComparison.Ordinal);
        Assert.Empty(new GeneratorRun("", ("readme.md", "text")).Result.GeneratedSources);
    }

    [Theory]
    [InlineData("/home/me/App/", "/home/me/App/laws/a.policy", "laws/a.policy")]
    [InlineData("/home/me/App/", "/home/me/shared/a.policy", "../shared/a.policy")]
    [InlineData(@"C:\src\App\", @"C:\src\App\laws\a.policy", "laws/a.policy")]
    [InlineData(@"C:\src\App\", @"D:\laws\a.policy", "a.policy")]
    [InlineData("", "/home/me/a.policy", "a.policy")]
    public void Files_are_named_from_the_project_on(string folder, string path, string expected) => Assert.Equal(expected, new Inputs.ProjectPlace(null, folder, true).Show(path));

    [Fact]
    public void A_conflict_is_an_error_at_its_place_with_the_other_clause_named()
    {
        var run = new GeneratorRun(Code, ("gdpr.policy", Gdpr), ("cloud.policy", CloudAct));
        Diagnostic conflict = Assert.Single(run.Result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("PL4001", conflict.Id);
        Assert.StartsWith("/project/cloud.policy(4,3): error PL4001: CloudAct.S2713 (US) requires what GDPR.Art48 (EU) prohibits", conflict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_is_told_once_and_does_not_break_the_code_that_uses_the_models()
    {
        string broken = CloudAct.Replace("Authority in US", "Authority in Atlantis", StringComparison.Ordinal);
        var run = new GeneratorRun(Code, ("gdpr.policy", Gdpr.Replace("unless mlat_request", "unles mlat_request", StringComparison.Ordinal)), ("cloud.policy", broken));
        Assert.Empty(run.CompilerFindings);
        Assert.Equal(
            ["/project/cloud.policy(4,88): error PL2002", "/project/gdpr.policy(4,97): error PL1014"],
            run.Result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => string.Join(':', d.ToString().Split(':')[..2])).Order(StringComparer.Ordinal));
        Assert.Contains("throw new InvalidOperationException", run.Result.GeneratedSources.Single(s => s.HintName == "Rulebook.g.cs").SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_project_file_decides_namespace_and_severities()
    {
        const string json = """
            { // comments and a trailing comma are fine
              "severities": { "PL4001": "warning" }, "output": { "namespace": "App.Law\u0073" }, "resolution": ["specialis", "superior"],
            }
            """;
        var run = new GeneratorRun("using App.Laws; public class C { public object O => CloudAct.Framework; }", ("cloud.policy", CloudAct), ("gdpr.policy", Gdpr), ("policy.json", json));
        Assert.Empty(run.CompilerFindings);
        Assert.Equal(DiagnosticSeverity.Warning, run.Result.Diagnostics.Single(d => d.Id == "PL4001").Severity);
    }

    [Fact]
    public void The_project_file_decides_who_sees_the_models()
    {
        var run = new GeneratorRun(Code.Replace("public static class Use", "internal static class Use", StringComparison.Ordinal), ("gdpr.policy", Gdpr), ("cloud.policy", CloudAct), ("policy.json", """{ "output": { "visibility": "internal" } }"""));
        Assert.Empty(run.CompilerFindings);
        Assert.DoesNotMatch(@"\npublic ", string.Concat(run.Result.GeneratedSources.Select(s => s.SourceText.ToString())));
    }

    [Fact]
    public void The_project_file_decides_which_files_below_its_folder_count()
    {
        var run = new GeneratorRun(
            "", ("laws/gdpr.policy", Gdpr), ("drafts/broken.policy", "nonsense"), ("../shared/cloud.policy", CloudAct), ("policy.json", """{ "sources": ["laws/**/*.policy"], "severities": { "PL4001": "off" } }"""));
        Assert.Empty(run.Result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Equal(["CloudAct.g.cs", "Gdpr.g.cs"], run.Result.GeneratedSources.Select(s => s.HintName).Where(n => n is "CloudAct.g.cs" or "Gdpr.g.cs").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_project_file_above_counts_from_its_own_folder()
    {
        var run = new GeneratorRun(
            "", ("laws/gdpr.policy", Gdpr), ("drafts/cloud.policy", CloudAct), ("../policy.json", """{ "sources": ["project/**"], "exclude": ["project/drafts/**"] }"""));
        Assert.Empty(run.Result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning));
        Assert.Equal(["Gdpr.g.cs"], run.Result.GeneratedSources.Select(s => s.HintName).Where(n => n is "CloudAct.g.cs" or "Gdpr.g.cs"));
    }

    [Theory]
    [InlineData("publish/cloud.policy")]
    [InlineData(".hidden/cloud.policy")]
    [InlineData("._cloud.policy")]
    public void What_does_not_belong_to_the_project_is_no_law_of_it(string path)
    {
        var run = new GeneratorRun("", ("gdpr.policy", Gdpr), (path, CloudAct));
        Assert.DoesNotContain(run.Result.GeneratedSources, s => s.HintName == "CloudAct.g.cs");
    }

    [Theory]
    [InlineData("notes.txt", "{}", "There are no policy files below the folder of the project")]
    [InlineData("laws/gdpr.policy", """{ "sources": ["law/*"] }""", "No policy file matches the sources of the project file, which are law/*.")]
    public void No_policy_files_are_one_warning(string path, string json, string message)
    {
        var run = new GeneratorRun("", (path, Gdpr), ("policy.json", json));
        Diagnostic found = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(("PL7002", DiagnosticSeverity.Warning), (found.Id, found.Severity));
        Assert.StartsWith(message, found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Result.GeneratedSources);
    }

    public static TheoryData<string> ProjectFiles => [.. ProjectFileCases.All.Keys];

    [Theory]
    [MemberData(nameof(ProjectFiles))]
    public void The_project_file_is_read_as_policyc_reads_it(string name)
    {
        (string json, string[] expected) = ProjectFileCases.All[name];
        var run = new GeneratorRun("", ("cloud.policy", CloudAct), ("policy.json", json));
        Assert.Equal(
            expected,
            run.Result.Diagnostics.Where(d => d.Id.StartsWith("PL70", StringComparison.Ordinal)).Select(d =>
                $"{d.Id} {d.Location.GetLineSpan().StartLinePosition.Line + 1}:{d.Location.GetLineSpan().StartLinePosition.Character + 1} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));
        Assert.Equal(expected.Any(e => e.StartsWith("PL7010", StringComparison.Ordinal)), run.Result.GeneratedSources.IsEmpty);
    }

    [Fact]
    public void A_project_file_that_cannot_be_used_is_an_error_at_its_place()
    {
        var run = new GeneratorRun("", ("cloud.policy", CloudAct), ("policy.json", "{\n  \"sources\": \"laws\"\n}"));
        Diagnostic found = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("/project/policy.json(2,14): error PL7010: 'sources' is a list of globs. Write \"sources\": [\"laws/**/*.policy\"].", found.ToString());
    }

    [Fact]
    public void Unchanged_policies_are_not_looked_at_again()
    {
        var run = new GeneratorRun(Code, ("gdpr.policy", Gdpr), ("cloud.policy", CloudAct));
        run.EditCode("public class Another;");
        Assert.All(run.Reasons(PolicyGenerator.ModelsStep), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        Assert.All(run.Reasons(PolicyGenerator.FilesStep), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        run.Edit("gdpr.policy", Gdpr);
        Assert.All(run.Reasons(PolicyGenerator.ModelsStep), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        Assert.All(run.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs), o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    [Fact]
    public void An_edit_that_says_the_same_changes_nothing_but_the_fingerprint()
    {
        var run = new GeneratorRun(Code, ("gdpr.policy", Gdpr), ("cloud.policy", CloudAct));
        run.Edit("gdpr.policy", Gdpr + "\n// a remark\n");
        Assert.Equal(["PolicyManifest.cs"], run.Rewritten());
    }

    [Fact]
    public void An_edited_clause_rewrites_its_framework_and_the_tables_alone()
    {
        var run = new GeneratorRun(Code, ("gdpr.policy", Gdpr), ("cloud.policy", CloudAct));
        run.Edit("gdpr.policy", Gdpr.Replace("sovereignty Art48", "sovereignty Art48 \"Disclosures\"", StringComparison.Ordinal));
        Assert.Equal(["Gdpr.cs", "PolicyManifest.cs"], run.Rewritten());
        run.Edit("gdpr.policy", Gdpr.Replace("from EEA", "from DE", StringComparison.Ordinal));
        Assert.Equal(["Gdpr.cs", "PolicyManifest.cs", "PolicyTables.cs"], run.Rewritten().Where(f => f is not "PolicyExplanations.cs"));
        Assert.DoesNotContain("CloudAct.cs", run.Rewritten());
    }

    [Theory]
    [InlineData("outcome != PolicyOutcome.Prohibited", true)]
    [InlineData("PolicyOutcome.Prohibited != outcome", true)]
    [InlineData("outcome is not PolicyOutcome.Prohibited", true)]
    [InlineData("outcome is not (PolicyOutcome.Conflicting or PolicyOutcome.Prohibited)", true)]
    [InlineData("!(outcome == PolicyOutcome.Prohibited)", true)]
    [InlineData("!(outcome is PolicyOutcome.Prohibited)", true)]
    [InlineData("outcome == PolicyOutcome.Prohibited", false)]
    [InlineData("outcome == PolicyOutcome.Permitted", false)]
    [InlineData("outcome != PolicyOutcome.Permitted", false)]
    [InlineData("outcome is PolicyOutcome.Permitted or PolicyOutcome.Unregulated", false)]
    public void Not_prohibited_is_not_allowed(string test, bool isWrong)
    {
        var run = new GeneratorRun($"using PolicyLang.Runtime; public static class C {{ public static bool Allows(PolicyOutcome outcome) => {test}; }}");
        Assert.Empty(run.CompilerFindings);
        Assert.Equal(isWrong ? [$"PL7031 {test}"] : [], run.AnalyzerFindings());
    }

    [Fact]
    public void Names_that_clash_are_told_and_the_exact_one_keeps_its_name()
    {
        const string clauses = "transfer Art_46 {0} {{ Exporter may transfer Health from DE to US }} transfer Art46 {{ Exporter may transfer Health from DE to CA }}";
        var run = new GeneratorRun("", ("gdpr.policy", $"framework GDPR {{ authority EU in force from 2018-05-25 {string.Format(System.Globalization.CultureInfo.InvariantCulture, clauses, "")} }}"));
        Diagnostic clash = Assert.Single(run.Result.Diagnostics, d => d.Id == "PL7030");
        Assert.Equal(DiagnosticSeverity.Warning, clash.Severity);
        Assert.StartsWith("'Art_46' is 'Art46Clause' in C#, because 'Art46' is 'Art46'.", clash.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        string code = run.Result.GeneratedSources.Single(s => s.HintName == "Gdpr.g.cs").SourceText.ToString();
        Assert.Matches(@"ClauseModel Art46 \{ get; \} = new\(\)\s*\{\s*Framework = Framework,\s*Name = ""Art46""", code);
    }

    [Theory]
    [InlineData("[*.policy]\ndotnet_diagnostic.PL4001.severity = warning", DiagnosticSeverity.Warning)]
    [InlineData("[*]\ndotnet_diagnostic.PL4001.severity = suggestion", DiagnosticSeverity.Info)]
    [InlineData("[laws/*.policy]\ndotnet_diagnostic.PL4001.severity = none", null)]
    [InlineData("[*.cs]\ndotnet_diagnostic.PL4001.severity = none", DiagnosticSeverity.Error)]
    public void The_editor_configuration_decides_severities(string config, DiagnosticSeverity? expected)
    {
        var run = new GeneratorRun("", ("laws/gdpr.policy", Gdpr), ("laws/cloud.policy", CloudAct), (".editorconfig", config));
        Assert.Equal(expected, run.Result.Diagnostics.SingleOrDefault(d => d.Id == "PL4001")?.Severity);
    }

    [Fact]
    public void The_editor_configuration_hides_no_mistake()
    {
        var run = new GeneratorRun("", ("gdpr.policy", Gdpr.Replace("from EEA", "from Atlantis", StringComparison.Ordinal)), (".editorconfig", "[*]\ndotnet_diagnostic.PL2002.severity = none"));
        Diagnostic mistake = run.Result.Diagnostics.Single(d => d.Id == "PL2002");
        Assert.Equal(DiagnosticSeverity.Error, mistake.Severity);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, mistake.Descriptor.CustomTags);
    }
}
