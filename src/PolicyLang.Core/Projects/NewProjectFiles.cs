using PolicyLang.Conflicts;
using PolicyLang.Formatting;
using PolicyLang.Library;
using PolicyLang.Parsing;
using PolicyLang.Workspaces;

namespace PolicyLang.Projects;

/// <summary>The files of a new project, which has no finding and whose scenarios pass.</summary>
internal static class NewProjectFiles
{
    /// <summary>The file to look at first.</summary>
    public const string First = "policy.policy";

    private const string Scenarios = "scenarios.policy";
    private const string Reason = "Found when the project was made: law against law. Say here what you do about it.";

    /// <summary>Path in the project and text of each file; lines end in LF.</summary>
    /// <param name="project">What is to be made, in which nothing is wrong.</param>
    /// <param name="law">The law library.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<KeyValuePair<string, string>> Write(
        NewProject project, LawCatalog law, CancellationToken cancellation = default)
    {
        Workspace empty = Workspace.Empty.With(law).AsOf(project.From);
        var texts = new NewProjectTexts(project, empty.Model);
        string policy = Formatted(empty, First, texts.Policy());
        Workspace drafted = empty.With(First, policy);
        ImmutableArray<Conflict> open = [.. drafted.GetOpenConflicts(cancellation).Where(c => c.IsOpen)];
        string scenarios = Formatted(
            empty, Scenarios, texts.Scenarios() + NewProjectCases.Write(drafted, project, texts.Origin, cancellation));
        return
        [
            new(First, policy),
            new(Scenarios, scenarios),
            .. open.IsEmpty ? [] : new[] { new KeyValuePair<string, string>("acknowledged.policy", Acknowledged(open)) },
            new("policy.json", NewProjectTexts.ProjectFile(project, law.Version)),
            new(".github/workflows/policy.yml", NewProjectTexts.Workflow),
            new(".vscode/extensions.json", NewProjectTexts.Extensions),
        ];
    }

    private static string Formatted(Workspace empty, string file, string text) => Formatter.Format(empty.With(file, text).Trees[0]);

    private static string Acknowledged(ImmutableArray<Conflict> open) =>
        "// What 'policyc check' found in the law itself when this project was made. Each is accepted here, so that only what is new is\n"
        + "// told.\n"
        + string.Concat(open.Select(c => string.Join(" and ", c.Clauses)).Distinct()
            .Select(sides => $"\nacknowledge conflict between {sides}\n  because {TextEscapes.Quote(Reason)}\n"));
}
