using System.Collections.Concurrent;
using System.Diagnostics;

namespace PolicyLang.Runtime;

/// <summary>
/// Everything that explanations need, in tables: what generated code hands its cases to. Made by the compiler of policies; not meant to be
/// written by hand. Immutable and safe for many threads.
/// </summary>
public sealed class PolicyModel
{
    private const int LastDay = 3652058;

    private readonly CaseAttribute[] _bySlot;
    private readonly int[] _firstClaim;
    private readonly PolicyPrecedence[] _claims;
    private readonly string[] _orders;
    private readonly Lazy<CaseIndex> _applying;
    private readonly Lazy<CaseIndex> _due;

    /// <summary>Makes a model; the arrays are not copied.</summary>
    /// <param name="table">The diagrams.</param>
    /// <param name="outcomes">The outcome of all legal orders combined.</param>
    /// <param name="made">What a case is made of.</param>
    /// <param name="provenance">What the models were made from.</param>
    /// <param name="clauses">Every clause.</param>
    /// <param name="orders">The names of the legal orders.</param>
    /// <param name="steps">In how many steps rules fall: rounds of principles of precedence.</param>
    /// <param name="impossible">The diagram of the cases that cannot occur.</param>
    /// <param name="rules">For each rule of the clauses: the number of the clause, of its effect and of its legal order, the diagram of the
    /// cases in which it applies and, for an obligation, of those in which it is outstanding.</param>
    /// <param name="precedences">Where one rule prevails over another, sorted by the rule that yields: the numbers of both, of the step and
    /// of the principle, and the diagram of the cases.</param>
    public PolicyModel(
        DecisionTable table,
        OutcomeTable outcomes,
        CaseModel made,
        Provenance provenance,
        ClauseModel[] clauses,
        string[] orders,
        int steps,
        int impossible,
        Ints rules,
        Ints precedences)
    {
        Table = table;
        Outcomes = outcomes;
        Case = made;
        Provenance = provenance;
        Clauses = clauses;
        _orders = orders;
        Steps = steps;
        Impossible = impossible;
        PolicyRule[] all = PolicyRule.Read(rules);
        Rules = all;
        _claims = PolicyPrecedence.Read(precedences);
        _bySlot = [.. made.Attributes.SelectMany(a => Enumerable.Range(a.Slot, CaseModel.SlotsOf(a)).Select(slot => (slot, a)))
            .OrderBy(s => s.slot).Select(s => s.a)];
        ClauseRanks = new NameRanks(clauses.Select(c => c.QualifiedName));
        OrderRanks = new NameRanks(orders);
        Obligations = [.. Enumerable.Range(0, all.Length).Where(rule => all[rule].Effect == RuleEffect.Obligation)];
        _applying = new(() => new CaseIndex(table, Array.ConvertAll(all, r => r.Applies)));
        _due = new(() => new CaseIndex(table, Array.ConvertAll(Obligations, rule => all[rule].Due)));
        Changes = new KnownChanges(made);
        _firstClaim = new int[all.Length + 1];
        foreach (PolicyPrecedence claim in _claims)
        {
            _firstClaim[claim.Lower + 1]++;
        }

        for (int i = 0; i < all.Length; i++)
        {
            _firstClaim[i + 1] += _firstClaim[i];
        }
    }

    internal DecisionTable Table { get; }

    internal OutcomeTable Outcomes { get; }

    internal CaseModel Case { get; }

    internal Provenance Provenance { get; }

    internal ClauseModel[] Clauses { get; }

    internal int Steps { get; }

    internal int Impossible { get; }

    internal PolicyRule[] Rules { get; }

    /// <summary>The numbers of the rules that oblige.</summary>
    internal int[] Obligations { get; }

    /// <summary>Finds the rules that apply to a case.</summary>
    internal CaseIndex Applying => _applying.Value;

    /// <summary>Finds the obligations that are outstanding in a case, by their place in <see cref="Obligations"/>.</summary>
    internal CaseIndex Due => _due.Value;

    /// <summary>The order of the clauses by their qualified names.</summary>
    internal NameRanks ClauseRanks { get; }

    /// <summary>The order of the legal orders by their names.</summary>
    internal NameRanks OrderRanks { get; }

    internal KnownChanges Changes { get; }

    /// <summary>The rooms that no search is in.</summary>
    internal ConcurrentBag<SearchRoom> FreeRooms { get; } = [];

    /// <summary>Decides a case that is not known to be complete.</summary>
    /// <param name="outcomes">Whose outcomes.</param>
    /// <param name="values">The values of the case, by slot.</param>
    /// <param name="whenIncomplete">What to do where the case leaves out what its answer rests on.</param>
    /// <exception cref="InvalidCaseException">A value names nothing, or a required fact is missing.</exception>
    public PolicyOutcome Decide(OutcomeTable outcomes, Values values, WhenIncomplete whenIncomplete) =>
        Missing(outcomes, values, whenIncomplete).Count > 0 ? PolicyOutcome.Undetermined : outcomes.Decide(values);

    /// <summary>Decides a case and says why.</summary>
    /// <param name="values">The values of the case, by slot.</param>
    /// <param name="whenIncomplete">What to do where the case leaves out what its answer rests on.</param>
    /// <exception cref="InvalidCaseException">A value names nothing, or a required fact is missing.</exception>
    public PolicyDecision Explain(Values values, WhenIncomplete whenIncomplete) => Explain(null, Outcomes, values, whenIncomplete);

    /// <summary>Says what the clauses of one framework answer, after every clause of the others has had its say about which of them
    /// stand.</summary>
    /// <param name="framework">The framework; null for all.</param>
    /// <param name="outcomes">Its outcomes.</param>
    /// <param name="values">The values of the case, by slot.</param>
    /// <param name="whenIncomplete">What to do where the case leaves out what its answer rests on.</param>
    /// <exception cref="InvalidCaseException">A value names nothing, or a required fact is missing.</exception>
    public PolicyDecision Explain(FrameworkModel? framework, OutcomeTable outcomes, Values values, WhenIncomplete whenIncomplete) =>
        new CaseExplanation(this, outcomes, framework).Explain(values, Missing(outcomes, values, whenIncomplete));

    /// <summary>Answers whether an act may be done, on which ground, and what else has to be done.</summary>
    /// <param name="values">The values of the case, by slot.</param>
    /// <param name="whenIncomplete">What to do where the case leaves out what its answer rests on.</param>
    /// <exception cref="InvalidCaseException">A value names nothing, or a required fact is missing.</exception>
    public TransferAssessment Assess(Values values, WhenIncomplete whenIncomplete) =>
        new Assessment(this).Assess(values, Explain(values, whenIncomplete));

    /// <summary>What keeps a case from being decided; none for one that can be.</summary>
    /// <param name="values">The values of the case, by slot.</param>
    public IReadOnlyList<CaseProblem> Validate(Values values) => CaseCheck.All(this, Outcomes, values);

    private IReadOnlyList<CaseProblem> Missing(OutcomeTable outcomes, Values values, WhenIncomplete whenIncomplete)
    {
        IReadOnlyList<CaseProblem> problems = CaseCheck.Unknown(this, values);
        if (problems.Count > 0)
        {
            throw new InvalidCaseException(problems);
        }

        problems = whenIncomplete == WhenIncomplete.Assume ? problems : CaseCheck.Missing(this, outcomes, values);
        return problems.Count > 0 && whenIncomplete == WhenIncomplete.Refuse ? throw new InvalidCaseException(problems) : problems;
    }

    internal static long MaximumOf(CaseAttribute attribute) => attribute.Kind switch
    {
        AttributeKind.Count or AttributeKind.HalfCount => long.MaxValue,
        AttributeKind.Date => LastDay,
        AttributeKind.Node => attribute.Taxonomy?.Names.Count ?? 0,
        AttributeKind.Flag or AttributeKind.NodeSet => 1,
        _ => throw new UnreachableException(),
    };

    internal CaseAttribute AttributeOf(int variable) => _bySlot[Table.Numbers.SlotOf(variable)];

    internal string OrderName(int order) => _orders[order];

    internal ArraySegment<PolicyPrecedence> ClaimsOver(int rule) =>
        new(_claims, _firstClaim[rule], _firstClaim[rule + 1] - _firstClaim[rule]);

    internal SearchRoom EnterRoom() => FreeRooms.TryTake(out SearchRoom? room) ? room : new SearchRoom(this);
}
