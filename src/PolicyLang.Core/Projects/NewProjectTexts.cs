using PolicyLang.Parsing;
using PolicyLang.Semantics;

namespace PolicyLang.Projects;

/// <summary>The texts of a new project.</summary>
/// <param name="project">What is to be made.</param>
/// <param name="model">The vocabulary.</param>
internal sealed class NewProjectTexts(NewProject project, SemanticModel model)
{
    private const string UsualOrigin = "DE";
    private const string UsualDestination = "US";

    /// <summary>The file that has a project checked with every push.</summary>
    public static string Workflow { get; } = Lines("""
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

        """);

    /// <summary>The file that proposes the extension to whoever opens the folder.</summary>
    public static string Extensions { get; } = Lines("""
        {
          "recommendations": ["policylang.policylang"]
        }

        """);

    private readonly ImmutableArray<string> _data = Places.Outermost(project.Data, model);

    /// <summary>Where the organisation sends from in its scenarios.</summary>
    public string Origin { get; } = project.Under.IsEmpty || project.Under.Any(u => Places.Has(model, u, UsualOrigin, project.From))
        ? UsualOrigin
        : project.Under.Select(u => Places.One(model, u, project.From)).OfType<string>().FirstOrDefault() ?? UsualOrigin;

    private string Destination =>
        project.Destinations.Select(d => Places.One(model, d, project.From)).OfType<string>().FirstOrDefault(p => p != Origin)
        ?? project.Destinations.Select(d => Places.One(model, d, project.From)).OfType<string>().FirstOrDefault()
        ?? (Origin == UsualDestination ? UsualOrigin : UsualDestination);

    private string FirstKind => _data.FirstOrDefault() ?? "Health";

    private string To => project.Destinations.IsEmpty
        ? "anywhere"
        : string.Join(", ", Places.Outermost(project.Destinations, model, project.From));

    /// <summary>The policy of three clauses.</summary>
    public string Policy() => Lines($$"""
        // How {{project.Title}} treats data. A reading aid, not legal advice.

        // 'policyc check' shows conflicts with the law; 'policyc law' lists what to use.
        {{After("\nuses ", project.Uses)}}

        organisation {{project.Name}} {{TextEscapes.Quote(project.Title)}}{{After(" under ", project.Under)}}

        framework {{project.Policy}} {{TextEscapes.Quote($"How {project.Title} treats data")}} {
          authority {{project.Name}}
          rank policy
          in force from {{project.From}}

          /// Nobody pays us for data about people.
          norm NoSale "Personal data are not for sale" {
            any must not sell PersonalData
            from anywhere
          }

          /// Authorities are another matter: what they may demand, the law says.
          transfer ContractFirst "These data leave with a contract alone" {
            Exporter must not transfer {{string.Join(", ", _data)}}
            from anywhere
            to {{To}}
            unless safeguards include any of SCC, BCR, IDTA or recipient is Authority
          }

          /// Before personal data go somewhere, somebody looks at the law there.
          norm AssessFirst "Look at the destination first" {
            Exporter must assess PersonalData
            from anywhere
            within 30 days
          }
        }

        """).Replace("\n\n\n", "\n\n");

    /// <summary>The scenarios of the policy alone.</summary>
    public string Scenarios() => Lines($$"""
        // Cases that show what the policy says. 'policyc test' runs them.

        scenario "Data about a patient are sold" {
          Exporter of {{project.Name}} sell Health
          from {{Origin}} to {{Destination}}
          on {{project.From}}
          under {{project.Policy}}
          expect prohibited by {{project.Policy}}.NoSale
        }

        scenario "A partner abroad gets data without a contract" {
          Exporter of {{project.Name}} share {{FirstKind}}
          from {{Origin}} to {{Destination}}
          on {{project.From}}
          under {{project.Policy}}
          expect prohibited by {{project.Policy}}.ContractFirst
          expect way add SCC
        }

        scenario "The same with a contract" {
          Exporter of {{project.Name}} share {{FirstKind}}
          from {{Origin}} to {{Destination}}
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

        """);

    /// <summary>The project file.</summary>
    public static string ProjectFile(NewProject project, string lawVersion) => Lines($$"""
        {
          "name": {{JsonStrings.Quote(project.Title)}},
          "asOf": "today",
          "law": {{JsonStrings.Quote(lawVersion)}},
          "mine": ["{{project.Policy}}"],
          "output": { "namespace": "{{project.Name}}.Policies" }
        }

        """);

    private static string After(string word, ImmutableArray<string> names) =>
        names.IsEmpty ? string.Empty : word + string.Join(", ", names);

    private static string Lines(string text) => text.Replace("\r\n", "\n");
}
