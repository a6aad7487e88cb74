using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using Symbol = PolicyLang.Semantics.Symbol;

namespace PolicyLang.LanguageServer.Features.Answers;

/// <summary><c>policy/instruments</c>: the frameworks and legal orders that the other requests can be asked about.</summary>
internal sealed class InstrumentsHandler(FeatureServices services) : AnswerHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => AnswersJson.Default,
        static (services, rpc) => rpc.Add("policy/instruments", new InstrumentsHandler(services).List));

    public Task<InstrumentList> List(WorkbenchParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot =>
        {
            ImmutableArray<Instrument> all = Instruments.List(snapshot.Workspace, cancellation);
            return new InstrumentList(
                [.. all.Select(Item)],
                [.. all.Select(i => i.Framework.Authority).OfType<Symbol>().DistinctBy(o => o.Name)
                    .OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => new NamedItem(o.Name, o.Title ?? o.Name))]);
        },
        cancellation);

    private static InstrumentItem Item(Instrument instrument)
    {
        FrameworkSymbol framework = instrument.Framework;
        return new InstrumentItem(
            framework.Name,
            framework.Title ?? framework.Name,
            framework.Authority?.Name,
            instrument.Asks,
            instrument.Parties,
            [.. framework.Clauses.Select(c => new NamedItem(c.QualifiedName, c.Title ?? c.QualifiedName))]);
    }
}
