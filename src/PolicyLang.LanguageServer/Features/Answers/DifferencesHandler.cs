using PolicyLang.Analysis;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService.Answers;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Features.Answers;

/// <summary><c>policy/differences</c>: what the project, as it is now, changes in meaning compared with earlier texts.</summary>
internal sealed class DifferencesHandler(FeatureServices services) : AnswerHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => AnswersJson.Default,
        static (services, rpc) => rpc.Add("policy/differences", new DifferencesHandler(services).Compare));

    public Task<AnswerPage> Compare(DifferencesParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot =>
        {
            Workspace now = snapshot.Workspace;
            Workspace then = Earlier(snapshot, now, request);
            RequireSound(now, "The text", cancellation);
            VersionComparison comparison = now.CompareWith(then, Day(request.On), cancellation);
            AnswerText answer = DifferenceAnswer.Write(
                request.Title ?? "What changes in meaning", comparison, new AnswerPlaces(now, then));

            // A drafter cannot mend a version of the past.
            return Page(snapshot, FirstHiding(then, cancellation) is { } error
                ? answer with { Notes = answer.Notes.Insert(0, Unsound(error)) }
                : answer);
        },
        cancellation);

    private static string Unsound(string error) =>
        $"The earlier version has errors that may hide rules, which then seem to be new. The first: {error}";

    // Derived from this version, so that only differences are worked out.
    private Workspace Earlier(Snapshot snapshot, Workspace now, DifferencesParams request)
    {
        var project = Projects.Of(request.Uri);
        var old = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (OldFile file in request.OldFiles)
        {
            string path = DocumentUri.ToFile(file.Uri);

            // In a window without folders every document belongs.
            if ((project.Folder is { } folder ? folder.NameOf(path) : NameOf(file.Uri)) is { } name)
            {
                old[name] = file.Text;
            }
        }

        if (old.Count == 0)
        {
            throw Refuse("The earlier version has no policy files of this project.");
        }

        string[] gone = [.. now.Trees.Select(t => t.File).Where(f => !ShippedDocuments.Has(snapshot, f) && !old.ContainsKey(f))];
        return gone.Aggregate(now, (all, file) => all.Without(file))
            .With(old.Where(f => now.Tree(f.Key)?.Text.Content != f.Value));
    }
}
