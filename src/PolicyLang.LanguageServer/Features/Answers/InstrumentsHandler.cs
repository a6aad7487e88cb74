using PolicyLang.Conflicts;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;
using Symbol = PolicyLang.Semantics.Symbol;

namespace PolicyLang.LanguageServer.Features.Answers;

/// <summary><c>policy/instruments</c>: the frameworks and legal orders that the other requests can be asked about.</summary>
internal sealed class InstrumentsHandler(FeatureServices services) : AnswerHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => AnswersJson.Default,
        static (services, rpc) => rpc.Add("policy/instruments", new InstrumentsHandler(services).List));

    public Task<InstrumentList> List(InstrumentsParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot =>
        {
            SemanticModel model = snapshot.Workspace.GetModel(cancellation);
            OwnLaw own = snapshot.Workspace.GetOwnLaw(cancellation);
            ImmutableArray<Instrument> all = Instruments.List(snapshot.Workspace, cancellation);
            ImmutableArray<Conflict>? known = request.Breaches ? snapshot.Workspace.GetOpenConflicts(cancellation) : null;
            return new InstrumentList(
                [.. all.Select(i => Item(i, own.Contains(i.Framework), model.IsUsedLaw(i.Framework), Breaches(i.Framework, known)))],
                [.. all.Select(i => i.Framework.Authority).OfType<Symbol>().DistinctBy(o => o.Name)
                    .OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => new NamedItem(o.Name, o.Title ?? o.Name))],
                own.OwnsAll);
        },
        cancellation);

    private static int? Breaches(FrameworkSymbol treaty, ImmutableArray<Conflict>? known) => known?
        .Where(c => c.Kind == ConflictKind.TreatyBreach && c.Sides.Take(1).SelectMany(s => s.Clauses)
            .Intersect(treaty.Clauses.Select(clause => clause.QualifiedName)).Any())
        .Sum(c => c.Parties.Length);

    private static InstrumentItem Item(Instrument instrument, bool mine, bool library, int? breaches)
    {
        FrameworkSymbol framework = instrument.Framework;
        return new InstrumentItem(
            framework.Name,
            framework.Title ?? framework.Name,
            framework.Authority?.Name,
            instrument.Asks,
            mine,
            library,
            instrument.Parties,
            [.. framework.Clauses.Select(c => new NamedItem(c.QualifiedName, c.Title ?? c.QualifiedName))],
            breaches);
    }
}
