using PolicyLang.Semantics;

namespace PolicyLang.Regions;

/// <summary>The order in which people tell a case: when, who, what, from where to where, how.</summary>
internal static class CanonicalAttributeOrder
{
    private static readonly string[] BuiltIn =
    [
        BuiltInAttributes.Date, BuiltInAttributes.Organisation, BuiltInAttributes.Actor, BuiltInAttributes.Home, BuiltInAttributes.Action,
            BuiltInAttributes.Data, BuiltInAttributes.Target,
        BuiltInAttributes.Collected, BuiltInAttributes.Origin, BuiltInAttributes.Destination, BuiltInAttributes.Location,
            BuiltInAttributes.Recipient, BuiltInAttributes.Purpose,
        BuiltInAttributes.Counterpart, BuiltInAttributes.Subjects, BuiltInAttributes.Safeguards, BuiltInAttributes.Approvals,
            BuiltInAttributes.Notified,
        BuiltInAttributes.Elapsed,
    ];

    /// <summary>The place of a built-in attribute; all others come after, in order of declaration.</summary>
    public static int RankOf(string attribute)
    {
        int index = Array.IndexOf(BuiltIn, attribute);
        return index >= 0 ? index : BuiltIn.Length;
    }
}
