using PolicyLang.Cli.Inputs;
using PolicyLang.LanguageService;
using PolicyLang.Conflicts;
using PolicyLang.Repairs;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary>Checks names of frameworks and clauses on the command line.</summary>
internal static class KnownNames
{
    /// <summary>The legal orders and frameworks of some names.</summary>
    /// <exception cref="InputException">One is unknown.</exception>
    public static ImmutableArray<Symbol> Orders(ImmutableArray<string> names, Workspace workspace)
    {
        Symbol? Find(string name) =>
            workspace.Model.Frameworks.FirstOrDefault(framework => framework.Name == name) ?? Viewpoints.Find(workspace.Model, name);
        Refuse(names.Where(name => Find(name) is null), "framework or legal order",
            [.. workspace.Model.Frameworks.SelectMany(framework => new[] { framework.Name, framework.Authority?.Name ?? framework.Name })]);
        return [.. names.Select(Find).OfType<Symbol>()];
    }

    /// <summary>The sides of conflicts: for each name, itself and, where it is a legal order, the frameworks of its law.</summary>
    /// <exception cref="InputException">One is unknown.</exception>
    public static ImmutableArray<ImmutableArray<string>> Sides(ImmutableArray<string> names, Workspace workspace)
    {
        string[] known =
            [.. workspace.Model.Frameworks.SelectMany(framework => new[] { framework.Name, framework.Authority?.Name ?? framework.Name })
            .Distinct(), .. workspace.Model.Clauses.Select(clause => clause.QualifiedName)];
        Refuse(names.Where(name => !known.Contains(name) && Viewpoints.Find(workspace.Model, name) is null),
            "framework, clause or legal order", known);
        return [.. names.Select(name => workspace.Model.Frameworks.Where(framework => framework.Authority?.Name == name)
            .Select(framework => framework.Name).Prepend(name).ToImmutableArray())];
    }

    /// <summary>Makes sure that each name is what may be amended: a framework, a legal order with law in the workspace, or the word for
    /// parties.</summary>
    /// <exception cref="InputException">One is unknown, or law of the library.</exception>
    public static void RequireLaw(string[] names, Workspace workspace)
    {
        string[] known =
            [.. workspace.Model.Frameworks.SelectMany(f => new[] { f.Name, f.Authority?.Name ?? f.Name }),
            .. workspace.Model.Parties.Select(p => p.Name), OwnLaw.Parties];
        Refuse(names.Except(known), "framework or legal order", known);
        IEnumerable<string> ofLibrary = workspace.Model.Frameworks.Where(f => workspace.Law.Holds(f.Location.File)).Select(f => f.Name);
        RefuseAll(names.Intersect(ofLibrary).Select(name => new InputProblem(
            ProjectDiagnostics.BadFact,
            $"'{name}' is law of the library, which no repair amends.",
            $"To draft an amendment of it, copy its file into the workspace and take '{name}' out of 'uses'.")));
    }

    private static void Refuse(IEnumerable<string> unknown, string what, string[] known) =>
        RefuseAll(unknown.Select(name => new InputProblem(
            ProjectDiagnostics.BadFact,
            $"There is no {what} '{name}'.",
            NearestName.Find(name, known) is { } near ? $"Did you mean '{near}'?" : null)));

    private static void RefuseAll(IEnumerable<InputProblem> found)
    {
        ImmutableArray<InputProblem> problems = [.. found];
        if (problems.Length > 0)
        {
            throw new InputException(problems);
        }
    }
}
