using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis;

/// <summary>The cases that a scenario states: one for each combination of the kinds it lists with <c>and</c>.</summary>
internal static class ScenarioCases
{
    public static ImmutableArray<long[]> Of(BoundScenario scenario, CaseSpace space)
    {
        var cases = new List<long[]> { space.Regions.NeutralCase() };
        foreach (BoundFact fact in scenario.Facts)
        {
            // The clause that looks at a clock may be left out for its errors; nothing else depends on it.
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

        return [.. cases];
    }

    private static long[] With(long[] values, int variable, long value)
    {
        long[] changed = (long[])values.Clone();
        changed[variable] = value;
        return changed;
    }
}
