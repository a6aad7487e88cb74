using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 6: in which cases a measure is excused from a guarantee.</summary>
/// <param name="sentences">The meaning of sentences.</param>
/// <param name="instruments">The parties.</param>
/// <param name="rules">All rules.</param>
internal sealed class Excuses(Sentences sentences, Instruments instruments, Func<IEnumerable<Rule>> rules)
{
    private readonly Dictionary<(Rule Guarantee, Rule Measure), Func<Case, bool>> _known = [];

    /// <summary>Works out all excuses.</summary>
    public void Prepare()
    {
        foreach (Rule guarantee in rules().Where(g => g.IsGuarantee))
        {
            foreach (Rule measure in rules().Where(m => !m.IsLawMaking && guarantee.Opposes(m)))
            {
                _known[(guarantee, measure)] = Build(guarantee, measure);
            }
        }
    }

    public bool Excuse(Rule guarantee, Rule measure, Case c)
    {
        if (!_known.TryGetValue((guarantee, measure), out Func<Case, bool>? excuse))
        {
            _known[(guarantee, measure)] = excuse = Build(guarantee, measure);
        }

        return excuse(c);
    }

    /// <summary>Whether a leave is one from a guarantee, for measures of the kind of a measure.</summary>
    public static bool IsLeaveFrom(Rule leave, Rule guarantee, Rule measure) =>
        leave.Framework == guarantee.Framework && leave.Part.Party?.Name == guarantee.Part.Party?.Name && leave.Judged == measure.Order
        && leave.Kind == (measure.Kind == RuleKind.Prohibition ? RuleKind.LeaveToProhibit : RuleKind.LeaveToRequire)
        && Claims.Names(leave.Source.PrevailsOver, leave.Framework, guarantee.Place);

    private Func<Case, bool> Build(Rule guarantee, Rule measure)
    {
        if (Claims.Names(guarantee.Source.SubjectTo, guarantee.Framework, measure.Place))
        {
            return _ => true;
        }

        Func<Case, bool> reserved = instruments.Of(guarantee.Framework).IsReservedFor(guarantee.Source, names => Claims.Names(names, guarantee.Framework, measure.Place));
        (Rule Leave, Func<Case, bool> IsInvoked)[] leaves = [.. rules().Where(l => IsLeaveFrom(l, guarantee, measure)).Select(l => (l, IsInvoked(l, measure)))];
        return c => reserved(c) || leaves.Any(l => l.Leave.InForce(c) && l.Leave.Part.Binds(c) && l.Leave.Part.Invoked?.Invoke(c) == true && l.IsInvoked(c));
    }

    // By the clause itself, or by a party for law of its order.
    private Func<Case, bool> IsInvoked(Rule leave, Rule measure)
    {
        if (measure.Source.Invoking.Contains(leave.Clause))
        {
            return _ => true;
        }

        var orders = new Orders(sentences);
        (Func<Case, bool> Days, Func<Case, bool> IsOwn)[] invocations =
        [
            .. sentences.Lexicon.Law.Parties.SelectMany(p => p.Invocations.Where(i => i.Leave == leave.Clause && Claims.Names(i.For, leave.Framework, measure.Place))
                .Select(i => (sentences.OnDays(i.Since, i.Until), orders.IsOrderOf(p.Name, measure.Order)))),
        ];
        return c => invocations.Any(i => i.Days(c) && i.IsOwn(c));
    }
}
