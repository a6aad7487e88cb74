using PolicyLang.Analysis;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService.Answers;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Features.Answers;

/// <summary><c>policy/timeline</c>: every day on which some answer changes, why, and what.</summary>
internal sealed class TimelineHandler(FeatureServices services) : AnswerHandler(services)
{
    /// <summary>How many changes of a day, the heaviest first, and how many days are told with all their cases in words.</summary>
    private const int MostChanges = 12;
    private const int MostDays = 60;

    public static EditorFeature Feature { get; } = new(
        static () => AnswersJson.Default,
        static (services, rpc) => rpc.Add("policy/timeline", new TimelineHandler(services).Days));

    public Task<AnswerPage> Days(TimelineParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot =>
        {
            Workspace workspace = snapshot.Workspace;
            RequireSound(workspace, "The text", cancellation);
            ImmutableArray<string> of = request.Of ?? [];
            DayRange? window = request.From is null && request.Until is null
                ? null
                : new DayRange(Day(request.From) ?? CalendarDay.First, Day(request.Until) ?? CalendarDay.Last);
            ImmutableArray<string> kinds = request.Kinds ?? [];
            Timeline timeline = workspace.Timeline(
                new TimelineQuery
                {
                    Of = [.. of.Select(name => Law(workspace, name))],
                    Kinds = kinds,
                    WantsChanges = kinds.IsEmpty,
                    Within = window,
                    MostInWords = MostChanges,
                    MostDaysInWords = MostDays,
                },
                cancellation);
            return Page(snapshot, TimelineAnswer.Write(of, timeline, window, new AnswerPlaces(workspace)));
        },
        cancellation);
}
