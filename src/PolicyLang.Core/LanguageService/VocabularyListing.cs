using System.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>A name with its title, its place below another, and its IRI.</summary>
/// <param name="Name">The name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Depth">How many names stand above it.</param>
/// <param name="Iri">The same notion in a public vocabulary.</param>
internal sealed record VocabularyEntry(string Name, string? Title, int Depth, string? Iri);

/// <summary>A taxonomy, jurisdictions too.</summary>
internal sealed record VocabularyTaxonomy(string Name, string? Title, ImmutableArray<VocabularyEntry> Entries);

/// <summary>A member of a bloc and its period.</summary>
/// <param name="Name">The place.</param>
/// <param name="Since">The first day; null from the beginning.</param>
/// <param name="Until">The last day; null without end.</param>
/// <param name="When">The condition under which it is one, as the language writes it; null for none.</param>
internal sealed record VocabularyMember(string Name, CalendarDay? Since, CalendarDay? Until, string? When);

/// <summary>A bloc with its members, on one day or over all time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Supranational">Whether its law stands above that of its members.</param>
/// <param name="Documentation">Where the list comes from and what is unsure about it.</param>
/// <param name="Members">The members.</param>
internal sealed record VocabularyBloc(
    string Name, string? Title, bool Supranational, string? Documentation, ImmutableArray<VocabularyMember> Members);

/// <summary>An attribute.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Type">Its type as it is declared: "set of role".</param>
/// <param name="Chosen">Whether the actor decides it.</param>
internal sealed record VocabularyAttribute(string Name, string? Title, string Type, bool Chosen);

/// <summary>All names that a drafter may use.</summary>
internal sealed record VocabularyListing(
    ImmutableArray<VocabularyTaxonomy> Taxonomies, ImmutableArray<VocabularyBloc> Blocs, ImmutableArray<VocabularyAttribute> Attributes)
{
    /// <summary>The vocabulary of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="on">The day on which blocs are listed; null for every member with its dates.</param>
    public static VocabularyListing Create(SemanticModel model, CalendarDay? on = null) => new(
        [.. model.Taxonomies.Values.Select(t => new VocabularyTaxonomy(t.Name, t.Title, [.. t.Nodes.Select(Entry)]))],
        [.. model.Blocs.OrderBy(b => b.Name, StringComparer.Ordinal)
            .Select(b => new VocabularyBloc(b.Name, b.Title, b.Supranational, b.Documentation, [.. Members(b, on)]))],
        [.. model.Attributes.Select(a => new VocabularyAttribute(a.Name, a.Title, TypeOf(a), a.Chosen))]);

    private static VocabularyEntry Entry(NodeSymbol node)
    {
        int depth = 0;
        for (NodeSymbol? parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            depth++;
        }

        return new VocabularyEntry(node.Name, node.Title, depth, node.Iri);
    }

    private static IEnumerable<VocabularyMember> Members(BlocSymbol bloc, CalendarDay? on) =>
        BlocMembership.PeriodsOf(bloc).Where(p => on is not { } day || p.Covers(day))
            .Select(p => new VocabularyMember(p.Place.Name, p.Since, p.Until, p.When is { } when ? ConditionWords.Write(when) : null));

    private static string TypeOf(AttributeSymbol attribute) => attribute.Type switch
    {
        AttributeType.Flag => "flag",
        AttributeType.Count => "count",
        AttributeType.Date => "date",
        AttributeType.Node => attribute.Taxonomy?.Name ?? string.Empty,
        AttributeType.NodeSet => $"set of {attribute.Taxonomy?.Name}",
        _ => throw new UnreachableException(),
    };
}
