using System.Text.Json.Nodes;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary>What the requests of an editor's views share.</summary>
internal abstract class WorkbenchHandler(FeatureServices services) : FeatureHandler(services)
{
    /// <summary>The answer of a document's project; without a document, one of each project.</summary>
    protected async Task<T[]> OfProjects<T>(string? uri, Func<Snapshot, T> find, CancellationToken cancellation) => uri is null
        ? await Each(find, cancellation).ConfigureAwait(false)
        : [await Answer(uri, find, cancellation).ConfigureAwait(false)];

    /// <summary>The places of clauses by their qualified names; a name that no clause has is left out.</summary>
    protected ImmutableArray<ClausePlace> Places(Snapshot snapshot, IEnumerable<string> clauses)
    {
        ILookup<string, ClauseSymbol> known = snapshot.Workspace.Model.Clauses.ToLookup(c => c.QualifiedName, StringComparer.Ordinal);
        return [.. clauses.SelectMany(name => known[name].Take(1)).Select(clause => Place(snapshot, clause)).OfType<ClausePlace>()];
    }

    protected ClausePlace? Place(Snapshot snapshot, ClauseSymbol clause) =>
        Map(snapshot, clause.Location) is { } place ? new ClausePlace(clause.QualifiedName, clause.Title, place.Uri, place.Range) : null;

    /// <summary>An error of the request with a sentence for its user.</summary>
    protected static LocalRpcException Refuse(string sentence) => new(sentence) { ErrorCode = (int)JsonRpcErrorCode.InvalidParams };

    /// <summary>The message of the first error that may hide rules; null where there is none.</summary>
    protected static string? FirstHiding(Workspace workspace, CancellationToken cancellation) =>
        workspace.GetHidingErrors(cancellation: cancellation).FirstOrDefault()?.Message;

    /// <summary>Refuses where errors may hide rules.</summary>
    protected static void RequireSound(Workspace workspace, string what, CancellationToken cancellation)
    {
        if (FirstHiding(workspace, cancellation) is { } error)
        {
            throw Refuse($"{what} cannot be asked about while it has errors that may hide rules. The first: {error}");
        }
    }

    /// <summary>The answer, or why there is none.</summary>
    protected static T Needed<T>(T? answer, ImmutableArray<Problem> problems)
        where T : class => answer is not null && problems.IsEmpty ? answer : throw Refuse(string.Join(" ", problems));

    /// <summary>The day that is meant; null for none.</summary>
    protected static CalendarDay? Day(string? text) => text is null ? null
        : CalendarDay.TryParse(text, out CalendarDay day) ? day
        : throw Refuse($"'{text}' is not a date; write it as YYYY-MM-DD, for example 2025-01-31.");

    /// <summary>A case as an object, as <c>policyc conflicts --format json</c> has it.</summary>
    protected static JsonObject Json(CaseFacts facts)
    {
        var json = new JsonObject();
        foreach (Fact fact in facts.Facts)
        {
            json.Add(fact.Attribute, fact.Value switch
            {
                FlagValue flag => JsonValue.Create(flag.Value),
                CountValue count => JsonValue.Create(count.Value),
                SetValue set => new JsonArray([.. set.Names.Select(name => JsonValue.Create(name))]),
                _ => JsonValue.Create(CaseSentence.Say(fact.Value)),
            });
        }

        return json;
    }

    /// <summary>The text of a stretch of a file, blanks folded.</summary>
    protected static string Words(Text.Location location) =>
        string.Join(' ', location.Text.Slice(location.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
