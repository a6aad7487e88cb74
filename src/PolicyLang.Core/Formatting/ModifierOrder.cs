using System.Diagnostics;
using PolicyLang.Syntax;

namespace PolicyLang.Formatting;

/// <summary>The order in which the modifiers of a clause are written.</summary>
internal static class ModifierOrder
{
    public static int RankOf(ModifierSyntax modifier) => modifier switch
    {
        FromModifierSyntax => 0,
        CollectedModifierSyntax => 1,
        ToModifierSyntax => 2,
        InModifierSyntax => 3,
        OutsideModifierSyntax => 4,
        ForModifierSyntax => 5,
        AgainstModifierSyntax => 6,
        WhereModifierSyntax => 7,
        WhenModifierSyntax => 8,
        UnlessModifierSyntax => 9,
        WithModifierSyntax => 10,
        WithinModifierSyntax => 11,
        NotBeforeModifierSyntax => 12,
        NameListModifierSyntax list => list.Kind switch
        {
            NameListKind.Notifying => 13,
            NameListKind.ApprovedBy => 14,
            NameListKind.SubjectTo => 15,
            NameListKind.PrevailsOver => 16,
            NameListKind.Notwithstanding => 17,
            NameListKind.ExemptFrom => 18,
            NameListKind.Invoking => 19,
            _ => throw new UnreachableException(),
        },
        TowardsAnyoneModifierSyntax => 20,
        NotEnforceableModifierSyntax => 21,
        ForceModifierSyntax => 22,
        UnderModifierSyntax => 23,
        _ => throw new UnreachableException(),
    };
}
