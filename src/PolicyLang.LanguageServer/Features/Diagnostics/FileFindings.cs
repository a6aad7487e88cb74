using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PolicyLang.Conflicts;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;
using CoreSeverity = PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>
/// The findings of every file of a snapshot, in the protocol's terms. What did not change since the last snapshot is the same array, so
/// that after an edit only a few files have to be written anew.
/// </summary>
internal sealed class FileFindings(IServerHost host)
{
    private readonly Lock _gate = new();
    private readonly ConditionalWeakTable<object, Memory> _memories = [];

    public ClientFeatures Client { get; set; } = ClientFeatures.Read(null);

    /// <summary>Whether each conflict is told by itself, and not in groups.</summary>
    public bool EachConflict { get; set; }

    /// <summary>Whose conflicts are told, and for which day.</summary>
    public ReadingView View { get; set; } = ReadingView.Default;

    /// <summary>The findings of a snapshot as they are shown; conflicts are put into groups once for each snapshot.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ShownFindings Shown(Snapshot snapshot, CancellationToken cancellation)
    {
        ImmutableSortedDictionary<string, ImmutableArray<CoreDiagnostic>> found = snapshot.Workspace.GetDiagnosticsByFile(cancellation);
        ImmutableArray<Conflict> conflicts = snapshot.Workspace.GetOpenConflicts(cancellation);
        ReadingView view = View;
        Memory memory = _memories.GetOrCreateValue(snapshot.Origin);
        lock (_gate)
        {
            if (memory.Shown is { } known && known.Snapshot == snapshot.Number && known.Each == EachConflict && known.View == view)
            {
                return known.Findings;
            }

            bool each = EachConflict;
            var shown = new ShownFindings(Concerning(found, snapshot, view), conflicts, each, memory.Shown?.Findings);
            memory.Shown = (snapshot.Number, each, view, shown);
            return shown;
        }
    }

    // Conflicts of law that binds only others are no problems of the reader.
    private static ImmutableSortedDictionary<string, ImmutableArray<CoreDiagnostic>> Concerning(
        ImmutableSortedDictionary<string, ImmutableArray<CoreDiagnostic>> found, Snapshot snapshot, ReadingView view)
    {
        if (Viewpoints.Find(snapshot.Workspace.Model, view.Viewpoint) is null)
        {
            return found;
        }

        var files = found.ToBuilder();
        foreach ((string file, ImmutableArray<CoreDiagnostic> all) in found)
        {
            ImmutableArray<CoreDiagnostic> told =
            [
                .. all.Where(d => d.Subject is not Conflict conflict || Viewpoints.Concerns(snapshot.Workspace.Model, conflict, view)),
            ];
            if (told.Length < all.Length)
            {
                files[file] = told;
            }
        }

        return files.ToImmutable();
    }

    /// <summary>One message for each file of which something is to be said, or that is open.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public List<PublishDiagnosticsParams> Collect(Snapshot snapshot, CancellationToken cancellation)
    {
        ShownFindings shown = Shown(snapshot, cancellation);
        ImmutableSortedDictionary<string, ImmutableArray<CoreDiagnostic>> found = shown.ByFile;
        var problems = snapshot.Problems.ToLookup(problem => problem.Location.File);
        var mapper = new DiagnosticMapper(snapshot, Client, host, shown);
        // Findings name other files too, under the addresses that the client has for them.
        var addresses = snapshot.Open.Values.Select(document => document.Uri).ToImmutableHashSet(StringComparer.Ordinal);
        Memory memory = _memories.GetOrCreateValue(snapshot.Origin);
        Sayings last = Volatile.Read(ref memory.Last);
        Dictionary<string, Said> known = addresses.SetEquals(last.Addresses) ? last.Files : [];
        var now = new Dictionary<string, Said>(found.Count, StringComparer.Ordinal);
        var files = new List<PublishDiagnosticsParams>(found.Count);
        foreach (string file in found.Keys.Union(problems.Select(group => group.Key)).Union(snapshot.Open.Keys))
        {
            ImmutableArray<CoreDiagnostic> own = found.GetValueOrDefault(file, []);
            string uri = mapper.UriOf(file);
            OpenDocument? document = snapshot.Open.GetValueOrDefault(file);
            Said? before = problems.Contains(file) || !known.TryGetValue(file, out Said? written)
                || !ReferenceEquals(written.Client, Client) ? null : written;
            Said said = before is not null && before.Found == own ? before : Say(own, problems[file], document is not null, before, mapper);
            now[file] = said;
            if (document is not null || !said.Diagnostics.IsEmpty)
            {
                files.Add(new PublishDiagnosticsParams(uri, said.Diagnostics, document?.Version));
            }
        }

        Volatile.Write(ref memory.Last, new Sayings(addresses, now));
        return files;
    }

    /// <summary>The same findings have the same id.</summary>
    public static string IdOf(ImmutableArray<Diagnostic> findings)
    {
        byte[] text =
            JsonSerializer.SerializeToUtf8Bytes(
            new PublishDiagnosticsParams(string.Empty, findings), LspJson.Default.PublishDiagnosticsParams);
        ulong hash = 14695981039346656037;
        foreach (byte b in text)
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    // Hints are visible only in open texts, and change with every error.
    private Said Say(
        ImmutableArray<CoreDiagnostic> found, IEnumerable<CoreDiagnostic> problems, bool open, Said? before, DiagnosticMapper mapper)
    {
        ImmutableArray<CoreDiagnostic> shown = [.. found.Where(d => open || d.Severity > CoreSeverity.Hint), .. problems];
        return before is not null && before.Shown.AsSpan().SequenceEqual(shown.AsSpan(), ReferenceEqualityComparer.Instance)
            ? before with { Found = found }
            : new Said(found, shown, Client, [.. shown.Select(mapper.Map)]);
    }

    private sealed record Said(ImmutableArray<CoreDiagnostic> Found, ImmutableArray<CoreDiagnostic> Shown, ClientFeatures Client,
        ImmutableArray<Diagnostic> Diagnostics);

    // What was said last of a project.
    private sealed class Memory
    {
        public Sayings Last = new([], []);

        public (long Snapshot, bool Each, ReadingView View, ShownFindings Findings)? Shown { get; set; }
    }

    private sealed record Sayings(ImmutableHashSet<string> Addresses, Dictionary<string, Said> Files);
}
