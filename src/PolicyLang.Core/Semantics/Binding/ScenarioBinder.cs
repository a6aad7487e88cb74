using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds the case that a scenario states.</summary>
internal sealed class ScenarioBinder(BindingScope scope, SetBinder sets)
{
    private readonly ExpectationBinder _expectations = new(scope, sets);

    /// <summary>The bound scenario; null where something in it was refused.</summary>
    public BoundScenario? Bind(ScenarioSyntax syntax, SyntaxContext site)
    {
        sets.Failed = syntax.IsBroken;
        var facts = ImmutableArray.CreateBuilder<BoundFact>();
        BindPhrase(syntax, site, facts);
        foreach (SlotSyntax slot in syntax.Slots)
        {
            BindSlot(slot, site, facts);
        }

        Location head = Head(syntax, site);
        if (!syntax.IsBroken && !syntax.Slots.OfType<OnSlotSyntax>().Any())
        {
            sets.Failed = true;
            scope.Report(ScenarioDiagnostics.NoDate.Create(
                head, "The scenario has no date, and law changes over time.", "Add 'on' and a day: 'on 2025-01-31'."));
        }

        ImmutableArray<BoundExpectation> expectations = _expectations.Bind(syntax.Expectations, site);
        ImmutableArray<Symbol> under = [.. syntax.Slots.OfType<UnderSlotSyntax>().SelectMany(u => sets.BindUnder(u.Names, site))];
        return sets.Failed
            ? null
            : new BoundScenario(syntax.Title?.Value ?? string.Empty, facts.ToImmutable(), expectations, site.Locate(syntax.Span), head)
            { Under = under };
    }

    private static Location Head(ScenarioSyntax syntax, SyntaxContext site) =>
        site.Locate(syntax.Title is null ? syntax.Span : TextSpan.FromBounds(syntax.Span.Start, syntax.Title.Span.End));

    // Subject, verb, object; of two names the first is the verb if an action.
    private void BindPhrase(ScenarioSyntax syntax, SyntaxContext site, ImmutableArray<BoundFact>.Builder facts)
    {
        ImmutableArray<NameListSyntax> phrase = syntax.Phrase;
        TaxonomySymbol? actions = scope.Taxonomy("action");
        if (phrase.Length is 0 or > 3 || (syntax.Of is not null && phrase.Length == 1) || actions is null)
        {
            sets.Failed = true;
            return;
        }

        bool verbFirst = syntax.Of is null
            && (phrase.Length == 1 || (phrase.Length == 2 && phrase[0].Names.All(n => actions.Find(n.Text) is not null)));
        NameListSyntax? subject = verbFirst ? null : phrase[0];
        NameListSyntax verb = phrase[verbFirst ? 0 : 1];
        NameListSyntax? @object = verbFirst ? phrase.ElementAtOrDefault(1) : phrase.ElementAtOrDefault(2);
        if (subject is not null)
        {
            AddActor(BuiltInAttributes.Actor, subject.Names, "a role", site, facts);
        }

        if (syntax.Of is { } of)
        {
            AddActor(BuiltInAttributes.Home, of.Names, "a jurisdiction", site, facts);
        }

        AddNodes(BuiltInAttributes.Action, verb.Names, "an action", site, facts);
        if (@object is not null)
        {
            bool target = scope.Taxonomy("data") is { } data && @object.Names.All(n => data.Find(n.Text) is null)
                && scope.Attribute(BuiltInAttributes.Target)?.Taxonomy is { } targets
                    && @object.Names.Any(n => targets.Find(n.Text) is not null);
            AddNodes(target ? BuiltInAttributes.Target : BuiltInAttributes.Data, @object.Names, target ? "a target" : "a kind of data",
                site, facts);
        }
    }

    // An organisation may stand where roles and homes do.
    private void AddActor(string attribute, ImmutableArray<ReferenceSyntax> names, string expected, SyntaxContext site,
        ImmutableArray<BoundFact>.Builder facts)
    {
        bool organisations = names.Any(n => scope.Organisations.ContainsKey(n.Text));
        AddNodes(organisations ? BuiltInAttributes.Organisation : attribute, names, organisations ? "an organisation" : expected, site,
            facts);
    }

    private void BindSlot(SlotSyntax slot, SyntaxContext site, ImmutableArray<BoundFact>.Builder facts)
    {
        switch (slot)
        {
            case PlaceSlotSyntax place:
                AddNodes(AttributeOf(place.Kind), [place.Place], "a jurisdiction", site, facts);
                break;
            case ToSlotSyntax to:
                AddNodes(BuiltInAttributes.Destination, [to.Place], "a jurisdiction", site, facts);
                if (to.Roles is not null)
                {
                    AddNodes(BuiltInAttributes.Recipient, to.Roles.Names, "a role", site, facts);
                }

                break;
            case ListSlotSyntax list:
                AddNodes(list.Kind == ListSlotKind.For ? BuiltInAttributes.Purpose : BuiltInAttributes.Target, list.Names.Names,
                    list.Kind == ListSlotKind.For ? "a purpose" : "a target", site, facts);
                break;
            case OnSlotSyntax on when scope.Attribute(BuiltInAttributes.Date) is { } date:
                facts.Add(new BoundNumberFact(date, on.Date.Day.Number));
                break;
            case WhereSlotSyntax where:
                for (int i = 0; i < where.Facts.Length; i++)
                {
                    BindFact(where.Facts[i], i == 0 ? null : where.Facts[i - 1], site, facts);
                }

                break;
        }
    }

    private static string AttributeOf(PlaceSlotKind kind) => kind switch
    {
        PlaceSlotKind.From => BuiltInAttributes.Origin,
        PlaceSlotKind.In => BuiltInAttributes.Location,
        PlaceSlotKind.Collected => BuiltInAttributes.Collected,
        _ => throw new UnreachableException(),
    };

    private void AddNodes(string attributeName, ImmutableArray<ReferenceSyntax> names, string expected, SyntaxContext site,
        ImmutableArray<BoundFact>.Builder facts)
    {
        if (scope.Attribute(attributeName) is { Taxonomy: { } taxonomy } attribute)
        {
            ImmutableArray<NodeSymbol> nodes = BindNodes(names, taxonomy, expected, site);
            facts.Add(attribute.Type == AttributeType.NodeSet ? new BoundSetFact(attribute, nodes) : new BoundNodeFact(attribute, nodes));
        }
    }

    // A case has one value per attribute, so blocs and defined sets will not do.
    private ImmutableArray<NodeSymbol> BindNodes(
        ImmutableArray<ReferenceSyntax> names, TaxonomySymbol taxonomy, string expected, SyntaxContext site)
    {
        var nodes = ImmutableArray.CreateBuilder<NodeSymbol>(names.Length);
        foreach (ReferenceSyntax name in names)
        {
            Location location = site.Locate(name.Span);
            if (taxonomy.Find(name.Text) is { } node)
            {
                nodes.Add(scope.Refer(node, location));
                continue;
            }

            sets.Failed = true;
            scope.ReportMissing(name.Text, location, expected, taxonomy.NodeNames);
        }

        return nodes.ToImmutable();
    }

    private void BindFact(FactSyntax fact, FactSyntax? before, SyntaxContext site, ImmutableArray<BoundFact>.Builder facts)
    {
        Location location = site.Locate(fact.Attribute.Span);
        if (fact is SinceFactSyntax since)
        {
            BindSince(since, site, facts);
            return;
        }

        if ((scope.Attribute(fact.Attribute.Text) ?? scope.Clock(fact.Attribute.Text)) is not { } attribute)
        {
            sets.Failed = true;
            if (IsFurtherElement(fact, before))
            {
                int end = before is null ? 0 : site.Locate(before.Span).Span.End;
                scope.Report(NameDiagnostics.WrongKind.Create(
                    location, $"A comma begins the next fact, and '{fact.Attribute.Text}' is none.", "Join the elements with 'and'.",
                    fix: new Fix("Write 'and'", [new TextEdit(TextSpan.FromBounds(end, location.Span.Start), " and ")])));
                return;
            }

            scope.ReportMissing(fact.Attribute.Text, location, "an attribute", scope.Attributes.Keys.Concat(scope.Clocks.Keys));
            return;
        }

        scope.Refer(attribute, location);
        switch (attribute.Type, fact)
        {
            case (AttributeType.Flag, FlagFactSyntax flag):
                facts.Add(new BoundFlagFact(attribute, flag.Value));
                break;
            case (AttributeType.Count, EqualsFactSyntax { Value: NumberLiteralSyntax number }) when ClockNames.Parse(
                attribute.Name) is not null:
                facts.Add(new BoundClockFact(attribute, ClockNames.Kept(attribute.Name, number.Value), false));
                break;
            case (AttributeType.Count, EqualsFactSyntax { Value: NumberLiteralSyntax number }):
                facts.Add(new BoundNumberFact(attribute, number.Value));
                break;
            case (AttributeType.Date, EqualsFactSyntax { Value: DateLiteralSyntax date }):
                facts.Add(new BoundNumberFact(attribute, date.Day.Number));
                break;
            case (AttributeType.Node, IsFactSyntax { Value: { } value }) when attribute.Taxonomy is { } taxonomy:
                facts.Add(new BoundNodeFact(attribute, BindNodes([value], taxonomy, $"a {taxonomy.Name}", site)));
                break;
            case (AttributeType.NodeSet, IncludeFactSyntax include) when attribute.Taxonomy is { } taxonomy:
                facts.Add(new BoundSetFact(attribute, BindNodes(include.Values.Names, taxonomy, $"a {taxonomy.Name}", site)));
                break;
            case (_, EqualsFactSyntax { Value: null }):
                sets.Failed = true;
                break;
            default:
                sets.Failed = true;
                scope.Report(NameDiagnostics.WrongType.Create(
                    site.Locate(fact.Span), $"'{attribute.Name}' is {attribute.Kind}; this fact does not fit it.", FactHelp(attribute),
                    fix: (attribute.Type, fact) is (AttributeType.NodeSet, IsFactSyntax { Value: { } element })
                        && attribute.Taxonomy?.Find(element.Text) is not null
                        ? new Fix("Write 'include'",
                            [new TextEdit(site.Locate(fact.Span).Span, $"{attribute.Name} include {element.Text}")])
                        : null));
                break;
        }
    }

    // "since breach = 2024-09-30" is a way to write the clocks of the event.
    private void BindSince(SinceFactSyntax fact, SyntaxContext site, ImmutableArray<BoundFact>.Builder facts)
    {
        Location location = site.Locate(fact.Attribute.Span);
        if (scope.Attribute(fact.Attribute.Text) is not { Type: AttributeType.Flag } started)
        {
            sets.Failed = true;
            scope.ReportMissing(fact.Attribute.Text, location, "a flag",
                scope.Attributes.Values.Where(a => a.Type == AttributeType.Flag).Select(a => a.Name));
            return;
        }

        scope.Refer(started, location);
        if (fact.Day is { } day)
        {
            facts.Add(new BoundClockFact(scope.Clock(ClockNames.Name(ClockKind.Hours, started.Name), started), day.Day.Number, true));
        }
    }

    // "safeguards include SCC, BCR"
    private bool IsFurtherElement(FactSyntax fact, FactSyntax? before) =>
        fact is FlagFactSyntax { Value: true } && before is IncludeFactSyntax
            && scope.Attribute(before.Attribute.Text)?.Taxonomy?.Find(fact.Attribute.Text) is not null;

    private static string FactHelp(AttributeSymbol attribute) => attribute.Type switch
    {
        AttributeType.Flag => $"Write '{attribute.Name}' or 'not {attribute.Name}'.",
        AttributeType.Count => $"Write '{attribute.Name} = 1_000'.",
        AttributeType.Date => $"Write '{attribute.Name} = 2025-01-31'.",
        AttributeType.Node => $"Write '{attribute.Name} is {attribute.Taxonomy?.Nodes.FirstOrDefault()?.Name}'.",
        AttributeType.NodeSet => $"Write '{attribute.Name} include {attribute.Taxonomy?.Nodes.FirstOrDefault()?.Name}'.",
        _ => throw new UnreachableException(),
    };
}
