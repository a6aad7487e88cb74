using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService.Answers;
using PolicyLang.Repairs.Hypotheses;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Features.Answers;

/// <summary><c>policy/whatIf</c>: what an adoption, a withdrawal, a reservation or a repeal would change, and for whom.</summary>
internal sealed class WhatIfHandler(FeatureServices services) : AnswerHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => AnswersJson.Default,
        static (services, rpc) => rpc.Add("policy/whatIf", new WhatIfHandler(services).Suppose));

    public Task<AnswerPage> Suppose(WhatIfParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot =>
        {
            Workspace workspace = snapshot.Workspace;
            RequireSound(workspace, "The text", cancellation);
            var supposition = new Supposition
            {
                Adopt = request.Adopt ?? [],
                Withdraw = request.Withdraw ?? [],
                Reserve = request.Reserve ?? [],
                Repeal = request.Repeal ?? [],
            };
            Func<WhatIfAnswer>? ask = workspace.Suppose(
                supposition, null, out Workspace supposed, out ImmutableArray<Problem> problems, cancellation);
            if (ask is null)
            {
                throw Refuse(string.Join(" ", problems));
            }

            RequireSound(supposed, "What is supposed", cancellation);
            return Page(snapshot, SuppositionAnswer.Write(ask(), new AnswerPlaces(workspace)));
        },
        cancellation);
}
