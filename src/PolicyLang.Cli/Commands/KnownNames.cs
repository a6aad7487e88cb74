using PolicyLang.Cli.Inputs;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary>Checks names of frameworks and clauses on the command line.</summary>
internal static class KnownNames
{
    /// <summary>Makes sure that each name is a framework or a clause of the workspace.</summary>
    /// <exception cref="InputException">One is unknown.</exception>
    public static void Require(ImmutableArray<string> names, Workspace workspace)
    {
        string[] known = [.. workspace.Model.Frameworks.Select(framework => framework.Name), .. workspace.Model.Clauses.Select(clause => clause.QualifiedName)];
        ImmutableArray<InputProblem> problems =
        [
            .. names.Where(name => !known.Contains(name)).Select(name => new InputProblem(
                ProjectDiagnostics.BadFact,
                $"There is no framework or clause '{name}'.",
                NearestName.Find(name, known) is { } near ? $"Did you mean '{near}'?" : null)),
        ];
        if (problems.Length > 0)
        {
            throw new InputException(problems);
        }
    }
}
