using PolicyLang.Diagnostics;
using PolicyLang.Library;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>The tables that binding fills and looks names up in, and the findings it makes.</summary>
internal sealed class BindingScope
{
    public Dictionary<string, TaxonomySymbol> Taxonomies { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, AttributeSymbol> Attributes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The clocks that the events of clauses start, by name: counts of hours that a case may state.</summary>
    public Dictionary<string, AttributeSymbol> Clocks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, BlocSymbol> Blocs { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Dated lists: what blocs are of places, of the nodes of other taxonomies.</summary>
    public Dictionary<string, BlocSymbol> Lists { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, DefineSymbol> Defines { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, FrameworkSymbol> Frameworks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PartySymbol> Parties { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, OrganisationSymbol> Organisations { get; init; } = new(StringComparer.Ordinal);

    public required TaxonomySymbol Jurisdictions { get; init; }

    /// <summary>The law library; null where none is at hand.</summary>
    public LawCatalog? Library { get; init; }

    /// <summary>Where findings and meanings are noted: with the part of the workspace that is being bound.</summary>
    public BindingBag Notes { get; set; } = new();

    /// <summary>A scope with the vocabulary of an earlier one, and no law.</summary>
    public static BindingScope On(Vocabulary ground) => new()
    {
        Taxonomies = ground.Taxonomies,
        Jurisdictions = ground.Jurisdictions,
        Attributes = ground.Attributes,
        Blocs = ground.Blocs,
        Lists = ground.Lists,
        Defines = ground.Defines,
        Organisations = ground.Organisations,
        Library = ground.Library,
    };

    public void Report(Diagnostic diagnostic) => Notes.Diagnostics.Add(diagnostic);

    /// <summary>Notes that a name in the text means a symbol.</summary>
    public T Refer<T>(T symbol, Location location)
        where T : Symbol
    {
        Notes.References.Add(new NameReference(location, symbol));
        return symbol;
    }

    /// <summary>Notes that a clause or condition compares a clock.</summary>
    /// <param name="clock">The clock's name.</param>
    /// <param name="value">With what, as the clock keeps it.</param>
    public void Compare(string clock, long value) =>
        Notes.Clocks[clock] = Math.Max(value, Notes.Clocks.TryGetValue(clock, out long other) ? other : 0);

    /// <summary>A clock, whether or not anything compares it.</summary>
    /// <param name="clock">The clock's name.</param>
    /// <param name="started">The event that starts it; null for the trigger.</param>
    public AttributeSymbol Clock(string clock, AttributeSymbol? started)
    {
        if (!Clocks.TryGetValue(clock, out AttributeSymbol? symbol))
        {
            Clocks.Add(clock,
                symbol = new AttributeSymbol(clock, (started ?? Attribute(BuiltInAttributes.Elapsed))?.Location ?? Jurisdictions.Location,
                AttributeType.Count, null, chosen: true));
        }

        return symbol;
    }

    /// <summary>The clock of a name, of the trigger or of an event that is a flag; null where the name is none.</summary>
    public AttributeSymbol? Clock(string name) =>
        Attribute(name) is not null || ClockNames.Parse(name) is not { } clock ? null
        : clock.Event is null ? Clock(name, null)
        : Attribute(clock.Event) is { Type: AttributeType.Flag } started ? Clock(name, started)
        : null;

    /// <summary>A legal order: a jurisdiction, a bloc or an organisation.</summary>
    public Symbol? Order(string name) =>
        (Symbol?)Jurisdictions.Find(name)
        ?? (Blocs.TryGetValue(name, out BlocSymbol? bloc) ? bloc : null)
        ?? (Symbol?)(Organisations.TryGetValue(name, out OrganisationSymbol? organisation) ? organisation : null);

    /// <summary>The same, entered as referred to; null where there is none of that name, which is reported.</summary>
    public Symbol? ReferOrder(string name, Location location)
    {
        if (Order(name) is { } order)
        {
            return Refer(order, location);
        }

        ReportMissing(name, location, "a jurisdiction, bloc or organisation", OrderNames);
        return null;
    }

    /// <summary>All names that <see cref="Order"/> would find.</summary>
    public IEnumerable<string> OrderNames => ElementNames(Jurisdictions).Concat(Organisations.Keys);

    public TaxonomySymbol? Taxonomy(string name) => Taxonomies.TryGetValue(name, out TaxonomySymbol? found) ? found : null;

    public AttributeSymbol? Attribute(string name) => Attributes.TryGetValue(name, out AttributeSymbol? found) ? found : null;

    /// <summary>What a case may give a value to: an attribute or the clock of an event.</summary>
    public AttributeSymbol? AttributeOrClock(string name) =>
        Attribute(name) ?? (Clocks.TryGetValue(name, out AttributeSymbol? clock) ? clock : null);

    /// <summary>A node, bloc or defined set with elements of a taxonomy.</summary>
    public Symbol? Element(string name, TaxonomySymbol taxonomy)
    {
        if (taxonomy.Find(name) is { } node)
        {
            return node;
        }

        if (taxonomy.IsJurisdictions && Blocs.TryGetValue(name, out BlocSymbol? bloc))
        {
            return bloc;
        }

        if (Lists.TryGetValue(name, out BlocSymbol? list) && ReferenceEquals(list.Taxonomy, taxonomy))
        {
            return list;
        }

        return Defines.TryGetValue(name, out DefineSymbol? define) && !define.IsCondition
            && (define.Taxonomy is null || ReferenceEquals(define.Taxonomy, taxonomy)) ? define : null;
    }

    /// <summary>All names that <see cref="Element"/> would find.</summary>
    public IEnumerable<string> ElementNames(TaxonomySymbol taxonomy)
    {
        IEnumerable<string> names =
            taxonomy.NodeNames.Concat(Lists.Values.Where(l => ReferenceEquals(l.Taxonomy, taxonomy)).Select(l => l.Name))
            .Concat(Defines.Values.Where(d => !d.IsCondition && ReferenceEquals(d.Taxonomy, taxonomy)).Select(d => d.Name));
        return taxonomy.IsJurisdictions ? names.Concat(Blocs.Keys) : names;
    }

    /// <summary>What a name means anywhere, for "X is a bloc" in messages.</summary>
    public Symbol? Anything(string name)
    {
        foreach (TaxonomySymbol taxonomy in Taxonomies.Values)
        {
            if (taxonomy.Find(name) is { } node)
            {
                return node;
            }
        }

        return Blocs.TryGetValue(name, out BlocSymbol? bloc) ? bloc
            : Lists.TryGetValue(name, out BlocSymbol? list) ? list
            : Attributes.TryGetValue(name, out AttributeSymbol? attribute) ? attribute
            : Defines.TryGetValue(name, out DefineSymbol? define) ? define
            : Frameworks.TryGetValue(name, out FrameworkSymbol? framework) ? framework
            : Organisations.TryGetValue(name, out OrganisationSymbol? organisation) ? organisation
            : Taxonomies.TryGetValue(name, out TaxonomySymbol? found) ? found
            : Parties.TryGetValue(name, out PartySymbol? party) ? party
            : null;
    }

    /// <summary>Reports a name that is not what the place asks for: known as something else, misspelled, or unknown.</summary>
    public void ReportMissing(string name, Location location, string expected, IEnumerable<string> candidates)
    {
        if (name.Length == 0)
        {
            return;
        }

        if (Anything(name) is { } other)
        {
            Report(NameDiagnostics.WrongKind.Create(
                location, $"'{name}' is {other.Kind}; {expected} is expected here.", SuggestionHelp(name, candidates),
                fix: SuggestionHelp(name, candidates) is null || NearestName.Find(name, candidates) is not { } near
                    ? null
                    : new Fix($"Write '{near}'", [new TextEdit(location.Span, near)])));
            return;
        }

        if (ReportOfLibrary(name, location))
        {
            return;
        }

        string? nearest = PlaceNames.Find(name, Jurisdictions, candidates) ?? NearestName.Find(name, candidates);
        Fix? fix = nearest is null ? null : new Fix($"Write '{nearest}'", [new TextEdit(location.Span, nearest)]);
        Report(NameDiagnostics.Unknown.Create(
            location,
            $"There is no {WithoutArticle(expected)} '{name}'.",
            nearest is null ? $"Declare it, or name one that exists; 'policyc vocabulary' lists them." : $"Did you mean '{nearest}'?",
            fix: fix));
    }

    /// <summary>Reports a name that is a framework of the law library, or a clause of one, which nobody uses yet; false where it is
    /// none.</summary>
    public bool ReportOfLibrary(string name, Location location)
    {
        string framework = name.Split('.')[0];
        if (Frameworks.ContainsKey(framework) || Library?.FileOf(framework) is null)
        {
            return false;
        }

        Report(NameDiagnostics.Unknown.Create(location, $"'{framework}' is in the law library, and nothing here uses it.",
            $"Write 'uses {framework}' at the top of the file.",
            fix: new Fix($"Use {framework} of the law library", [UsesPlace.EditFor(location.File, location.Text, framework)])));
        return true;
    }

    private static string? SuggestionHelp(string name, IEnumerable<string> candidates) =>
        name.Length >= 6 && NearestName.Find(name, candidates) is { } nearest ? $"Did you mean '{nearest}'?" : null;

    private static string WithoutArticle(string kind) =>
        kind.StartsWith("a ", StringComparison.Ordinal)
            ? kind.Substring(2)
            : kind.StartsWith("an ", StringComparison.Ordinal) ? kind.Substring(3) : kind;
}
