namespace PolicyLang.Runtime;

/// <summary>What a rule does; a clause gives one or several.</summary>
internal enum RuleEffect
{
    /// <summary>Nothing by itself, but it may defeat others.</summary>
    None,

    /// <summary>Permits.</summary>
    Permission,

    /// <summary>Permits, and yields to every prohibition of its own legal order.</summary>
    WeakPermission,

    /// <summary>Prohibits.</summary>
    Prohibition,

    /// <summary>Obliges.</summary>
    Obligation,

    /// <summary>Takes clauses that it names out of account, and permits nothing.</summary>
    Exemption,
}

/// <summary>One rule of a clause, with the diagrams of its cases.</summary>
/// <param name="Clause">The number of the clause.</param>
/// <param name="Effect">What it does; for soft, law-making and waiving rules, nothing.</param>
/// <param name="Order">The number of its legal order.</param>
/// <param name="Applies">The diagram of the cases in which it applies.</param>
/// <param name="Due">For an obligation, the diagram of the cases in which it is outstanding; else the empty one.</param>
internal readonly record struct PolicyRule(int Clause, RuleEffect Effect, int Order, int Applies, int Due)
{
    private const int Size = 5;

    public static PolicyRule[] Read(Ints numbers)
    {
        var rules = new PolicyRule[numbers.Length / Size];
        for (int i = 0, at = 0; i < rules.Length; i++, at += Size)
        {
            rules[i] = new PolicyRule(numbers[at], (RuleEffect)numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]);
        }

        return rules;
    }
}

/// <summary>Where one rule prevails over another.</summary>
/// <param name="Lower">The number of the rule that yields.</param>
/// <param name="Upper">The number of the rule that prevails.</param>
/// <param name="Step">In which step it does: a round of principles.</param>
/// <param name="Principle">Why.</param>
/// <param name="Cases">The diagram of the cases in which it does.</param>
internal readonly record struct PolicyPrecedence(int Lower, int Upper, int Step, PolicyPrinciple Principle, int Cases)
{
    private const int Size = 5;

    public static PolicyPrecedence[] Read(Ints numbers)
    {
        var claims = new PolicyPrecedence[numbers.Length / Size];
        for (int i = 0, at = 0; i < claims.Length; i++, at += Size)
        {
            claims[i] =
                new PolicyPrecedence(numbers[at], numbers[at + 1], numbers[at + 2], (PolicyPrinciple)numbers[at + 3], numbers[at + 4]);
        }

        return claims;
    }
}
