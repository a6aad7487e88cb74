using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using Names = PolicyLang.LanguageService.Navigation;
using Terms = PolicyLang.LanguageService.Hierarchies;

namespace PolicyLang.LanguageServer.Features.Hierarchies;

/// <summary>Calls are clauses that override one another; types are taxonomies, and blocs with their members on the day.</summary>
internal sealed class HierarchyHandler(FeatureServices services) : FeatureHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => HierarchyJson.Default,
        static (services, rpc) =>
        {
            var handler = new HierarchyHandler(services);
            rpc.Add("textDocument/prepareCallHierarchy", handler.PrepareCalls);
            rpc.Add("callHierarchy/incomingCalls", handler.Incoming);
            rpc.Add("callHierarchy/outgoingCalls", handler.Outgoing);
            rpc.Add("textDocument/prepareTypeHierarchy", handler.PrepareTypes);
            rpc.Add("typeHierarchy/supertypes", handler.Supertypes);
            rpc.Add("typeHierarchy/subtypes", handler.Subtypes);
        },
        new Capability("callHierarchyProvider"),
        new Capability("typeHierarchyProvider"));

    private const int Function = 12;
    private const int Class = 5;
    private const int EnumMember = 22;

    public Task<ImmutableArray<HierarchyItem>?> PrepareCalls(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<ImmutableArray<HierarchyItem>?>(
            request.TextDocument,
            (snapshot, tree) =>
                Overrides.ClauseAt(snapshot.Workspace, tree.File, Offset(tree, request.Position)) is { } clause
                && Item(snapshot, clause, clause.Title) is { } item ? [item] : null,
            null,
            cancellation);

    public Task<ImmutableArray<IncomingCall>> Incoming(HierarchyParams request, CancellationToken cancellation) =>
        Judge<ImmutableArray<IncomingCall>>(
            request.Item.Uri,
            (snapshot, either) => Clause(snapshot, request) is { } clause
                ? [.. Overrides.Above(snapshot.Workspace, clause, either)
                    .Select(o => Item(snapshot, o.Clause, o.Why) is { } item ? new IncomingCall(item, [Claim(o, o.Clause)]) : null)
                    .OfType<IncomingCall>()]
                : [],
            cancellation);

    public Task<ImmutableArray<OutgoingCall>> Outgoing(HierarchyParams request, CancellationToken cancellation) =>
        Judge<ImmutableArray<OutgoingCall>>(
            request.Item.Uri,
            (snapshot, either) => Clause(snapshot, request) is { } clause
                ? [.. Overrides.Below(snapshot.Workspace, clause, either)
                    .Select(o => Item(snapshot, o.Clause, o.Why) is { } item ? new OutgoingCall(item, [Claim(o, clause)]) : null)
                    .OfType<OutgoingCall>()]
                : [],
            cancellation);

    public Task<ImmutableArray<HierarchyItem>?> PrepareTypes(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<ImmutableArray<HierarchyItem>?>(
            request.TextDocument,
            (snapshot, tree) =>
                Names.ReferenceAt(snapshot.Workspace, tree.File, Offset(tree, request.Position)) is { } name && Terms.Has(name.Symbol)
                && Item(snapshot, name.Symbol, name.Symbol.Title) is { } item ? [item] : null,
            null,
            cancellation);

    public Task<ImmutableArray<HierarchyItem>> Supertypes(HierarchyParams request, CancellationToken cancellation) =>
        Answer(request.Item.Uri, snapshot => Term(snapshot, request) is { } term
            ? Items(snapshot, Terms.Above(snapshot.Workspace.Model, term, View.AsOf))
            : [], cancellation);

    public Task<ImmutableArray<HierarchyItem>> Subtypes(HierarchyParams request, CancellationToken cancellation) =>
        Answer(request.Item.Uri, snapshot => Term(snapshot, request) is { } term
            ? Items(snapshot, Terms.Below(snapshot.Workspace.Model, term, View.AsOf))
            : [], cancellation);

    private static ClauseSymbol? Clause(Snapshot snapshot, HierarchyParams request) =>
        snapshot.Workspace.Model.Clauses.FirstOrDefault(c => c.QualifiedName == request.Item.Data);

    private static Symbol? Term(Snapshot snapshot, HierarchyParams request)
    {
        SemanticModel model = snapshot.Workspace.Model;
        string[] name = (request.Item.Data ?? string.Empty).Split('/');
        return name switch
        {
            ["bloc", var bloc] => model.Blocs.FirstOrDefault(b => b.Name == bloc),
            ["taxonomy", var taxonomy] => model.Taxonomies.GetValueOrDefault(taxonomy),
            [var taxonomy, var node] => model.Taxonomies.GetValueOrDefault(taxonomy)?.Find(node),
            _ => null,
        };
    }

    // The words of the precedence claim, else the prevailing clause's name.
    private Protocol.Range Claim(Override found, ClauseSymbol prevailing) =>
        found.Claim is { } claim && claim.File == prevailing.Whole.File && prevailing.Whole.Span.Touches(claim.Span.Start)
            ? Range(claim.Text, claim.Span)
            : Range(prevailing.Location.Text, prevailing.Location.Span);

    private ImmutableArray<HierarchyItem> Items(Snapshot snapshot, ImmutableArray<RelatedTerm> terms) =>
        [.. terms.Select(t => Item(snapshot, t.Term, t.Detail)).OfType<HierarchyItem>()];

    // Symbols that no text declares have no place and are left out.
    private HierarchyItem? Item(Snapshot snapshot, Symbol symbol, string? detail)
    {
        if (symbol.Location.File.Length == 0 || Map(snapshot, symbol.Location) is not { } place)
        {
            return null;
        }

        Text.Location whole = symbol is ClauseSymbol clause ? clause.Whole : symbol.Location;
        (string name, int kind, string data) = symbol switch
        {
            ClauseSymbol one => (one.QualifiedName, Function, one.QualifiedName),
            BlocSymbol bloc => (bloc.Name, Class, $"bloc/{bloc.Name}"),
            TaxonomySymbol taxonomy => (taxonomy.Name, Class, $"taxonomy/{taxonomy.Name}"),
            NodeSymbol node => (node.Name, EnumMember, $"{node.Taxonomy.Name}/{node.Name}"),
            _ => (symbol.Name, Class, symbol.Name),
        };
        return new HierarchyItem(name, kind, place.Uri, Range(whole.Text, whole.Span), place.Range, detail, data);
    }
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HierarchyParams))]
[JsonSerializable(typeof(ImmutableArray<HierarchyItem>))]
[JsonSerializable(typeof(ImmutableArray<HierarchyItem>?))]
[JsonSerializable(typeof(ImmutableArray<IncomingCall>))]
[JsonSerializable(typeof(ImmutableArray<OutgoingCall>))]
internal sealed partial class HierarchyJson : JsonSerializerContext;
