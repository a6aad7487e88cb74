using System.Text;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Projects;

/// <summary>A scenario for what the organisation is going to do: what the law and its policy say now.</summary>
internal static class NewProjectCases
{
    // A reader goes through them; the rest is asked.
    private const int Most = 6;

    /// <summary>The scenarios, one for a destination and a kind of data; empty where no destination was named.</summary>
    public static string Write(Workspace drafted, NewProject project, string origin, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        SemanticModel model = drafted.GetModel(cancellation);
        foreach ((string destination, string kind) in project.Destinations.SelectMany(_ => project.Data, (d, k) => (d, k)).Take(Most))
        {
            if (Places.One(model, destination, project.From) is not { } place)
            {
                continue;
            }

            ImmutableArray<RawFact> facts =
            [
                new(BuiltInAttributes.Action, ["transfer"]), new(BuiltInAttributes.Date, [project.From.ToString()]),
                new("actor", ["Exporter"]),
                new(BuiltInAttributes.Organisation, [project.Name]), new(BuiltInAttributes.Data, [kind]), new("origin", [origin]),
                new("destination", [place]),
            ];
            text.Append(CaseScenarios.Text(drafted, facts, $"{kind} to {destination}, as the law is now", cancellation) is { } scenario
                ? "\n" + scenario
                : string.Empty);
        }

        return text.ToString();
    }
}
