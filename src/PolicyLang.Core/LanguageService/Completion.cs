using System.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>What a proposal is.</summary>
internal enum ProposalKind
{
    Keyword,
    Place,
    Vocabulary,
    Attribute,
    Definition,
    Clause,
    Framework,

    /// <summary>An article of the instrument that is rendered.</summary>
    Article,
}

/// <summary>A word that fits at a place.</summary>
/// <param name="Label">What is written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">A few words about it.</param>
/// <param name="Symbol">What it names; null for a word of the language.</param>
internal sealed record Proposal(string Label, ProposalKind Kind, string Detail, Symbol? Symbol)
{
    /// <summary>A skeleton with places to fill in, in the protocol's snippet syntax; null for the label alone.</summary>
    public string? Snippet { get; init; }

    /// <summary>What it takes the place of; null for the word that is being typed.</summary>
    public TextSpan? Replaces { get; init; }

    /// <summary>What is compared with the typed text in place of the label; null for the label.</summary>
    public string? FilterText { get; init; }

    /// <summary>Whether it belongs to an instrument that another has replaced.</summary>
    public bool IsDeprecated { get; init; }
}

/// <summary>Proposes what may stand at a place, by the slot that it is in.</summary>
internal static class Completion
{
    private static readonly string[] TopLevel =
        ["framework", "uses", "scenario", "check", "acknowledge conflict between", "define", "attribute", "taxonomy", "bloc",
        "jurisdiction", "party", "organisation", "list", "assume", "resolve conflicts by"];
    private static readonly string[] Members =
        [.. ClauseKinds.All.Select(k => k.Word), "citation", "source", "authority", "rank", "adopted", "in force from", "aims", "parties",
        "replaces", "repeals", "implements", "resolve conflicts by"];
    private static readonly string[] Modalities = ["may", "may only", "must", "must not", "need not", "should", "should not"];
    private static readonly string[] LawModalities =
        ["must allow", "must not prohibit", "must not require", "must prohibit", "must require", "may prohibit", "may require",
        "should allow", "should not prohibit", "should not require", "should prohibit", "should require"];
    private static readonly string[] ScenarioSlots =
        ["from", "collected in", "to", "in", "for", "against", "on", "under", "where", "expect"];
    private static readonly string[] Principles = ["superior", "specialis", "posterior"];
    private static readonly string[] SimpleTypes = ["flag", "count", "date"];
    private static readonly string[] Ranks = ["constitution", "treaty", "statute", "regulation", "decision", "guideline", "policy"];

    /// <summary>The proposals for an offset, the likeliest first; the client filters by what is typed.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<Proposal> CompleteAt(
        Workspace workspace, SyntaxTree tree, int offset, CancellationToken cancellation = default)
    {
        if (CommentPlaces.Has(tree, offset))
        {
            return [];
        }

        if (Articles.ProposalsAt(tree, offset) is { } articles)
        {
            return [.. articles];
        }

        IReadOnlyDictionary<Symbol, int> use = UseIn(workspace.Model, tree.File);
        IEnumerable<Proposal> ForSlotAt(int place) => ForSlot(workspace, use, CompletionSlot.FindAt(tree, place), cancellation);
        return
        [
            .. ForSlotAt(offset).GroupBy(p => p.Label).Select(g => g.First()),
            .. Synonyms.FindAt(tree, offset, ForSlotAt).GroupBy(p => (p.Label, p.Replaces)).Select(g => g.First()),
        ];
    }

    // How often the file names something.
    private static Dictionary<Symbol, int> UseIn(SemanticModel model, string file) =>
        model.ReferencesIn(file).GroupBy(r => r.Symbol).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>What documentation a proposal has: the reading card of what it names; null for a word of the language.</summary>
    public static string? Document(Workspace workspace, string label, ProposalKind kind, ReadingView view)
    {
        // The client sends the kind back, and may send any number.
        if (kind is < ProposalKind.Keyword or > ProposalKind.Article)
        {
            return null;
        }

        SemanticModel model = workspace.Model;
        Symbol? symbol = kind switch
        {
            ProposalKind.Clause => model.Clauses.FirstOrDefault(c => c.QualifiedName == label || c.Name == label),
            ProposalKind.Framework => model.Frameworks.FirstOrDefault(f => f.Name == label),
            ProposalKind.Attribute => model.Attribute(label),
            ProposalKind.Definition => model.Defines.FirstOrDefault(d => d.Name == label),
            ProposalKind.Place =>
                model.Blocs.FirstOrDefault(b => b.Name == label) ?? model.Jurisdictions.Find(label)
                ?? (Symbol?)model.Organisations.FirstOrDefault(o => o.Name == label),
            ProposalKind.Vocabulary => model.Taxonomies.Values.Select(t => t.Find(label)).FirstOrDefault(n => n is not null),
            ProposalKind.Keyword or ProposalKind.Article => null,
            _ => throw new UnreachableException(),
        };
        return symbol is not null ? SymbolHover.Markdown(symbol, workspace, view)
            : kind == ProposalKind.Framework ? OfLibrary(workspace, label, view)
            : null;
    }

    // What nobody uses yet is read to tell about it.
    private static string? OfLibrary(Workspace workspace, string framework, ReadingView view)
    {
        if (workspace.Law.Catalog is not { } catalog || catalog.FileOf(framework) is null)
        {
            return null;
        }

        Workspace alone = Workspace.Empty.With(catalog).With("card.policy", $"uses {framework}\n");
        return alone.Model.Frameworks.FirstOrDefault(f => f.Name == framework) is { } found
            ? SymbolHover.Markdown(found, alone, view)
            : null;
    }

    // Within one sort of thing, what the file names most comes first; places before roles.
    private static IEnumerable<Proposal> ForSlot(
        Workspace workspace, IReadOnlyDictionary<Symbol, int> use, CompletionSlot slot, CancellationToken cancellation) =>
        slot.Offers.SelectMany(offer => (offer.Kind == SlotKind.Conflicting
                ? Conflicting(workspace, slot.Words, cancellation)
                : ForOffer(workspace.Model, slot, offer)
                    .OrderBy(p => offer.Kind == SlotKind.Recipient && p.Kind == ProposalKind.Vocabulary)
                    .ThenByDescending(p => p.Symbol is { } symbol && use.TryGetValue(symbol, out int times) ? times : 0))
            .Concat(Words(offer.Words)));

    private static IEnumerable<Proposal> Conflicting(Workspace workspace, SlotWords words, CancellationToken cancellation)
    {
        HashSet<string> named = words.NamesIn("acknowledge conflict between");
        return workspace.GetOpenConflicts(cancellation)
            .Where(c => c.IsOpen && named.IsSubsetOf(c.Clauses))
            .Select(c => (Conflict: c, Label: string.Join(" and ", c.Clauses.Where(name => !named.Contains(name)))))
            .Where(c => c.Label.Length > 0)
            .Select(c => new Proposal(c.Label, ProposalKind.Clause, c.Conflict.Message, null)
            {
                Snippet = $"{c.Label}\n  because \"$1\"$0",
            });
    }

    private static IEnumerable<Proposal> ForOffer(SemanticModel model, CompletionSlot slot, SlotOffer offer) => offer.Kind switch
    {
        SlotKind.TopLevel => Words(TopLevel),
        SlotKind.Member => Words(Members.Where(m => ClauseKinds.InfoOf(m) is not null || !slot.Words.Has(m))),
        SlotKind.Subject => Nodes(model, BuiltInAttributes.Actor).Concat(Organisations(model)),
        SlotKind.Role => Nodes(model, BuiltInAttributes.Actor),
        SlotKind.Modality => Words(Modalities),
        SlotKind.LawModality => Words(LawModalities),
        SlotKind.Verb => Nodes(model, BuiltInAttributes.Action),
        SlotKind.Object => Nodes(model, BuiltInAttributes.Data).Concat(Nodes(model, BuiltInAttributes.Target)).Concat(Words(["any"])),
        SlotKind.Modifier =>
            Modifiers.All.Where(m => Fits(m, slot.Words))
                .SelectMany(m => Words([m.Words])
                    .Select(p => m.Form == ModifierForm.InForceFrom ? p with { Detail = m.Hint ?? p.Detail } : p)),
        SlotKind.ScenarioSlot => Words(ScenarioSlots.Where(s => s == "expect" || !slot.Words.Has(s))),
        SlotKind.Place => Places(model, slot.Words.Has("parties")),
        SlotKind.Jurisdiction => model.Jurisdictions.Nodes.Select(n => ForOffer(n, ProposalKind.Place, n.Title ?? string.Empty)),
        SlotKind.Region => Regions(model),
        SlotKind.Home => Places(model, false).Concat(Organisations(model)).Concat(Words(["any organisation"])),
        SlotKind.Recipient => Places(model, slot.Words.Has("parties")).Concat(Nodes(model, BuiltInAttributes.Recipient)),
        SlotKind.Purpose => Nodes(model, BuiltInAttributes.Purpose),
        SlotKind.Target => Nodes(model, BuiltInAttributes.Target),
        SlotKind.Condition => Conditions(model),
        SlotKind.Comparison => Words(Comparisons(model.Attribute(offer.Of ?? string.Empty)?.Type)),
        SlotKind.Event =>
            model.Attributes.Where(a => a.Type == AttributeType.Flag).Select(a => ForOffer(a, ProposalKind.Attribute, a.Title ?? a.Kind)),
        SlotKind.Value =>
            model.Attribute(offer.Of ?? string.Empty) is { Taxonomy.IsJurisdictions: true }
            ? Places(model, false)
            : Nodes(model, offer.Of ?? string.Empty),
        SlotKind.Node =>
            model.Taxonomies.TryGetValue(offer.Of ?? string.Empty, out TaxonomySymbol? listed)
            ? listed.Nodes.Select(n => ForOffer(n, ProposalKind.Vocabulary, n.Title ?? n.Kind))
            : [],
        SlotKind.Term => Places(model, false).Concat(model.Attributes.Select(a => a.Name).SelectMany(a => Nodes(model, a))),
        SlotKind.ClauseName => Clauses(model, slot),
        SlotKind.ClauseOf =>
            model.Clauses.Where(c => c.Framework.Name == offer.Of)
            .Select(c => new Proposal(c.Name, ProposalKind.Clause, c.Title ?? c.Cites ?? c.Kind, c)),
        SlotKind.Framework =>
            model.Frameworks.Where(f => f.Name != slot.Framework).Select(f => ForOffer(f, ProposalKind.Framework, f.Title ?? f.Kind)),
        SlotKind.LibraryFramework =>
            (model.Vocabulary.Library?.Files ?? []).SelectMany(f => f.Frameworks).Where(f => !slot.Words.Has(f.Name))
                .Select(f => new Proposal(f.Name, ProposalKind.Framework, f.Title ?? string.Empty, null)),
        SlotKind.Authority => Organisations(model).Concat(Regions(model)),
        SlotKind.Rank => Words(Ranks),
        SlotKind.Principle => Words(Principles.Where(p => !slot.Words.Has(p))),
        SlotKind.Aim =>
            model.Taxonomies.TryGetValue("aim", out TaxonomySymbol? aims)
            ? aims.Nodes.Select(n => ForOffer(n, ProposalKind.Vocabulary, n.Title ?? n.Kind))
            : [],
        SlotKind.AttributeType =>
            Words(SimpleTypes)
            .Concat(model.Taxonomies.Values.OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => ForOffer(t, ProposalKind.Vocabulary, t.Title ?? t.Kind))),
        SlotKind.None or SlotKind.Word or SlotKind.Conflicting => [],
        _ => throw new UnreachableException(),
    };

    // "in" and "outside" are part of other modifiers too; "until" follows "in force from".
    private static bool Fits(ModifierInfo modifier, SlotWords words) =>
        modifier.Form is ModifierForm.In or ModifierForm.Outside
        || (modifier.Form != ModifierForm.InForceUntil
            && (modifier.Form != ModifierForm.Under || words.Kind(0) == TokenKind.CheckWord)
            && (modifier.IsRepeatable || !words.Has(modifier.Words)));

    private static IEnumerable<Proposal> Organisations(SemanticModel model) =>
        model.Organisations.Select(o => ForOffer(o, ProposalKind.Place, o.Title ?? o.Kind));

    private static IEnumerable<Proposal> Regions(SemanticModel model) => Places(model, false).Where(p => p.Symbol is not null);

    // How an attribute of a type is asked about.
    private static string[] Comparisons(AttributeType? type) => type switch
    {
        AttributeType.Node => ["is"],
        AttributeType.NodeSet => ["include"],
        AttributeType.Count or AttributeType.Date => [">=", "<=", ">", "<", "="],
        AttributeType.Flag or null => [],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<Proposal> Words(IEnumerable<string> words) =>
        words.Select(w => new Proposal(w, ProposalKind.Keyword, WordMeanings.Find(w) ?? string.Empty, null) { Snippet = Snippets.Find(w) });

    private static Proposal ForOffer(Symbol symbol, ProposalKind kind, string detail) => new(symbol.Name, kind, detail, symbol);

    private static IEnumerable<Proposal> Nodes(SemanticModel model, string attribute)
    {
        TaxonomySymbol? taxonomy = model.Attribute(attribute)?.Taxonomy;
        IEnumerable<Proposal> nodes =
            taxonomy?.Nodes.Select(n =>
            ForOffer(n, taxonomy.IsJurisdictions ? ProposalKind.Place : ProposalKind.Vocabulary, n.Title ?? n.Parent?.Name ?? string.Empty))
            ?? [];
        return nodes.Concat(model.Defines.Where(d => !d.IsCondition && taxonomy is not null && ReferenceEquals(d.Taxonomy, taxonomy))
            .Select(d => ForOffer(d, ProposalKind.Definition, d.Kind)));
    }

    private static IEnumerable<Proposal> Places(SemanticModel model, bool law) =>
        Words(law ? ["own territory", "another party", "any party", "anywhere", "outside"] : ["anywhere", "outside"])
            .Concat(model.Blocs.Select(b => ForOffer(b, ProposalKind.Place, b.Title ?? b.Kind)))
            .Concat(model.Jurisdictions.Nodes.Select(n => ForOffer(n, ProposalKind.Place, n.Title ?? string.Empty)));

    private static IEnumerable<Proposal> Conditions(SemanticModel model) =>
        model.Attributes.Where(a => a.Type == AttributeType.Flag).Select(a => ForOffer(a, ProposalKind.Attribute, a.Title ?? a.Kind))
            .Concat(model.Defines.Where(d => d.IsCondition).Select(d => ForOffer(d, ProposalKind.Definition, d.Kind)))
            .Concat(model.Attributes.Where(a => a.Type != AttributeType.Flag)
                .Select(a => ForOffer(a, ProposalKind.Attribute, a.Title ?? a.Kind)))
            .Concat(Words(["not"]));

    // Names within the framework are short; clauses already named, or this one, are not proposed.
    private static IEnumerable<Proposal> Clauses(SemanticModel model, CompletionSlot slot)
    {
        HashSet<FrameworkSymbol> replaced = [.. model.Frameworks.SelectMany(f => f.Replaces)];
        HashSet<string> named = slot.Words.NamesInList();
        string speaker = Keywords.StartsClause(slot.Words.Kind(0)) ? $"{slot.Framework}.{slot.Words.Text(1)}" : string.Empty;
        return model.Clauses.Where(c => c.QualifiedName != speaker).OrderBy(c => c.Framework.Name == slot.Framework ? 0 : 1)
            .Select(c => new Proposal(c.Framework.Name == slot.Framework ? c.Name : c.QualifiedName, ProposalKind.Clause,
                c.Title ?? c.Cites ?? c.Kind, c) { IsDeprecated = replaced.Contains(c.Framework) })
            .Where(p => !named.Contains(p.Label));
    }
}
