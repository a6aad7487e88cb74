using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>The cases that a scenario states: one for each combination of the kinds it lists with <c>and</c>.</summary>
internal static class ScenarioCases
{
    /// <param name="scenario">The scenario.</param>
    /// <param name="space">The cases.</param>
    /// <param name="problems">What is wrong with the times that it tells, one sentence each.</param>
    public static ImmutableArray<long[]> Read(BoundScenario scenario, CaseSpace space, out ImmutableArray<string> problems)
    {
        var events = new EventFacts(space);
        var cases = new List<long[]> { space.Regions.NeutralCase() };
        foreach (BoundFact fact in scenario.Facts)
        {
            if (fact is BoundClockFact clock)
            {
                Record(events, clock);
                continue;
            }

            // The clause that compares the clock may have errors; nothing else depends on it.
            if (space.VariableOfFact(fact.Attribute) is not { } variable)
            {
                continue;
            }

            switch (fact)
            {
                case BoundFlagFact flag:
                    cases.ForEach(c => c[variable] = flag.Value ? 1 : 0);
                    break;
                case BoundNumberFact number:
                    cases.ForEach(c => c[variable] = number.Value);
                    break;
                case BoundSetFact set:
                    cases.ForEach(c => set.Nodes.ToList().ForEach(n => c[variable + n.Index] = 1));
                    break;
                case BoundNodeFact { Nodes.IsEmpty: false } node:
                    cases = [.. cases.SelectMany(c => node.Nodes.Select(n => With(c, variable, n.Index)))];
                    break;
            }
        }

        problems = [.. cases.SelectMany(c => events.Fill(c)).Distinct()];
        return [.. cases];
    }

    private static void Record(EventFacts events, BoundClockFact fact)
    {
        if (ClockNames.Parse(fact.Attribute.Name) is not { } clock)
        {
            return;
        }

        if (fact.IsDay)
        {
            events.ClocksOf(clock.Event).Record(new CalendarDay((int)fact.Value));
        }
        else
        {
            events.ClocksOf(clock.Event).Record(clock.Kind, fact.Value);
        }
    }

    private static long[] With(long[] values, int variable, long value)
    {
        long[] changed = (long[])values.Clone();
        changed[variable] = value;
        return changed;
    }
}
