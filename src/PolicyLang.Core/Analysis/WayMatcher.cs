using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Analysis;

/// <summary>Compares a way to comply with the one that a scenario expects: that change of the case and no other.</summary>
/// <param name="before">The facts of the case.</param>
internal sealed class WayMatcher(CaseFacts before)
{
    public bool Matches(CaseFacts way, BoundWayExpectation expected) => way.Facts.Length == 1 && (expected.Kind, way.Facts[0]) switch
    {
        (WayKind.Add, { Value: SetValue after } fact) => Differ(after.Names, Before(fact), expected.Value.Name),
        (WayKind.Remove, { Value: SetValue after } fact) => Differ(Before(fact), after.Names, expected.Value.Name),
        (WayKind.SendTo, { Attribute: BuiltInAttributes.Destination, Value: NodeValue node }) => node.Name == expected.Value.Name,
        (WayKind.StoreIn, { Attribute: BuiltInAttributes.Location, Value: NodeValue node }) => node.Name == expected.Value.Name,
        _ => false,
    };

    public bool Matches(CaseFacts way, BoundWaitExpectation expected)
    {
        string clock = expected.Clock.Name;
        long now = Kept(Find(clock)?.Value) ?? 0;
        // An act forbidden within 240 hours is free from hour 241.
        return way.Facts is [var fact] && fact.Attribute == clock && Kept(fact.Value) is { } then && then > now
            && (then == expected.Clock.Length || then == expected.Clock.Length + 1);
    }

    private static long? Kept(FactValue? value) => value switch
    {
        CountValue count => count.Value,
        HalvedValue halved => halved.Twice,
        _ => null,
    };

    // Whether a set has one element more than another, and has all of the other.
    private static bool Differ(ImmutableArray<string> more, ImmutableArray<string> less, string by) =>
        more.Except(less).SequenceEqual([by]) && !less.Except(more).Any();

    private ImmutableArray<string> Before(Fact changed) => Find(changed.Attribute)?.Value is SetValue set ? set.Names : [];

    private Fact? Find(string attribute) => before.Facts.FirstOrDefault(f => f.Attribute == attribute);

    public static string Name(BoundWayExpectation way) => way.Kind switch
    {
        WayKind.Add => $"add {way.Value.Name}",
        WayKind.Remove => $"remove {way.Value.Name}",
        WayKind.SendTo => $"send to {way.Value.Name}",
        WayKind.StoreIn => $"store in {way.Value.Name}",
        _ => throw new UnreachableException(),
    };
}
