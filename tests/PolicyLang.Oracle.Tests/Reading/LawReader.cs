using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;
using AttributeType = PolicyLang.Oracle.Model.AttributeType;

namespace PolicyLang.Oracle.Tests.Reading;

/// <summary>
/// A workspace as the oracle reads it. Only the compiler's parser is shared: what the names stand for and what the sentences mean is found
/// here and in the oracle a second time. What the oracle cannot express is an error, never left out.
/// </summary>
internal sealed class LawReader
{
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<TaxonomyModel> _taxonomies;
    private readonly ImmutableArray<AttributeModel> _attributes;

    private LawReader(Workspace workspace)
    {
        _trees = [.. workspace.Prelude, .. workspace.Trees];
        _taxonomies = VocabularyReader.Taxonomies(_trees);
        _attributes = [.. Declared<AttributeSyntax>().Select(Attribute)];
    }

    public static LawModel Read(Workspace workspace) => new LawReader(workspace).Law();

    private LawModel Law()
    {
        var conditions = new ConditionReader(Declared<DefineSyntax>().Select(d => d.Name.Text).ToHashSet());
        var clauses = new ClauseReader(_taxonomies, _trees.SelectMany(t => t.Frameworks).Select(f => f.Head.Node.Name.Text).ToHashSet(), conditions);
        ImmutableArray<FrameworkModel> frameworks = [.. _trees.SelectMany(t => t.Frameworks).Select(u => FrameworkReader.Read(u, clauses))];
        IEnumerable<string> events = _attributes.Where(a => a.Type == AttributeType.Flag).Select(a => a.Name);
        return new LawModel(_taxonomies, [.. _attributes, .. events.Append("").SelectMany(ClocksOf).Where(c => _attributes.All(a => a.Name != c.Name))], frameworks)
        {
            Blocs = [.. Declared<BlocSyntax>().Select(b => VocabularyReader.Bloc(b, conditions)), .. Declared<DatedListSyntax>().Select(l => VocabularyReader.List(l, conditions))],
            Defines = [.. Declared<DefineSyntax>().Select(d => new DefineModel(d.Name.Text, conditions.Optional(d.Condition), SetReader.Optional(d.Set)))],
            Assumptions = [.. Declared<AssumeSyntax>().Select(a => new AssumptionModel(conditions.Read(a.Condition), conditions.Optional(a.Implied)))],
            Organisations = [.. Declared<OrganisationSyntax>().Select(o => new OrganisationModel(o.Name.Text, SetReader.Names(o.Under)))],
            Parties = [.. Declared<PartySyntax>().Select(p => Party(p, clauses))],
            Principles = Declared<ResolveSyntax>().Where(r => r.Of is null).Select(r => (ImmutableArray<Principle>?)Principles(r.Principles)).SingleOrDefault(),
            PrinciplesOfOrders = OwnPrinciples().ToImmutableDictionary(),
        };
    }

    // For an order, or in one of its frameworks.
    private IEnumerable<KeyValuePair<string, ImmutableArray<Principle>>> OwnPrinciples()
    {
        foreach (ResolveSyntax resolve in Declared<ResolveSyntax>())
        {
            if (resolve.Of is { } order)
            {
                yield return KeyValuePair.Create(order.Text, Principles(resolve.Principles));
            }
        }

        foreach (FrameworkUnit unit in _trees.SelectMany(t => t.Frameworks))
        {
            PropertySyntax[] properties = [.. unit.Members.Select(m => m.Node).OfType<PropertiesSyntax>().SelectMany(p => p.Properties)];
            foreach (ResolvePropertySyntax resolve in properties.OfType<ResolvePropertySyntax>())
            {
                yield return KeyValuePair.Create(properties.OfType<AuthorityPropertySyntax>().Single().Value.Text, Principles(resolve.Principles));
            }
        }
    }

    private static ImmutableArray<Principle> Principles(ImmutableArray<ReferenceSyntax> names) => [.. names.Select(p => Enum.Parse<Principle>(p.Text, ignoreCase: true))];

    private static IEnumerable<AttributeModel> ClocksOf(string @event)
    {
        (string hours, string months, string workingDays) = Clocks.Names(@event);
        return new[] { hours, months, workingDays }.Select(name => new AttributeModel(name, AttributeType.Count, Chosen: true));
    }

    private IEnumerable<T> Declared<T>()
        where T : DeclarationSyntax => _trees.SelectMany(t => t.Declarations).Select(d => d.Node).OfType<T>();

    private AttributeModel Attribute(AttributeSyntax attribute)
    {
        string type = attribute.TypeName.Text;
        return type switch
        {
            _ when attribute.IsSet => new AttributeModel(attribute.Name.Text, AttributeType.Leaves, type, attribute.Chosen),
            _ when type is TaxonomyModel.Places or TaxonomyModel.Organisations || _taxonomies.Any(t => t.Name == type) => new AttributeModel(attribute.Name.Text, AttributeType.Leaf, type, attribute.Chosen),
            _ => new AttributeModel(attribute.Name.Text, Enum.Parse<AttributeType>(type, ignoreCase: true), Chosen: attribute.Chosen) { IsSelfJudged = attribute.SelfJudged },
        };
    }

    private static PartyModel Party(PartySyntax party, ClauseReader clauses) => new(party.Name.Text,
        [.. party.Adoptions.Select(a => new AdoptionModel(
            a.Framework.Text, SetReader.Day(a.Since) ?? throw new InvalidOperationException("adopts without since"), SetReader.Day(a.Until),
            SetReader.Names(a.Towards), [.. a.Reserving.Select(r => clauses.Target(a.Framework.Text, r))], SetReader.Day(a.ReservingUntil)) { ReservingFor = SetReader.Names(a.ReservingFor) })])
    {
        Invocations = [.. party.Invocations.Select(i => new InvocationModel(
            i.Leave.Text, SetReader.Names(i.For), SetReader.Day(i.Since) ?? throw new InvalidOperationException("invokes without since"), SetReader.Day(i.Until)))],
    };
}
