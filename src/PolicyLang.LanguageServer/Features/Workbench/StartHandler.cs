using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Projects;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/starters</c> and <c>policy/newProject</c>: what a new project can choose from, and its files.</summary>
internal sealed class StartHandler(FeatureServices services) : WorkbenchHandler(services)
{
    private static readonly ImmutableArray<string> UsualData = ["Health"];

    public static EditorFeature Feature { get; } = new(
        static () => StartJson.Default,
        static (services, rpc) =>
        {
            var handler = new StartHandler(services);
            rpc.Add("policy/starters", handler.Starters);
            rpc.Add("policy/newProject", handler.Make);
        });

    public Task<StarterAnswer> Starters(StarterParams request, CancellationToken cancellation) => Task.Run(
        () =>
        {
            SemanticModel model = Workspace.Empty.Model;
            return new StarterAnswer(
                [
                    .. model.Jurisdictions.Nodes.Select(MatrixHandler.Name),
                    .. model.Blocs.Select(b => new NamedItem(b.Name, b.Title ?? b.Name)),
                ],
                [.. model.Taxonomies[BuiltInAttributes.Data].Nodes.Select(MatrixHandler.Name)],
                [.. StarterLaw.List(Host.Law, request.Under ?? []).Select(Item)],
                Host.Law.Version);
        },
        cancellation);

    public Task<NewProjectAnswer> Make(NewProjectParams request, CancellationToken cancellation) => Task.Run(
        () =>
        {
            var project = new NewProject(request.Title, request.Under ?? [], request.Uses ?? [])
            {
                From = Day(request.From) ?? throw Refuse("The project needs a first day."),
                Data = request.Data is { IsDefaultOrEmpty: false } data ? data : UsualData,
                Destinations = request.Destinations ?? [],
            };
            return NewProjectProblems.Find(project, Host.Law) is [var problem, ..]
                ? throw Refuse($"{problem.Message} {problem.Help}")
                : new NewProjectAnswer(project.Name, NewProjectFiles.First,
                    [.. NewProjectFiles.Write(project, Host.Law, cancellation).Select(f => new NewProjectFile(f.Key, f.Value))]);
        },
        cancellation);

    private static StarterInstrumentItem Item(StarterInstrument starter)
    {
        LawInstrument instrument = starter.Instrument;
        FrameworkSymbol framework = instrument.Framework;
        return new StarterInstrumentItem(
            framework.Name,
            framework.Title ?? framework.Name,
            instrument.Order,
            framework.Authority?.Title ?? instrument.Order,
            framework.Rank.ToString().ToLowerInvariant(),
            framework.Citation,
            instrument.Force,
            instrument.ReadAsOf?.ToString(),
            framework.Source,
            framework.Clauses.Length,
            starter.IsSuggested);
    }
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(StarterParams))]
[JsonSerializable(typeof(StarterAnswer))]
[JsonSerializable(typeof(NewProjectParams))]
[JsonSerializable(typeof(NewProjectAnswer))]
internal sealed partial class StartJson : JsonSerializerContext;
