using System.Diagnostics;
using System.Text.Json.Serialization;
using System.Text.Json;
using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/ask</c>: what is left to ask of a case, and its decision once the act and its day are known.</summary>
internal sealed class AskHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => AskJson.Default,
        static (services, rpc) =>
        {
            var handler = new AskHandler(services);
            rpc.Add("policy/ask", handler.Ask);
        });

    private static readonly string[] Needed = [BuiltInAttributes.Action, BuiltInAttributes.Date];

    public Task<AskAnswer> Ask(AskParams request, CancellationToken cancellation) =>
        Answer(
            request.Uri,
            snapshot =>
            {
                (AskedCase? asked, ImmutableArray<RawFact> facts) =
                    WireCase.Read(request.Case, snapshot.Workspace.Model, out ImmutableArray<Problem> unasked);
                ImmutableArray<CaseQuestion> questions =
                    snapshot.Workspace.Questions(facts, out ImmutableArray<Problem> problems, cancellation);
                bool known = problems.IsEmpty && Needed.All(name => facts.Any(f => f.Attribute == name));
                problems = known ? unasked : problems;
                DecisionItem? decision = known && asked is not null ? Decide(snapshot, asked, facts, out problems, cancellation) : null;
                return new AskAnswer([.. questions.Select(q => Question(q, request.Case))], decision, [.. problems.Select(p => p.Message)]);
            },
            cancellation);

    private static QuestionItem Question(CaseQuestion question, IReadOnlyDictionary<string, JsonElement> known) => new(
        question.Attribute.Name,
        question.Attribute.Title ?? question.Attribute.Name.Replace('_', ' '),
        question.Attribute.Type switch
        {
            AttributeType.Flag => "boolean",
            AttributeType.Count => "number",
            AttributeType.Date => "date",
            AttributeType.Node => "choice",
            AttributeType.NodeSet => "choices",
            _ => throw new UnreachableException(),
        },
        [.. question.Choices.Select(MatrixHandler.Name)],
        known.TryGetValue(question.Attribute.Name, out JsonElement value) ? value : null,
        question.Matters,
        question.Weight);

    private DecisionItem? Decide(Snapshot snapshot, AskedCase asked, ImmutableArray<RawFact> facts, out ImmutableArray<Problem> problems,
        CancellationToken cancellation)
    {
        Workspace workspace = snapshot.Workspace;
        if (workspace.Decide(facts, out problems, cancellation) is not { } answer)
        {
            return null;
        }

        Decision decision = asked.WithAssumedOrganisation(answer);

        var names = new SpokenNames(workspace.Model);
        CaseFacts before = names.Of(new CaseFacts([.. facts.Select(fact => new Fact(fact.Attribute, new SetValue(fact.Values)))]));
        ImmutableArray<string> ways = [.. WaySentences.Sentences(decision.WaysToComply.Select(names.Of), before)];
        return new DecisionItem(
            LanguageService.WireNames.NameOf(decision.Outcome),
            Places(snapshot, decision.Applied),
            [.. decision.Defeated.SelectMany(d => Places(snapshot, [d.Clause])
                .Select(p => new DefeatedItem(p.Clause, p.Title, p.Uri, p.Range, d.By, LanguageService.WireNames.NameOf(d.Principle))))],
            [.. Places(snapshot, decision.Duties).Select(p => new DutyItem(p, Sentence(workspace, p.Clause)))],
            ways,
            DecisionReading.Write(decision, ways, names, workspace.Explain(facts, out _, cancellation) ?? []),
            [.. decision.Ways.GroupBy(w => w.Outcome)
                .SelectMany(g => WaySentences.Sentences(g.Select(w => names.Of(w.Change)), before)
                .Select(text => new WayItem(text, LanguageService.WireNames.NameOf(g.Key))))],
            [.. WaySentences.Sentences(decision.OtherGrounds.Select(names.Of), before)],
            [.. names.Of(new CaseFacts(decision.Assumed)).Facts.Select(CaseSentence.Assumption)],
            [.. decision.Advice.SelectMany(
                a => Places(snapshot, [a.Clause]).Select(place => new AdviceItem(place, LanguageService.WireNames.NameOf(a.Kind))))]);
    }

    private static string Sentence(Workspace workspace, string clause) =>
        workspace.Model.Clauses.First(c => c.QualifiedName == clause) is var symbol && symbol.Title is { } title ? title : symbol.Name;
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AskParams))]
[JsonSerializable(typeof(AskAnswer))]
internal sealed partial class AskJson : JsonSerializerContext;
