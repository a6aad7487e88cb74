using PolicyLang.Cli.Inputs;
using PolicyLang.Repairs;
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
        Require(names, [.. workspace.Model.Frameworks.Select(framework => framework.Name), .. workspace.Model.Clauses.Select(clause => clause.QualifiedName)], "framework or clause");
    }

    /// <summary>Makes sure that each name is what may be amended: a framework, a legal order with law in the workspace, or the word for parties.</summary>
    /// <exception cref="InputException">One is unknown.</exception>
    public static void RequireLaw(string[] names, Workspace workspace) =>
        Require(names, [.. workspace.Model.Frameworks.SelectMany(f => new[] { f.Name, f.Authority?.Name ?? f.Name }), .. workspace.Model.Parties.Select(p => p.Name), OwnLaw.Parties], "framework or legal order");

    private static void Require(IEnumerable<string> names, string[] known, string what)
    {
        ImmutableArray<InputProblem> problems =
        [
            .. names.Where(name => !known.Contains(name)).Select(name => new InputProblem(
                ProjectDiagnostics.BadFact,
                $"There is no {what} '{name}'.",
                NearestName.Find(name, known) is { } near ? $"Did you mean '{near}'?" : null)),
        ];
        if (problems.Length > 0)
        {
            throw new InputException(problems);
        }
    }
}
