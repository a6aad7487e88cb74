namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>What the generator may use, beyond rules of conduct and what they always have.</summary>
[Flags]
public enum Features
{
    None = 0,

    /// <summary>Waiver conflicts (PL4004).</summary>
    Waivers = 1,

    /// <summary>Tensions of soft rules (PL4009).</summary>
    Tensions = 2,

    /// <summary>Policies of organisations that permit what is prohibited above them (PL4008).</summary>
    Policies = 4,

    /// <summary>Law-making rules: PL4005, PL4006.</summary>
    LawMaking = 8,

    /// <summary>Redundant and dead clauses (PL5001, PL5002).</summary>
    Redundancy = 16,

    /// <summary>What the compiler reports today.</summary>
    Today = Waivers | Tensions | Policies | LawMaking | Redundancy,
}
