using System.Diagnostics;
using System.Text.Json.Serialization;
using PolicyLang.Analysis;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/semanticDiff</c>: what an edited document changes in the meaning of the law.</summary>
internal sealed class SemanticDiffHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => SemanticDiffJson.Default,
        static (services, rpc) =>
        {
            var handler = new SemanticDiffHandler(services);
            rpc.Add("policy/semanticDiff", handler.Compare);
        });

    public Task<SemanticDiffAnswer> Compare(SemanticDiffParams request, CancellationToken cancellation) =>
        Answer(
            request.Uri,
            snapshot =>
            {
                string file = NameOf(request.Uri);
                Workspace now = snapshot.Workspace;
                Workspace then = now.Without(file).With(file, request.OldText);
                bool isBroken = FirstHiding(now, cancellation) is not null;
                if (isBroken || FirstHiding(then, cancellation) is not null)
                {
                    throw Refuse($"The {(isBroken ? "text" : "earlier version")} has errors that may hide rules; correct them first.");
                }

                SemanticDifference difference = now.DifferenceFrom(then, cancellation);
                if (difference.Undecided is { } undecided)
                {
                    throw Refuse(undecided.Message);
                }

                string level = LanguageService.WireNames.NameOf(difference.Level);
                return new SemanticDiffAnswer(
                    level == "none" && request.OldText != now.Tree(file)?.Text.Content ? "patch" : level,
                    [.. difference.Changes.Select(
                        c => new SemanticChangeItem(LanguageService.WireNames.NameOf(c.Kind), c.Text, Places(snapshot, c.Clauses)))],
                    Markdown(difference));
            },
            cancellation);

    private static string Markdown(SemanticDifference difference) => difference.Changes.IsEmpty
        ? "Every case is decided as before.\n"
        : string.Concat(difference.Changes.GroupBy(c => c.Kind)
            .Select(kind => $"## {Title(kind.Key)}\n\n{string.Concat(kind.Select(c => $"- {c.Text}\n"))}\n"));

    private static string Title(SemanticChangeKind kind) => kind switch
    {
        SemanticChangeKind.Prohibited => "Now prohibited",
        SemanticChangeKind.Conflicting => "Now in conflict",
        SemanticChangeKind.Permitted => "Now permitted",
        SemanticChangeKind.Resolved => "No longer in conflict",
        SemanticChangeKind.Due => "New duties",
        SemanticChangeKind.Waived => "Duties that are gone",
        SemanticChangeKind.Unregulated => "No longer regulated",
        SemanticChangeKind.Owed => "Parties now owe",
        SemanticChangeKind.Released => "Parties no longer owe",
        SemanticChangeKind.Advice => "Recommended otherwise",
        _ => throw new UnreachableException(),
    };
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SemanticDiffParams))]
[JsonSerializable(typeof(SemanticDiffAnswer))]
internal sealed partial class SemanticDiffJson : JsonSerializerContext;
