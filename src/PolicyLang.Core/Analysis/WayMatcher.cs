using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>Compares a way to comply with the one that a scenario expects: that change and no other.</summary>
internal static class WayMatcher
{
    public static bool Matches(CaseFacts way, BoundWayExpectation expected) => way.Facts.Length == 1 && (expected.Kind, way.Facts[0]) switch
    {
        (WayKind.Add, { Value: SetValue set }) => set.Names.Contains(expected.Value.Name),
        (WayKind.Remove, { Value: SetValue set }) => !set.Names.Contains(expected.Value.Name),
        (WayKind.SendTo, { Attribute: BuiltInAttributes.Destination, Value: NodeValue node }) => node.Name == expected.Value.Name,
        (WayKind.StoreIn, { Attribute: BuiltInAttributes.Location, Value: NodeValue node }) => node.Name == expected.Value.Name,
        _ => false,
    };

    public static bool Matches(CaseFacts way, BoundWaitExpectation expected)
    {
        string clock = expected.Clock.Event is { } started ? BuiltInAttributes.ElapsedSince(started.Name) : BuiltInAttributes.Elapsed;
        // What is forbidden within 240 hours is free from the hour after: the wait is over then.
        return way.Facts is [{ Value: CountValue hours } fact] && fact.Attribute == clock && hours.Value - 1 <= expected.Clock.Hours;
    }

    public static string Name(BoundWayExpectation way) => way.Kind switch
    {
        WayKind.Add => $"add {way.Value.Name}",
        WayKind.Remove => $"remove {way.Value.Name}",
        WayKind.SendTo => $"send to {way.Value.Name}",
        _ => $"store in {way.Value.Name}",
    };
}
