using System.Globalization;
using System.Text.Json.Serialization;
using PolicyLang.Analysis;
using PolicyLang.Analysis.Routes;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageServer.Reports;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/matrix</c> and <c>policy/vocabulary</c>: transfers between places, and the names to choose from.</summary>
internal sealed class MatrixHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => MatrixJson.Default,
        static (services, rpc) =>
        {
            var handler = new MatrixHandler(services);
            rpc.Add("policy/vocabulary", handler.Vocabulary);
            rpc.Add("policy/matrix", handler.Matrix);
        });

    // Beside the taxonomies: whoever the setting policy.viewpoint can name.
    private const string Viewpoint = "viewpoint";

    public Task<NameList> Vocabulary(VocabularyParams request, CancellationToken cancellation) =>
        Answer(
            request.Uri,
            snapshot => request.Kind == Viewpoint ? new NameList(Viewpoints(snapshot.Workspace.Model))
                : snapshot.Workspace.Model.Taxonomies.TryGetValue(request.Kind, out TaxonomySymbol? taxonomy)
                ? new NameList([.. taxonomy.Nodes.Select(Name)])
                : throw Refuse($"There is no taxonomy '{request.Kind}'; there are "
                    + $"{CaseSentence.List([.. snapshot.Workspace.Model.Taxonomies.Keys.Order(StringComparer.Ordinal)], "and")}."),
            cancellation);

    public Task<MatrixAnswer> Matrix(MatrixParams request, CancellationToken cancellation) =>
        Answer(
            request.Uri,
            snapshot =>
            {
                string date = request.Date ?? View.AsOf?.ToString() ?? snapshot.Workspace.Settings.AsOf?.ToString()
                    ?? Services.Clock.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                ImmutableArray<RawFact> facts =
                [
                    new(BuiltInAttributes.Date, [date]),
                    new(BuiltInAttributes.Action, ["transfer"]),
                    new(BuiltInAttributes.Actor, request.Actor ?? UsualTransfer.Actors),
                    .. Given(BuiltInAttributes.Data, request.Data),
                    .. Given(BuiltInAttributes.Purpose, request.Purpose),
                    .. Given(BuiltInAttributes.Recipient, request.Recipient),
                    .. Given(BuiltInAttributes.Organisation, request.Organisation),
                ];
                AskedCase asked = AskedCase.Read(snapshot.Workspace.Model, facts, out ImmutableArray<Problem> unasked)
                    ?? throw Refuse(string.Join(" ", unasked));
                facts = asked.Cases[0];
                TransferMatrix matrix =
                    snapshot.Workspace.Matrix(
                    facts, request.Origins ?? [], request.Destinations ?? [], out ImmutableArray<Problem> problems, cancellation)
                    ?? throw Refuse(string.Join(" ", problems));
                return new MatrixAnswer(
                    date, request.Data, request.Purpose, [.. matrix.Origins.Select(Name)], [.. matrix.Destinations.Select(Name)],
                    [.. matrix.Rows.Select(row => row.Select(cell => Cell(snapshot, cell)).ToImmutableArray())],
                    request.Organisation ?? (asked.Organisation?.Value as NodeValue)?.Name,
                    request.Actor ?? UsualTransfer.Actors,
                    request.Recipient,
                    request.Days ? Days(snapshot, facts, cancellation) : null);
            },
            cancellation);

    private static ImmutableArray<RawFact> Given(string attribute, string? value) =>
        value is null ? [] : [new RawFact(attribute, [value])];

    private static ImmutableArray<string> Days(Snapshot snapshot, ImmutableArray<RawFact> facts, CancellationToken cancellation) =>
        [.. snapshot.Workspace.MatrixDays(facts, out _, cancellation).Where(d => d > CalendarDay.First).Select(d => d.ToString())];

    private static ImmutableArray<NamedItem> Viewpoints(SemanticModel model) =>
    [
        .. model.Organisations.Select(o => new NamedItem(o.Name, o.Title ?? o.Name)),
        .. model.Blocs.Select(b => new NamedItem(b.Name, b.Title ?? b.Name)),
        .. model.Jurisdictions.Nodes.Select(Name),
    ];

    internal static NamedItem Name(NodeSymbol node) => new(node.Name, node.Title ?? node.Name);

    private static NamedItem Name(MatrixPlace place) => new(place.Name, place.Title);

    private MatrixCellItem Cell(Snapshot snapshot, MatrixCell cell) =>
        new(LanguageService.WireNames.NameOf(cell.Answer), [.. WaySentences.Sentences(
            cell.Ways.Select(new SpokenNames(snapshot.Workspace.Model).Of), CaseFacts.None)],
            Places(snapshot, cell.Clauses), cell.Ways.IsEmpty ? null : RouteCosts.Of(cell),
            cell.ByRecipient.IsEmpty ? null
                :
                [
                    .. cell.ByRecipient.Select(r =>
                        new MatrixRecipients(LanguageService.WireNames.NameOf(r.Outcome), [.. r.Roles.Select(Name)])),
                ]);
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(VocabularyParams))]
[JsonSerializable(typeof(NameList))]
[JsonSerializable(typeof(MatrixParams))]
[JsonSerializable(typeof(MatrixAnswer))]
internal sealed partial class MatrixJson : JsonSerializerContext;
