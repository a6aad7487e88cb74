using PolicyLang.Analysis.Compliance;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService.Answers;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Features.Answers;

/// <summary><c>policy/compliance</c>: the law of the parties to a treaty beside its articles.</summary>
internal sealed class ComplianceHandler(FeatureServices services) : AnswerHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => AnswersJson.Default,
        static (services, rpc) => rpc.Add("policy/compliance", new ComplianceHandler(services).Table));

    public Task<AnswerPage> Table(ComplianceParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot =>
        {
            Workspace workspace = snapshot.Workspace;
            RequireSound(workspace, "The text", cancellation);
            CalendarDay? on = Day(request.On);
            FrameworkSymbol treaty = workspace.Model.Frameworks.FirstOrDefault(f => f.Name == request.Treaty)
                ?? throw Refuse(Unknown("framework", request.Treaty, workspace.Model.Frameworks.Select(f => f.Name)));
            ComplianceMatrix? matrix = workspace.Compliance(treaty, on, out ImmutableArray<Problem> problems, cancellation);
            ComplianceMatrix table = Needed(matrix, problems);
            return table.Rows.IsEmpty ? throw Refuse($"'{treaty.Name}' has no parties.")
                : table.Articles.IsEmpty ? throw Refuse($"No clause of '{treaty.Name}' asks anything of a party's law.")
                : Page(snapshot, ComplianceAnswer.Write(table, on, new AnswerPlaces(workspace)));
        },
        cancellation);
}
