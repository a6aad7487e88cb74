using System.Diagnostics;

namespace PolicyLang.Runtime;

/// <summary>
/// Everything that explanations need, in tables: what generated code hands its cases to. Made by the compiler of policies; not meant to be
/// written by hand. Immutable and safe for many threads.
/// </summary>
public sealed class PolicyModel
{
    internal const string Action = "action";
    private const string Date = "date";
    private const int LastDay = 3652058;

    private readonly CaseAttribute[] _bySlot;
    private readonly int[] _firstClaim;
    private readonly PolicyPrecedence[] _claims;
    private readonly string[] _orders;

    /// <summary>Makes a model; the arrays are not copied.</summary>
    /// <param name="table">The diagrams.</param>
    /// <param name="outcomes">The outcome of all legal orders combined.</param>
    /// <param name="attributes">The attributes of a case, in the order in which changes are told.</param>
    /// <param name="clauses">Every clause.</param>
    /// <param name="orders">The names of the legal orders.</param>
    /// <param name="steps">In how many steps rules fall: rounds of principles of precedence.</param>
    /// <param name="missing">The diagram of the cases that cannot occur.</param>
    /// <param name="rules">The rules of the clauses.</param>
    /// <param name="precedences">Where one rule prevails over another, sorted by the rule that yields.</param>
    public PolicyModel(
        DecisionTable table,
        OutcomeTable outcomes,
        CaseAttribute[] attributes,
        ClauseModel[] clauses,
        string[] orders,
        int steps,
        int missing,
        PolicyRule[] rules,
        PolicyPrecedence[] precedences)
    {
        Table = table;
        Outcomes = outcomes;
        Attributes = attributes;
        Clauses = clauses;
        _orders = orders;
        Steps = steps;
        Missing = missing;
        Rules = rules;
        _claims = precedences;
        _bySlot = [.. attributes.SelectMany(a => Enumerable.Range(a.Slot, SlotsOf(a)).Select(slot => (slot, a))).OrderBy(s => s.slot)
            .Select(s => s.a)];
        _firstClaim = new int[rules.Length + 1];
        foreach (PolicyPrecedence claim in precedences)
        {
            _firstClaim[claim.Lower + 1]++;
        }

        for (int i = 0; i < rules.Length; i++)
        {
            _firstClaim[i + 1] += _firstClaim[i];
        }
    }

    internal DecisionTable Table { get; }

    internal OutcomeTable Outcomes { get; }

    internal CaseAttribute[] Attributes { get; }

    internal ClauseModel[] Clauses { get; }

    internal int Steps { get; }

    internal int Missing { get; }

    internal PolicyRule[] Rules { get; }

    /// <summary>Decides a case and says why.</summary>
    /// <param name="values">The values of the case, by slot.</param>
    public PolicyDecision Explain(Values values) => new CaseExplanation(this, Outcomes, null).Explain(values);

    /// <summary>Says what the clauses of one framework answer, after every clause of the others has had its say about which of them
    /// stand.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="outcomes">Its outcomes.</param>
    /// <param name="values">The values of the case, by slot.</param>
    public PolicyDecision Explain(FrameworkModel framework, OutcomeTable outcomes, Values values) =>
        new CaseExplanation(this, outcomes, framework).Explain(values);

    /// <summary>Answers whether an act may be done, on which ground, and what else has to be done.</summary>
    /// <param name="values">The values of the case, by slot.</param>
    public TransferAssessment Assess(Values values) => new Assessment(this).Assess(values);

    internal static long MaximumOf(CaseAttribute attribute) => attribute.Kind switch
    {
        AttributeKind.Count or AttributeKind.HalfCount => long.MaxValue,
        AttributeKind.Date => LastDay,
        AttributeKind.Node => attribute.Taxonomy?.Names.Count ?? 0,
        AttributeKind.Flag or AttributeKind.NodeSet => 1,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a case says something of an attribute: its date always, the others by a value that is not neutral.</summary>
    internal static bool IsStated(CaseAttribute attribute, long[] values) =>
        attribute.Name == Date || Enumerable.Range(attribute.Slot, SlotsOf(attribute)).Any(slot => values[slot] != attribute.Neutral);

    internal static int SlotsOf(CaseAttribute attribute) =>
        attribute is { Kind: AttributeKind.NodeSet, Taxonomy: { } taxonomy } ? Math.Max(1, (taxonomy.Names.Count + 63) / 64) : 1;

    internal CaseAttribute AttributeOf(int variable) => _bySlot[Table.SlotOf(variable)];

    internal string OrderName(int order) => _orders[order];

    internal ArraySegment<PolicyPrecedence> ClaimsOver(int rule) =>
        new(_claims, _firstClaim[rule], _firstClaim[rule + 1] - _firstClaim[rule]);
}
