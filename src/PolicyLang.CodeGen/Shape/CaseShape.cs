using PolicyLang.CodeGen.Naming;
using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Shape;

/// <summary>Which attributes the generated case has, under which names and types, and where their values are kept.</summary>
internal sealed class CaseShape
{
    private readonly Dictionary<string, CaseMember> _byAttribute = new(StringComparer.Ordinal);

    /// <param name="space">The case space of the workspace.</param>
    /// <param name="inUse">The names of the attributes that clauses look at.</param>
    /// <param name="types">The names of types.</param>
    public CaseShape(CaseSpace space, ISet<string> inUse, TypeNames types)
    {
        var members = ImmutableArray.CreateBuilder<CaseMember>();
        var scope = new NameScope(["Case", "Validate", "TryCreate", "Deconstruct", "PrintMembers", .. ReservedNames.Object], "Value");
        AttributeSymbol[] used = [.. space.Attributes.Where(a => inUse.Contains(a.Name) || a.Name == BuiltInAttributes.Date)];

        // Name all of them, so that added clauses rename none.
        Dictionary<string, string> properties =
            scope.TakeAll(space.Attributes.Select(a => a.Name).Concat(space.Clocks), PascalCase.Convert);
        Clashes = scope.Clashes;
        var taxonomies = new Dictionary<TaxonomySymbol, TaxonomyShape>();
        int slot = 0;
        foreach (AttributeSymbol attribute in used)
        {
            TaxonomyShape? taxonomy = null;
            if (attribute.Taxonomy is { } symbol && !taxonomies.TryGetValue(symbol, out taxonomy))
            {
                taxonomy = new TaxonomyShape(symbol, types);
                taxonomies.Add(symbol, taxonomy);
            }

            members.Add(new CaseMember(attribute.Name, properties[attribute.Name], attribute.Type, attribute.Chosen,
                slot, taxonomy, attribute.Title ?? attribute.Documentation, attribute.MayComeAbout));
            slot += members[members.Count - 1].Slots;
        }

        foreach (string clock in space.Clocks.Where(inUse.Contains))
        {
            members.Add(new CaseMember(
                clock, properties[clock], AttributeType.Count, true, slot++, null, DescribeClock(clock), false));
        }

        Members = members.ToImmutable();
        Idle = [.. space.Attributes.Except(used).Select(a => a.Name)];
        Slots = slot;
        Taxonomies = [.. taxonomies.Values];
        foreach (CaseMember member in Members)
        {
            _byAttribute.Add(member.Attribute, member);
        }
    }

    private static string DescribeClock(string clock)
    {
        (ClockKind kind, string? started) = ClockNames.Parse(clock) ?? (ClockKind.Hours, clock);
        string since = started is null ? "since the trigger" : $"since '{started}' came true";
        return kind switch
        {
            ClockKind.Hours => $"Hours {since}",
            ClockKind.Months => $"Twice the months {since}; an odd number lies between two",
            ClockKind.WorkingDays => $"Twice the working days {since}; an odd number is a day off after one",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The attributes, in the order in which a case is told.</summary>
    public ImmutableArray<CaseMember> Members { get; }

    /// <summary>The names of the attributes that no clause looks at.</summary>
    public ImmutableArray<string> Idle { get; }

    /// <summary>Attributes that did not get the name that they would have in C#.</summary>
    public IReadOnlyList<NameClash> Clashes { get; }

    /// <summary>The taxonomies of the attributes, in order of first use.</summary>
    public ImmutableArray<TaxonomyShape> Taxonomies { get; }

    /// <summary>How many numbers a case takes.</summary>
    public int Slots { get; }

    /// <summary>Where the value of a variable is kept, and whether that is a node.</summary>
    public (int Slot, bool IsNode) SlotOf(Variable variable)
    {
        CaseMember member = _byAttribute[variable.Attribute];
        return (member.Slot + (variable.Element < 0 ? 0 : variable.Element / 64), member.Type == AttributeType.Node);
    }
}
