using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>The words of every generated workspace. What the prelude has beyond them behaves as what is not named.</summary>
internal static class Words
{
    public static readonly ImmutableArray<TaxonomyModel> Taxonomies =
    [
        // DE stands for every place of the prelude. XD is a part of XA and of XB.
        new(TaxonomyModel.Places, [new("XA"), new("XA_P", "XA"), new("XB"), new("XD", "XA", "XB"), new("XC"), new("DE") { InPrelude = true }]),
        new("action",
        [
            Known("transfer"), new("Send", "transfer"), Known("store"), new("Keep", "store"), Known("process"), new("Move", "transfer", "process"),
            Known("access"), Known("delete") with { Opposes = "store" }, new("Work"), new("Drop") { Opposes = "Work" },
        ]),
        new("data", [new("Ka"), new("Kb", "Ka"), new("Kc"), new("Kd", "Ka", "Kc"), Known("Statistics")]),
        new("role", [new("Ra"), new("Rb"), new("Rc", "Rb"), new("Rd", "Ra", "Rb"), Known("Employee")]),
        new("purpose", [new("Pa"), new("Pb", "Pa"), new("Pc")]),
        new("target", [new("Ta"), new("Tb")]),
        new("safeguard", [new("Sa"), new("Sb"), new("Sc", "Sb"), Known("BCR")]),
        new("colour", [new("Red"), new("Crimson", "Red"), new("Blue"), new("Purple", "Red", "Blue")]),
    ];

    public static readonly ImmutableArray<AttributeModel> Attributes =
    [
        Given("actor", AttributeType.Leaves, "role"), Given("home", AttributeType.Leaves, TaxonomyModel.Places), Chosen("action", AttributeType.Leaf, "action"),
        Given("organisation", AttributeType.Leaf, TaxonomyModel.Organisations), Given("collected", AttributeType.Leaf, TaxonomyModel.Places),
        Given("data", AttributeType.Leaf, "data"), Given("origin", AttributeType.Leaf, TaxonomyModel.Places), Chosen("destination", AttributeType.Leaf, TaxonomyModel.Places),
        Chosen("location", AttributeType.Leaf, TaxonomyModel.Places), Chosen("recipient", AttributeType.Leaf, "role"), Given("purpose", AttributeType.Leaf, "purpose"),
        Given("target", AttributeType.Leaf, "target"), Given("date", AttributeType.Date, null), Chosen("elapsed", AttributeType.Count, null),
        Given("counterpart", AttributeType.Leaf, TaxonomyModel.Places), Chosen("safeguards", AttributeType.Leaves, "safeguard"), Chosen("notified", AttributeType.Leaves, "role"),
        Given("approvals", AttributeType.Leaves, "role"), Given("subjects", AttributeType.Count, null), Chosen("elapsed_since_fa", AttributeType.Count, null),
        Chosen("elapsed_months", AttributeType.Count, null), Chosen("elapsed_working_days", AttributeType.Count, null),
        Chosen("months_since_fa", AttributeType.Count, null), Chosen("working_days_since_fa", AttributeType.Count, null),
        new("fa", AttributeType.Flag), new("fb", AttributeType.Flag), new("ga", AttributeType.Flag, null, Chosen: true),
        new("sa", AttributeType.Flag) { IsSelfJudged = true },
        new("na", AttributeType.Count), new("ma", AttributeType.Count, null, Chosen: true),
        new("hue", AttributeType.Leaf, "colour"), new("tint", AttributeType.Leaf, "colour", Chosen: true),
        new("tags", AttributeType.Leaves, "colour", Chosen: true), new("host", AttributeType.Leaf, TaxonomyModel.Places, Chosen: true),
    ];

    /// <summary>The names of organisations that there may be.</summary>
    public static bool IsOrganisation(string name) => name is "Oa" or "Ob";

    private static NodeModel Known(string name) => new(name) { InPrelude = true };

    private static AttributeModel Given(string name, AttributeType type, string? taxonomy) => new(name, type, taxonomy, false, true);

    private static AttributeModel Chosen(string name, AttributeType type, string? taxonomy) => new(name, type, taxonomy, true, true);
}
