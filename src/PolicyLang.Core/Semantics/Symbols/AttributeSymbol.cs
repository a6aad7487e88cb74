using System.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>What values an attribute has.</summary>
internal enum AttributeType
{
    Flag,
    Count,
    Date,

    /// <summary>Exactly one node of a taxonomy.</summary>
    Node,

    /// <summary>Any subset of a taxonomy's nodes.</summary>
    NodeSet,
}

/// <summary>One dimension of a case.</summary>
internal sealed class AttributeSymbol(string name, Location location, AttributeType type, TaxonomySymbol? taxonomy, bool chosen)
    : Symbol(name, location)
{
    public AttributeType Type { get; } = type;

    /// <summary>The taxonomy of its values; null for flags, counts and dates.</summary>
    public TaxonomySymbol? Taxonomy { get; } = taxonomy;

    /// <summary>Whether the actor who has to comply decides it.</summary>
    public bool Chosen { get; } = chosen;

    /// <summary>Whether it is a given fact that may still come about, such as consent or an approval.</summary>
    public bool MayComeAbout => !Chosen && !BuiltInAttributes.NeverGrounds.Contains(Name);

    /// <summary>For a flag, whether the party that invokes an exception judges by itself that it is so.</summary>
    public bool SelfJudged { get; internal set; }

    public override string Kind => Type switch
    {
        AttributeType.Flag => "a flag",
        AttributeType.Count => "a count",
        AttributeType.Date => "a date",
        AttributeType.Node => $"an attribute that is one {Taxonomy?.Name}",
        AttributeType.NodeSet => $"an attribute that is a set of {Taxonomy?.Name}",
        _ => throw new UnreachableException(),
    };
}

/// <summary>The attributes whose slots the language itself speaks about; the prelude declares them under these names.</summary>
internal static class BuiltInAttributes
{
    public const string Actor = "actor";
    public const string Home = "home";
    public const string Action = "action";
    public const string Data = "data";
    public const string Origin = "origin";
    public const string Collected = "collected";
    public const string Organisation = "organisation";
    public const string Destination = "destination";
    public const string Location = "location";
    public const string Recipient = "recipient";
    public const string Purpose = "purpose";
    public const string Target = "target";
    public const string Date = "date";
    public const string Elapsed = "elapsed";
    public const string ElapsedMonths = "elapsed_months";
    public const string ElapsedWorkingDays = "elapsed_working_days";
    public const string Counterpart = "counterpart";
    public const string Safeguards = "safeguards";
    public const string Notified = "notified";
    public const string Approvals = "approvals";
    public const string Subjects = "subjects";

    /// <summary>What no answer is to rest on by being left out: who does what with which data, where and when.</summary>
    public static ImmutableArray<string> Required { get; } = [Date, Actor, Action, Data, Origin, Destination, Location];

    /// <summary>Given attributes that say which case it is: no other value of them is a ground on which the same act would be
    /// lawful.</summary>
    public static ImmutableArray<string> NeverGrounds { get; } =
        [Date, Home, Origin, Collected, Data, Purpose, Target, Actor, Organisation, Counterpart];

    /// <summary>The action of sending data from one place to another; keeping them abroad counts as it.</summary>
    public const string TransferAction = "transfer";

    /// <summary>The actions that keep data somewhere.</summary>
    public static ImmutableArray<string> KeepingActions { get; } = ["store", "process", "access"];
}
