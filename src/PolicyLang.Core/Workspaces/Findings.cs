using PolicyLang.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.Workspaces;

/// <summary>Every finding of a snapshot, file by file. The findings of a file that are those of the snapshot before are the same
/// array.</summary>
internal sealed class Findings
{
    private static readonly SameFinding Comparer = new();
    private ImmutableArray<Diagnostic> _all;

    /// <param name="all">The findings, in any order.</param>
    /// <param name="parts">What was said of the clauses of each file.</param>
    /// <param name="before">The findings of the snapshot before.</param>
    public Findings(IEnumerable<Diagnostic> all, Dictionary<BoundFile, PartFindings> parts, Findings? before)
    {
        Parts = parts;
        var files = new SortedDictionary<string, List<Diagnostic>>(StringComparer.Ordinal);
        foreach (Diagnostic diagnostic in all)
        {
            if (!files.TryGetValue(diagnostic.Location.File, out List<Diagnostic>? file))
            {
                files.Add(diagnostic.Location.File, file = []);
            }

            file.Add(diagnostic);
        }

        ByFile = files.ToImmutableSortedDictionary(f => f.Key, f => InFile(f.Key, f.Value, before), StringComparer.Ordinal);
    }

    /// <summary>The findings of each file that has some, in the order of their places.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Diagnostic>> ByFile { get; }

    /// <summary>All findings, sorted.</summary>
    public ImmutableArray<Diagnostic> All => _all.IsDefault ? _all = [.. ByFile.Values.SelectMany(f => f)] : _all;

    /// <summary>What was said of the clauses of each file, for the next snapshot to take over.</summary>
    public Dictionary<BoundFile, PartFindings> Parts { get; }

    private static ImmutableArray<Diagnostic> InFile(string file, List<Diagnostic> found, Findings? before)
    {
        found.Sort(Diagnostic.Compare);
        return before is not null && before.ByFile.TryGetValue(file, out ImmutableArray<Diagnostic> known)
            && known.SequenceEqual(found, Comparer) ? known : [.. found];
    }

    // A witness may differ under an equal report; unchanged conflicts are the same object.
    private sealed class SameFinding : EqualityComparer<Diagnostic>
    {
        public override bool Equals(Diagnostic? x, Diagnostic? y) =>
            ReferenceEquals(x, y) || (x is not null && x.Equals(y) && x.Descriptor.Category != DiagnosticCategory.Conflict);

        public override int GetHashCode(Diagnostic obj) => obj.Location.Span.Start;
    }
}
