using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Rules;
using PolicyLang.Runtime;
using PolicyLang.Semantics;

namespace PolicyLang;

/// <summary>A question about one case, asked of a rulebook.</summary>
internal sealed class Question
{
    private readonly PolicyRulebook _book;
    private readonly CancellationToken _cancellation;
    private readonly AskedCase? _asked;
    private readonly ImmutableArray<Problem> _wrong;

    public Question(PolicyRulebook book, PolicyCase act, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(act);
        book.RefuseHidingErrors(cancellation);
        _book = book;
        _cancellation = cancellation;
        ImmutableArray<RawFact> facts = PolicyCaseFacts.Raw(act);
        Facts = facts;
        _asked = AskedCase.Read(book.Workspace.GetModel(cancellation), facts, out _wrong);
        if (_asked is { Organisation: { } own })
        {
            Facts = facts.Add(RawFact.FromFact(own));
        }
    }

    private ImmutableArray<RawFact> Facts { get; }

    public PolicyOutcome Decide(WhenIncomplete whenIncomplete) => Answer(
        whenIncomplete,
        (rules, read) => ModelMapping.OutcomeOf(new Decider(rules).OutcomeOf(read.Values)),
        _ => PolicyOutcome.Undetermined);

    public PolicyDecision Explain(WhenIncomplete whenIncomplete)
    {
        ModelMapping models = _book.Models;
        Provenance provenance = _book.Provenance;
        return Answer(
            whenIncomplete,
            (rules, read) =>
            {
                Decisions.Decision decision = new Decider(rules).Decide(read.Values, read.Stated);
                return models.DecisionOf(_asked?.WithAssumedOrganisation(decision) ?? decision, provenance);
            },
            missing => new PolicyDecision(PolicyOutcome.Undetermined, [], [], [], [], []) { Missing = missing, Provenance = provenance });
    }

    public IReadOnlyList<PolicyReason> Reasons()
    {
        ModelMapping models = _book.Models;
        return Answer<IReadOnlyList<PolicyReason>>(
            WhenIncomplete.Assume,
            (rules, read) => [.. new Explainer(rules).Explain(read.Values).Select(c => PolicyReason.Of(c, models))],
            _ => []);
    }

    public IReadOnlyList<CaseProblem> Validate() =>
        Ask(rules => Read(rules, out IReadOnlyList<CaseProblem> problems) is { } read ? Missing(rules, read) : problems);

    private T Answer<T>(
        WhenIncomplete whenIncomplete, Func<RuleBook, ReadCase, T> answer, Func<IReadOnlyList<CaseProblem>, T> undetermined)
    {
        (T? found, IReadOnlyList<CaseProblem> problems) = Ask(rules =>
        {
            if (Read(rules, out IReadOnlyList<CaseProblem> wrong) is not { } read)
            {
                return (default(T), wrong);
            }

            IReadOnlyList<CaseProblem> missing =
                whenIncomplete == WhenIncomplete.Assume && read.Stated.Contains(BuiltInAttributes.Date) ? [] : Missing(rules, read);
            return missing.Count == 0 ? (answer(rules, read), [])
                : whenIncomplete == WhenIncomplete.Undetermined ? (undetermined(missing), [])
                : (default, missing);
        });
        return problems.Count == 0 && found is not null ? found : throw new InvalidCaseException(problems);
    }

    private T Ask<T>(Func<RuleBook, T> work) =>
        _book.Workspace.Ask("The case", work, out Problem? undecided, _cancellation).TryGet(out T? answer) ? answer
        : throw new RulebookException(undecided ?? new Problem("The case is not decided."));

    private ReadCase? Read(RuleBook rules, out IReadOnlyList<CaseProblem> problems)
    {
        if (!_wrong.IsEmpty)
        {
            problems = [.. _wrong.Select(w => new CaseProblem(CaseProblemKind.Missing, BuiltInAttributes.Organisation, w.Message))];
            return null;
        }

        var reader = new CaseReader(rules.Space);
        if (reader.ReadPart(Facts, out ImmutableArray<string> wrong) is not { } values)
        {
            problems = ProblemsOf(rules, wrong);
            return null;
        }

        bool exists = rules.Space.Regions.Holds(rules.Existing, values);
        problems = exists ? [] : [new CaseProblem(CaseProblemKind.Impossible, string.Empty, CaseProblems.Missing(rules, values).Message)];
        return exists ? new ReadCase(values, reader.Stated) : null;
    }

    // Each fact by itself, to tell whose problem it is; else several disagree.
    private List<CaseProblem> ProblemsOf(RuleBook rules, ImmutableArray<string> all)
    {
        var problems = new List<CaseProblem>();
        foreach (RawFact fact in Facts)
        {
            _ = new CaseReader(rules.Space).ReadPart([fact], out ImmutableArray<string> wrong);
            CaseProblemKind kind = rules.Space.VariableOfFact(fact.Attribute) is null && wrong.Any(IsUnknown)
                ? CaseProblemKind.UnknownAttribute
                : CaseProblemKind.UnknownValue;
            problems.AddRange(wrong.Select(w => new CaseProblem(kind, fact.Attribute, w)));
        }

        return problems.Count > 0 ? problems
            : [.. all.Select(w => new CaseProblem(CaseProblemKind.UnknownValue, string.Empty, w))];
    }

    private static bool IsUnknown(string problem) => problem.StartsWith("There is no attribute", StringComparison.Ordinal);

    private static IReadOnlyList<CaseProblem> Missing(RuleBook rules, ReadCase read)
    {
        string[] absent = [.. BuiltInAttributes.Required.Where(a => !read.Stated.Contains(a))];
        if (absent.Length == 0)
        {
            return [];
        }

        var assumed = new AssumedAttributes(rules);
        ISet<string> rests = assumed.Find(read.Values, read.Stated, new Decider(rules).OutcomeOf(read.Values));
        return
        [
            .. absent.Where(a => a is BuiltInAttributes.Date or BuiltInAttributes.Action || !assumed.IsComplete || rests.Contains(a))
                .Select(a => new CaseProblem(
                    CaseProblemKind.Missing, a, $"The case does not say its '{a}', and the answer rests on it.")),
        ];
    }

    private sealed record ReadCase(long[] Values, ISet<string> Stated);
}
