using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Shape;

/// <summary>An attribute as a property of the generated case.</summary>
/// <param name="Attribute">Its name in the policy files.</param>
/// <param name="Property">Its name in C#.</param>
/// <param name="Type">What values it has.</param>
/// <param name="Chosen">Whether the actor decides it.</param>
/// <param name="Slot">The number of its value; a set takes several.</param>
/// <param name="Taxonomy">Its nodes.</param>
/// <param name="Description">What it is.</param>
/// <param name="MayComeAbout">Whether it is a given fact that may still come about.</param>
internal sealed record CaseMember(string Attribute, string Property, AttributeType Type, bool Chosen, int Slot, TaxonomyShape? Taxonomy,
    string? Description, bool MayComeAbout)
{
    /// <summary>Whether no answer is to rest on its being left out: who does what with which data, where and when.</summary>
    public bool IsRequired => BuiltInAttributes.Required.Contains(Attribute);

    /// <summary>Whether it must not be left out even where no answer rests on it.</summary>
    public bool IsAlwaysRequired => Attribute is BuiltInAttributes.Date or BuiltInAttributes.Action;

    /// <summary>The number kept where nothing is said of it.</summary>
    public int Neutral => Attribute == BuiltInAttributes.Subjects ? 1 : 0;

    /// <summary>How many numbers its value takes.</summary>
    public int Slots => Type == AttributeType.NodeSet && Taxonomy is { } taxonomy ? taxonomy.Words : 1;

    /// <summary>Its type in C#.</summary>
    public string CSharpType => (Type, Taxonomy) switch
    {
        (AttributeType.Flag, _) => "bool",
        (AttributeType.Date, _) => "DateOnly",
        (AttributeType.Node, { } taxonomy) => taxonomy.UseEnum(),
        (AttributeType.NodeSet, { } taxonomy) => taxonomy.UseSet(),
        _ => "long",
    };
}
