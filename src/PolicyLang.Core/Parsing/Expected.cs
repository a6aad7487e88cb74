using System.Diagnostics;

namespace PolicyLang.Parsing;

/// <summary>What a name in some place of the grammar stands for.</summary>
internal enum Expected
{
    Name,
    Clause,
    ClauseOrFramework,
    Framework,
    Place,
    LegalOrder,
    OrderOrFramework,
    Party,
    Node,
    Principle,
    Type,
    Authority,
    Rank,
    Aim,
    Role,
    Action,
    DataOrTarget,
    Purpose,
    Target,
    Fact,
    Value,
    Element,
    Safeguard,
    Event,
    Condition,
}

internal static class ExpectedText
{
    /// <summary>Whether only the binder knows which clause a number can be.</summary>
    public static bool IsClause(this Expected expected) => expected is Expected.Clause or Expected.ClauseOrFramework;

    /// <summary>Whether it stands in a condition, where "and" and "or" join conditions.</summary>
    public static bool IsInCondition(this Expected expected) => expected is Expected.Value or Expected.Element;

    /// <summary>What is expected, as a message says it inside a sentence.</summary>
    public static string Words(this Expected expected) => expected switch
    {
        Expected.Name => "a name",
        Expected.Clause => "a clause",
        Expected.ClauseOrFramework => "a clause or framework",
        Expected.Framework => "a framework",
        Expected.Place => "a place",
        Expected.LegalOrder => "a legal order",
        Expected.OrderOrFramework => "a legal order or framework",
        Expected.Party => "a party",
        Expected.Node => "a node",
        Expected.Principle => "a principle",
        Expected.Type => "a type",
        Expected.Authority => "an authority",
        Expected.Rank => "a rank",
        Expected.Aim => "an aim",
        Expected.Role => "a role",
        Expected.Action => "an action",
        Expected.DataOrTarget => "a kind of data or a target",
        Expected.Purpose => "a purpose",
        Expected.Target => "a target",
        Expected.Fact => "a fact",
        Expected.Value => "a value",
        Expected.Element => "an element",
        Expected.Safeguard => "a safeguard",
        Expected.Event => "an event",
        Expected.Condition => "a condition",
        _ => throw new UnreachableException(),
    };

    /// <summary>What is expected, as the first words of a message.</summary>
    public static string FirstWords(this Expected expected) => "A" + expected.Words().Substring(1);
}
