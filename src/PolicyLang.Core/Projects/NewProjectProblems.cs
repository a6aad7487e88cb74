using PolicyLang.Library;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Projects;

/// <summary>Why a project cannot be made, and what to write instead.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Help">One sentence.</param>
internal sealed record NewProjectProblem(string Message, string Help);

/// <summary>Looks whether a project can be made.</summary>
internal static class NewProjectProblems
{
    /// <summary>What is wrong; empty where nothing is.</summary>
    /// <param name="project">What is to be made.</param>
    /// <param name="law">The law library.</param>
    public static ImmutableArray<NewProjectProblem> Find(NewProject project, LawCatalog law)
    {
        SemanticModel model = Workspace.Empty.Model;
        string[] places = [.. model.Jurisdictions.NodeNames, .. model.Blocs.Select(b => b.Name)];
        string[] data = [.. model.Taxonomies[BuiltInAttributes.Data].NodeNames];
        const string List = "'policyc vocabulary' lists them.";
        return
        [
            .. project.Name.Length == 0
                ? [new NewProjectProblem($"'{project.Title}' has no letters to make a name of.",
                    "Write a name such as Acme or \"Acme Ltd\".")]
                : places.Contains(project.Name)
                ? [new NewProjectProblem($"'{project.Name}' is a jurisdiction or a bloc already.",
                    "Give the organisation another name, such as its full one.")]
                : Array.Empty<NewProjectProblem>(),
            .. Unknown(project.Under.Concat(project.Destinations), places, "jurisdiction or bloc", List),
            .. Unknown(project.Data, data, "kind of data", List),
            .. Unknown(project.Uses, [.. law.Names], "framework of the law library", "'policyc law' lists them."),
        ];
    }

    private static IEnumerable<NewProjectProblem> Unknown(IEnumerable<string> names, string[] known, string what, string list) =>
        names.Distinct().Except(known).Select(name => new NewProjectProblem($"There is no {what} '{name}'.",
            NearestName.Find(name, known) is { } near ? $"Did you mean '{near}'?" : list));
}
