using PolicyLang.Conflicts;
using PolicyLang.Formatting;
using PolicyLang.Law;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.NewProjects;

/// <summary>The files of a new project.</summary>
internal static class ProjectTexts
{
    private const string Reason = "Found when the project was made: law against law. Say here what you do about it.";

    /// <summary>Path in the project and text of each file.</summary>
    /// <param name="project">What is to be made.</param>
    /// <param name="empty">A workspace with the law library at hand.</param>
    public static ImmutableArray<KeyValuePair<string, string>> Of(NewProject project, Workspace empty)
    {
        KeyValuePair<string, string>[] policy =
            [Formatted(empty, "policy.policy", Policy(project)), Formatted(empty, "scenarios.policy", Scenarios(project))];
        ImmutableArray<Conflict> open = [.. empty.AsOf(project.From).With(policy).OpenConflicts.Where(c => c.IsOpen)];
        return
        [
            .. policy,
            .. open.IsEmpty ? [] : new[] { KeyValuePair.Create("acknowledged.policy", Acknowledged(open)) },
            new("policy.json", ProjectFile(project)),
            new(".github/workflows/policy.yml", Workflow),
            new(".vscode/extensions.json", Extensions),
        ];
    }

    private static KeyValuePair<string, string> Formatted(Workspace empty, string file, string text) =>
        new(file, Formatter.Format(empty.With(file, text.ReplaceLineEndings("\n")).Trees[0]));

    private static string Policy(NewProject project) => $$"""
        // How {{project.Title}} treats data. A reading aid, not legal advice.

        // 'policyc check' shows conflicts with the law; 'policyc law' lists what to use.
        {{After("\nuses ", project.Uses)}}

        organisation {{project.Name}} {{Quoted(project.Title)}}{{After(" under ", project.Under)}}

        framework {{project.Policy}} {{Quoted($"How {project.Title} treats data")}} {
          authority {{project.Name}}
          rank policy
          in force from {{project.From}}

          /// Nobody pays us for data about people.
          norm NoSale "Personal data are not for sale" {
            any must not sell PersonalData
            from anywhere
          }

          /// Authorities are another matter: what they may demand, the law says.
          transfer HealthWithContract "Health data leave with a contract alone" {
            Exporter must not transfer Health
            from anywhere
            to anywhere
            unless safeguards include any of SCC, BCR, IDTA or recipient is Authority
          }

          /// Before personal data go somewhere, somebody looks at the law there.
          norm AssessFirst "Look at the destination first" {
            Exporter must assess PersonalData
            from anywhere
            within 30 days
          }
        }

        """.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);

    private static string Scenarios(NewProject project) => $$"""
        // Cases that show what the policy says. 'policyc test' runs them.

        scenario "A list of patients is sold" {
          Exporter of {{project.Name}} sell Health
          from DE to US
          on {{project.From}}
          under {{project.Policy}}
          expect prohibited by {{project.Policy}}.NoSale, {{project.Policy}}.HealthWithContract
        }

        scenario "A laboratory abroad gets samples without a contract" {
          Exporter of {{project.Name}} share Health
          from DE to US
          on {{project.From}}
          under {{project.Policy}}
          expect prohibited by {{project.Policy}}.HealthWithContract
          expect way add SCC
        }

        scenario "The same with a contract" {
          Exporter of {{project.Name}} share Health
          from DE to US
          on {{project.From}}
          under {{project.Policy}}
          where safeguards include SCC
          expect unregulated
        }

        check "A sale is never lawful" {
          always prohibited: any of {{project.Name}} sell PersonalData
          in force from {{project.From}}
          under {{project.Policy}}
        }

        """;

    private static string Acknowledged(ImmutableArray<Conflict> open) =>
        "// What 'policyc check' found in the law itself when this project was made. Each is accepted here, so that only what is new is\n"
        + "// told.\n"
        + string.Concat(open.Select(c => string.Join(" and ", c.Clauses)).Distinct()
            .Select(sides => $"\nacknowledge conflict between {sides}\n  because {Quoted(Reason)}\n"));

    private static string ProjectFile(NewProject project) => $$"""
        {
          "name": {{Json(project.Title)}},
          "asOf": "today",
          "law": "{{LawLibrary.Version}}",
          "mine": ["{{project.Policy}}"],
          "output": { "namespace": "{{project.Name}}.Policies" }
        }

        """;

    private const string Workflow = """
        # Install policyc before these steps, in the version that you use yourselves.
        name: policy
        on: [push, pull_request]
        jobs:
          policy:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v5
              - run: policyc --version
              - run: policyc format --check
              - run: policyc check --format github
              - run: policyc test

        """;

    private const string Extensions = """
        {
          "recommendations": ["policylang.policylang"]
        }

        """;

    private static string After(string word, ImmutableArray<string> names) =>
        names.IsEmpty ? string.Empty : word + string.Join(", ", names);

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Json(string text) => "\"" + System.Text.Json.JsonEncodedText.Encode(text) + "\"";
}
