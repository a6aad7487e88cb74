namespace PolicyLang.Parsing;

/// <summary>The modifiers of a clause by their keywords.</summary>
internal enum ModifierForm
{
    From,
    CollectedIn,
    To,
    OnlyIn,
    In,
    Outside,
    For,
    Against,
    Where,
    When,
    Unless,
    With,
    Within,
    NotBefore,
    NotEnforceable,
    InForceFrom,
    InForceUntil,
    Notifying,
    ApprovedBy,
    SubjectTo,
    PrevailsOver,
    Notwithstanding,
    Invoking,
    ExemptFrom,
    Under,
}
