using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Timelines;

/// <summary>The days that the files name, and what happens on them.</summary>
internal sealed class Reasons
{
    private readonly Dictionary<CalendarDay, List<TimelineReason>> _byDay = [];

    /// <param name="model">What the files mean.</param>
    public Reasons(SemanticModel model)
    {
        foreach (FrameworkSymbol framework in model.Frameworks)
        {
            Add(framework, model);
        }

        foreach (PartySymbol party in model.Parties)
        {
            Add(party);
        }

        foreach (BlocSymbol bloc in Named(model))
        {
            Add(bloc);
        }

        foreach (Acknowledgement accepted in model.Acknowledgements)
        {
            Ends(accepted.Until, TimelineReasonKind.Acknowledgement,
                $"the acknowledgement of the conflict between {string.Join(" and ", accepted.Sides)} has ended", accepted.Location);
        }
    }

    /// <summary>The days, in no order.</summary>
    public IReadOnlyCollection<CalendarDay> Days => _byDay.Keys;

    /// <summary>What happens on a day; phrases that are alike are one.</summary>
    public ImmutableArray<TimelineReason> On(CalendarDay day) =>
        _byDay.TryGetValue(day, out List<TimelineReason>? reasons)
            ? [.. reasons.GroupBy(r => (r.Kind, r.Text)).Select(g => g.First()).OrderBy(r => r.Kind)]
            : [];

    private void Add(FrameworkSymbol framework, SemanticModel model)
    {
        foreach (DayRange days in framework.Force)
        {
            Begins(days.From, TimelineReasonKind.Force, $"{framework.Name} comes into force", framework.Location);
            Ends(days.Until, TimelineReasonKind.End, $"{framework.Name} has ended", framework.Location);
        }

        foreach (ClauseSymbol clause in framework.Clauses)
        {
            ImmutableArray<DayRange> remaining = model.Repeals.Remaining(clause);
            foreach (DayRange days in remaining)
            {
                if (!framework.Force.Any(f => f.From == days.From))
                {
                    Begins(days.From, TimelineReasonKind.Force, $"{clause.QualifiedName} comes into force", clause.Location);
                }

                if (!framework.Force.Any(f => f.Until == days.Until))
                {
                    Ends(days.Until, TimelineReasonKind.End,
                        clause.Force.Contains(days) ? $"{clause.QualifiedName} has ended" : $"{framework.Name} is repealed",
                        clause.Location);
                }
            }
        }
    }

    private void Add(PartySymbol party)
    {
        foreach (Adoption adoption in party.Adoptions)
        {
            string name = adoption.Framework.Name;
            Begins(adoption.Since, TimelineReasonKind.Adoption, $"{party.Name} adopts {name}", party.Location);
            Ends(adoption.Until, TimelineReasonKind.Withdrawal, $"{party.Name} is no longer bound by {name}", party.Location);
            if (!adoption.Reserving.IsEmpty)
            {
                Ends(adoption.ReservingUntil, TimelineReasonKind.Reservation,
                    $"the reservation of {party.Name} on {Names(adoption.Reserving)} has ended", party.Location);
            }
        }

        foreach (Invocation invocation in party.Invocations)
        {
            Begins(invocation.Since, TimelineReasonKind.Reservation,
                $"{party.Name} invokes {invocation.Leave.QualifiedName} for {Names(invocation.For)}", party.Location);
            Ends(invocation.Until, TimelineReasonKind.Reservation,
                $"{party.Name} no longer invokes {invocation.Leave.QualifiedName} for {Names(invocation.For)}", party.Location);
        }
    }

    // Who joins a bloc of the vocabulary that no file names is no reason.
    private static HashSet<BlocSymbol> Named(SemanticModel model)
    {
        var named = new HashSet<BlocSymbol>();
        var pending = new Stack<BlocSymbol>(model.Parts.SelectMany(p => p.Used).OfType<BlocSymbol>());
        while (pending.Count > 0)
        {
            BlocSymbol bloc = pending.Pop();
            if (named.Add(bloc))
            {
                bloc.Members.Select(m => m.Place).Concat(bloc.Except).OfType<BlocSymbol>().ToList().ForEach(pending.Push);
            }
        }

        return named;
    }

    private void Add(BlocSymbol bloc)
    {
        foreach (IGrouping<CalendarDay?, BlocMember> joined in bloc.Members.GroupBy(m => m.Since))
        {
            if (joined.Key is { } day)
            {
                Begins(day, TimelineReasonKind.Member,
                    $"{Names([.. joined.Select(m => m.Place)])} {Verb(joined, "joins", "join")} {bloc.Name}", bloc.Location);
            }
        }

        foreach (IGrouping<CalendarDay?, BlocMember> left in bloc.Members.GroupBy(m => m.Until))
        {
            Ends(left.Key, TimelineReasonKind.Member,
                $"{Names([.. left.Select(m => m.Place)])} {Verb(left, "has", "have")} left {bloc.Name}", bloc.Location);
        }
    }

    private void Begins(CalendarDay day, TimelineReasonKind kind, string text, Location declared)
    {
        if (day > CalendarDay.First)
        {
            Note(day, new TimelineReason(kind, text, DayIn(declared, day)));
        }
    }

    // Answers change on the day after the last one.
    private void Ends(CalendarDay? last, TimelineReasonKind kind, string text, Location declared)
    {
        if (last is { } day && day < CalendarDay.Last)
        {
            Note(new CalendarDay(day.Number + 1), new TimelineReason(kind, text, DayIn(declared, day)));
        }
    }

    // Where the declaration names the day; else where it begins.
    private static Location DayIn(Location declared, CalendarDay day)
    {
        string text = declared.Text.Content;
        int end = text.IndexOf("\n}", declared.Span.Start, StringComparison.Ordinal);
        int length = (end < 0 ? text.Length : end) - declared.Span.Start;
        int at = text.IndexOf(day.ToString(), declared.Span.Start, length, StringComparison.Ordinal);
        return at < 0 ? declared : declared with { Span = new TextSpan(at, day.ToString().Length) };
    }

    private void Note(CalendarDay day, TimelineReason reason)
    {
        if (!_byDay.TryGetValue(day, out List<TimelineReason>? reasons))
        {
            _byDay.Add(day, reasons = []);
        }

        reasons.Add(reason);
    }

    private static string Verb(IEnumerable<BlocMember> members, string one, string several) => members.Count() == 1 ? one : several;

    private static string Names(ImmutableArray<Symbol> names) =>
        CaseSentence.List([.. names.Select(n => n.ToString()).OrderBy(n => n, StringComparer.Ordinal)], "and");
}
