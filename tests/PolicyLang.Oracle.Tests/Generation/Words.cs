using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>The words of every generated workspace. What the prelude has beyond them behaves as what is not named.</summary>
internal static class Words
{
    public static readonly ImmutableArray<TaxonomyModel> Taxonomies =
    [
        // DE stands for every place of the prelude.
        new(TaxonomyModel.Places, [new("XA"), new("XA_P", "XA"), new("XB"), new("XC"), new("DE", InPrelude: true)]),
        new("action",
        [
            new("transfer", InPrelude: true), new("Send", "transfer"), new("store", InPrelude: true), new("Keep", "store"), new("process", InPrelude: true),
            new("access", InPrelude: true), new("delete", null, "store", InPrelude: true), new("Work"), new("Drop", null, "Work"),
        ]),
        new("data", [new("Ka"), new("Kb", "Ka"), new("Kc"), new("Statistics", InPrelude: true)]),
        new("role", [new("Ra"), new("Rb"), new("Rc", "Rb"), new("Employee", InPrelude: true)]),
        new("purpose", [new("Pa"), new("Pb", "Pa"), new("Pc")]),
        new("target", [new("Ta"), new("Tb")]),
        new("safeguard", [new("Sa"), new("Sb"), new("Sc", "Sb"), new("BCR", InPrelude: true)]),
        new("colour", [new("Red"), new("Crimson", "Red"), new("Blue")]),
    ];

    public static readonly ImmutableArray<AttributeModel> Attributes =
    [
        Given("actor", AttributeType.Leaves, "role"), Given("home", AttributeType.Leaves, TaxonomyModel.Places), Chosen("action", AttributeType.Leaf, "action"),
        Given("data", AttributeType.Leaf, "data"), Given("origin", AttributeType.Leaf, TaxonomyModel.Places), Chosen("destination", AttributeType.Leaf, TaxonomyModel.Places),
        Chosen("location", AttributeType.Leaf, TaxonomyModel.Places), Chosen("recipient", AttributeType.Leaf, "role"), Given("purpose", AttributeType.Leaf, "purpose"),
        Given("target", AttributeType.Leaf, "target"), Given("date", AttributeType.Date, null), Chosen("elapsed", AttributeType.Count, null),
        Given("counterpart", AttributeType.Leaf, TaxonomyModel.Places), Chosen("safeguards", AttributeType.Leaves, "safeguard"), Chosen("notified", AttributeType.Leaves, "role"),
        Given("approvals", AttributeType.Leaves, "role"), Given("subjects", AttributeType.Count, null), Chosen("elapsed_since_fa", AttributeType.Count, null),
        new("fa", AttributeType.Flag), new("fb", AttributeType.Flag), new("ga", AttributeType.Flag, null, Chosen: true),
        new("na", AttributeType.Count), new("ma", AttributeType.Count, null, Chosen: true),
        new("hue", AttributeType.Leaf, "colour"), new("tint", AttributeType.Leaf, "colour", Chosen: true),
        new("tags", AttributeType.Leaves, "colour", Chosen: true), new("host", AttributeType.Leaf, TaxonomyModel.Places, Chosen: true),
    ];

    private static AttributeModel Given(string name, AttributeType type, string? taxonomy) => new(name, type, taxonomy, false, true);

    private static AttributeModel Chosen(string name, AttributeType type, string? taxonomy) => new(name, type, taxonomy, true, true);
}
