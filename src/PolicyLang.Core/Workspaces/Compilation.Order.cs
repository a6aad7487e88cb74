using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Workspaces;

/// <content>
/// Questions are answered with diagrams in the order in which variables are declared. Where that is too dear and another order promises
/// more, the snapshot is judged in that one from then on.
/// </content>
internal sealed partial class Compilation
{
    // A better order makes diagrams small; otherwise it deserves little time.
    private const int ReorderedBudget = 4;

    // The same compilation in another variable order, once the declared order proved too expensive.
    private readonly EngineSettings _engine;
    private readonly Func<bool> _hasAlternative;
    private bool? _alternative;
    private bool _startsReordered;
    private Compilation? _reordered;
    private Compilation? _asked;

    // Nested questions use the variable order of the outer question.
    private T Ask<T>(Func<Compilation, RuleBook, T> work, CancellationToken cancellation)
    {
        using ReentrantTurn.Held turn = _history.Judging.Take(cancellation);
        if (_asked is { } asked)
        {
            return asked.Work(work, cancellation);
        }

        try
        {
            if (_startsReordered && _reordered is null)
            {
                // The earlier text affects only how long this takes, never the result.
                _startsReordered = false;
                Model(cancellation);
                if (HasAlternative())
                {
                    Reorder(cancellation);
                }
            }

            _asked = _reordered ?? this;
            try
            {
                return _asked.Work(work, cancellation);
            }
            catch (OrderGivenUpException e) when (ReferenceEquals(e.Alternative, _hasAlternative))
            {
                return Reorder(cancellation).Work(work, cancellation);
            }
        }
        finally
        {
            _asked = null;
        }
    }

    private T Work<T>(Func<Compilation, RuleBook, T> work, CancellationToken cancellation)
    {
        RuleBook rules = Rules(cancellation);
        using RegionSpace.CancellationScope watched = rules.Space.Regions.Watch(cancellation);
        Func<bool>? outer = rules.Space.Regions.Alternative;
        rules.Space.Regions.Alternative = Alternative;
        try
        {
            return work(this, rules);
        }
        finally
        {
            rules.Space.Regions.Alternative = outer;
        }
    }

    private Func<bool>? Alternative => _engine.Order is null ? _hasAlternative : null;

    // Another order is a promise only where it brings what conditions tie much closer together.
    private bool HasAlternative() => _alternative ??= _engine.Order is null
        && Volatile.Read(ref _model) is { } model
            && !new CaseSpace(model, _engine with { Order = DiagramOrder.Clustered }).Regions.IsAsDeclared;

    private Compilation Reorder(CancellationToken cancellation)
    {
        var reordered =
            new Compilation(_prelude, _trees, _settings,
            _engine with { Order = DiagramOrder.Clustered, Budget = _engine.Budget / ReorderedBudget }, _law)
            { _model = Model(cancellation) };
        Volatile.Write(ref _reordered, reordered);
        _rules = null;
        return _asked = reordered;
    }
}
