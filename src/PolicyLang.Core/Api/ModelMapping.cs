using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Runtime;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang;

/// <summary>What the compiler knows, in the types that generated models answer with.</summary>
internal sealed class ModelMapping
{
    private readonly Dictionary<string, ClauseModel> _clauses;

    /// <param name="model">The law of a rulebook.</param>
    public ModelMapping(SemanticModel model)
    {
        Dictionary<FrameworkSymbol, FrameworkModel> frameworks = model.Frameworks.ToDictionary(f => f, FrameworkOf);
        Frameworks = [.. model.Frameworks.Select(f => frameworks[f])];
        Clauses = [.. model.Clauses.Select(c => ClauseOf(c, frameworks[c.Framework]))];
        _clauses = Clauses.GroupBy(c => c.QualifiedName, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    public ImmutableArray<FrameworkModel> Frameworks { get; }

    public ImmutableArray<ClauseModel> Clauses { get; }

    public ClauseModel Clause(string qualifiedName) => _clauses[qualifiedName];

    public ConflictModel ConflictOf(Conflict conflict) => new()
    {
        Code = conflict.Descriptor.Code,
        Kind = WireNames.NameOf(conflict.Kind),
        Status = WireNames.NameOf(conflict.Status),
        Severity = WireNames.NameOf(conflict.Severity),
        Clauses = All(conflict.Clauses),
        Witness = CaseSentence.Write(conflict.Witness),
        WitnessJson = CaseText.ToJson(conflict.Witness),
        Message = conflict.Message,
        AcceptedBecause = conflict.AcceptedBecause,
    };

    public PolicyDecision DecisionOf(Decisions.Decision decision, Provenance provenance)
    {
        return new PolicyDecision(
            OutcomeOf(decision.Outcome),
            [.. decision.Orders.Select(o => new OrderDecision(o.Authority, OutcomeOf(o.Outcome), All(o.Applied)))],
            All(decision.Applied),
            [.. decision.Defeated.Select(d => new Runtime.DefeatedClause(Clause(d.Clause), Clause(d.By), PrincipleOf(d.Principle)))],
            [.. decision.Duties.Select(d => new Duty(Clause(d), decision.MetDuties.Contains(d)))],
            [.. decision.Ways.Select(WayOf)])
        {
            OtherGrounds = [.. decision.Grounds.Select(WayOf)],
            Assumed = [.. decision.Assumed.Select(PolicyCaseFacts.ChangeOf)],
            IsComplete = decision.GroundsAreComplete && decision.WaysAreComplete,
            Provenance = provenance,
        };
    }

    public static PolicyOutcome OutcomeOf(Outcome outcome) => outcome switch
    {
        Outcome.Permitted => PolicyOutcome.Permitted,
        Outcome.Prohibited => PolicyOutcome.Prohibited,
        Outcome.Conflicting => PolicyOutcome.Conflicting,
        Outcome.Unregulated => PolicyOutcome.Unregulated,
        _ => throw new UnreachableException(),
    };

    public static PolicyPrinciple PrincipleOf(Principle principle) => Enum.Parse<PolicyPrinciple>(principle.ToString());

    public static SourcePosition PositionOf(Location location) =>
        new(location.File, location.Start.Line + 1, location.Start.Character + 1);

    public static DateOnly DayOf(CalendarDay day) => DateOnly.FromDayNumber(day.Number);

    private static WayToComply WayOf(ComplyingWay way) =>
        new([.. way.Change.Facts.Select(PolicyCaseFacts.ChangeOf)], OutcomeOf(way.Outcome));

    private static FrameworkModel FrameworkOf(FrameworkSymbol framework) => new()
    {
        Name = framework.Name,
        Title = framework.Title,
        Citation = framework.Citation,
        Source = framework.Source,
        Authority = framework.Authority?.Name ?? string.Empty,
        Rank = Enum.Parse<FrameworkRank>(framework.Rank.ToString()),
        InForce = Periods(framework.Force),
        Position = PositionOf(framework.Location),
    };

    private static ClauseModel ClauseOf(ClauseSymbol clause, FrameworkModel framework) => new()
    {
        Framework = framework,
        Name = clause.Name,
        Kind = Enum.Parse<ClauseKind>(clause.ClauseKind.ToString()),
        Modality = Enum.Parse<ClauseModality>(clause.ModalityName),
        Title = clause.Title,
        Citation = clause.Cites,
        Remarks = clause.Documentation,
        InForce = Periods(clause.Force),
        Position = PositionOf(clause.Location),
    };

    private static DayPeriod[] Periods(ImmutableArray<DayRange> force) =>
        [.. force.Select(p => new DayPeriod(DayOf(p.From), p.Until == CalendarDay.Last ? null : DayOf(p.Until)))];

    private ClauseModel[] All(ImmutableArray<string> names) => [.. names.Select(Clause)];
}
