using PolicyLang.Analysis;
using PolicyLang.Analysis.Timelines;
using PolicyLang.Semantics;

namespace PolicyLang.Workspaces;

/// <summary>A timeline that was begun: further processors may prepare to compare days while something else is asked.</summary>
internal sealed class TimelineSearch : IDisposable
{
    private readonly Workspace _workspace;
    private readonly CancellationToken _cancellation;
    private readonly Reasons _reasons;
    private readonly DayWorkers _workers;

    /// <inheritdoc cref="Comparisons.BeginTimeline"/>
    public TimelineSearch(Workspace workspace, TimelineQuery query, CancellationToken cancellation)
    {
        (_workspace, _cancellation) = (workspace, cancellation);
        SemanticModel model = workspace.GetModel(cancellation);
        _reasons = new Reasons(model);
        int days = query.WantsChanges ? _reasons.Days.Count(query.Has) : 0;
        _workers = DayWorkers.Start(model, workspace.Engine, days, cancellation);
    }

    /// <summary>The days on which some answer changes, with why and what.</summary>
    /// <param name="query">What is wanted.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Timeline Find(TimelineQuery query) => _workspace.WithRules(
        rules =>
        {
            TimelineQuery asked = query with { Frameworks = rules.Model.Frameworks.ToLookup(f => f.Authority ?? f, f => f.Name) };
            return new TimelineFinder(rules, asked, _reasons, _workers).Find(_workspace.Facts.OpenConflicts(_cancellation));
        },
        _cancellation);

    /// <summary>Stops whatever still works.</summary>
    public void Dispose() => _workers.Dispose();
}
