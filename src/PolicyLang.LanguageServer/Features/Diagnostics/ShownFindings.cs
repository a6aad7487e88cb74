using System.Runtime.InteropServices;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>The findings of a snapshot as they are shown: conflicts in groups, or each by itself.</summary>
internal sealed class ShownFindings
{
    private readonly Dictionary<CoreDiagnostic, ShownGroup> _groups = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CoreDiagnostic, Conflict> _conflicts = new(ReferenceEqualityComparer.Instance);

    /// <param name="found">The findings of each file.</param>
    /// <param name="conflicts">The conflicts among them.</param>
    /// <param name="each">Whether each conflict is shown by itself.</param>
    /// <param name="before">What was shown of an earlier snapshot; what is the same is taken from it.</param>
    public ShownFindings(ImmutableSortedDictionary<string, ImmutableArray<CoreDiagnostic>> found, ImmutableArray<Conflict> conflicts,
        bool each, ShownFindings? before)
    {
        Dictionary<Conflict, CoreDiagnostic> reports = Reports(found, conflicts);
        if (each || reports.Count == 0)
        {
            foreach ((Conflict conflict, CoreDiagnostic report) in reports)
            {
                _conflicts.Add(report, conflict);
            }

            ByFile = found;
            return;
        }

        ImmutableArray<ShownGroup> groups =
            [.. ConflictGrouping.Group(conflicts.Where(reports.ContainsKey)).Select(group => Show(group, reports, before))];
        foreach (ShownGroup group in groups)
        {
            foreach (CoreDiagnostic member in group.Members)
            {
                _groups.Add(member, group);
            }

            _conflicts.Add(group.Shown, group.First);
        }

        ByFile = Arrange(found, groups, before);
    }

    /// <summary>The findings of each file that has some, in the order of their places; what is as it was is the same array.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<CoreDiagnostic>> ByFile { get; }

    /// <summary>As which finding one is shown: that of its group, or itself.</summary>
    public CoreDiagnostic Present(CoreDiagnostic found) => _groups.TryGetValue(found, out ShownGroup? group) ? group.Shown : found;

    /// <summary>The conflict that a shown finding tells, or by which it shows a group; null for any other finding.</summary>
    public Conflict? ConflictOf(CoreDiagnostic shown) => _conflicts.GetValueOrDefault(shown);

    private static Dictionary<Conflict, CoreDiagnostic> Reports(
        ImmutableSortedDictionary<string, ImmutableArray<CoreDiagnostic>> found, ImmutableArray<Conflict> conflicts)
    {
        var shown = new HashSet<Conflict>(conflicts, ReferenceEqualityComparer.Instance);
        var reports = new Dictionary<Conflict, CoreDiagnostic>(ReferenceEqualityComparer.Instance);
        foreach (CoreDiagnostic finding in shown.Count == 0 ? [] : found.Values.SelectMany(file => file))
        {
            if (finding.Subject is Conflict conflict && shown.Contains(conflict))
            {
                reports.Add(conflict, finding);
            }
        }

        return reports;
    }

    private static ShownGroup Show(ConflictGroup group, Dictionary<Conflict, CoreDiagnostic> reports, ShownFindings? before)
    {
        ImmutableArray<CoreDiagnostic> members = [.. group.Conflicts.Select(conflict => reports[conflict])];
        return before is not null && before._groups.TryGetValue(members[0], out ShownGroup? known)
            && known.Members.AsSpan().SequenceEqual(members.AsSpan(), ReferenceEqualityComparer.Instance)
            ? known
            : ShownGroup.Create(group, members);
    }

    private ImmutableSortedDictionary<string, ImmutableArray<CoreDiagnostic>> Arrange(
        ImmutableSortedDictionary<string, ImmutableArray<CoreDiagnostic>> found, ImmutableArray<ShownGroup> groups, ShownFindings? before)
    {
        ILookup<string, CoreDiagnostic> shown = groups.Select(group => group.Shown).ToLookup(finding => finding.Location.File);
        var files = found.ToBuilder();
        foreach (string file in found.Where(file => file.Value.Any(_groups.ContainsKey)).Select(file => file.Key)
            .Union(shown.Select(file => file.Key)))
        {
            List<CoreDiagnostic> now =
                [.. found.GetValueOrDefault(file, []).Where(finding => !_groups.ContainsKey(finding)), .. shown[file]];
            if (shown.Contains(file))
            {
                now.Sort(CoreDiagnostic.Compare);
            }

            if (now.Count == 0)
            {
                files.Remove(file);
                continue;
            }

            ImmutableArray<CoreDiagnostic> last = before?.ByFile.GetValueOrDefault(file, []) ?? [];
            files[file] = last.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(now), ReferenceEqualityComparer.Instance) ? last : [.. now];
        }

        return files.ToImmutable();
    }
}
