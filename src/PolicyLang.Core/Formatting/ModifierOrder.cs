using System.Diagnostics;
using PolicyLang.Syntax;

namespace PolicyLang.Formatting;

/// <summary>The order in which the modifiers of a clause are written.</summary>
internal static class ModifierOrder
{
    public static int Of(ModifierSyntax modifier) => modifier switch
    {
        FromModifierSyntax => 0,
        ToModifierSyntax => 1,
        InModifierSyntax => 2,
        OutsideModifierSyntax => 3,
        ForModifierSyntax => 4,
        AgainstModifierSyntax => 5,
        WhenModifierSyntax => 6,
        UnlessModifierSyntax => 7,
        WithModifierSyntax => 8,
        WithinModifierSyntax => 9,
        NotBeforeModifierSyntax => 10,
        NameListModifierSyntax list => list.Kind switch
        {
            NameListKind.Notifying => 11,
            NameListKind.ApprovedBy => 12,
            NameListKind.SubjectTo => 13,
            NameListKind.PrevailsOver => 14,
            NameListKind.Notwithstanding => 15,
            NameListKind.ExemptFrom => 16,
            NameListKind.Invoking => 17,
            _ => throw new UnreachableException(),
        },
        NotEnforceableModifierSyntax => 18,
        ForceModifierSyntax => 19,
        _ => throw new UnreachableException(),
    };
}
