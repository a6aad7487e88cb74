using System.Globalization;
using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Facts with every clock that follows from them, as generated code keeps them: months and working days twice.</summary>
internal static class ClockFacts
{
    public static ImmutableArray<RawFact> Complete(IEnumerable<RawFact> facts, CaseSpace space, long[] values) =>
    [
        .. facts.Where(f => ClockNames.Parse(f.Attribute) is null && !f.Attribute.StartsWith("since_", StringComparison.Ordinal)),
        .. space.Clocks.Append(BuiltInAttributes.Elapsed).Where(c => space.VariableOfFact(c) is not null)
            .Select(c => new RawFact(c, [values[space.VariableOfClock(c)].ToString(CultureInfo.InvariantCulture)])),
    ];
}
