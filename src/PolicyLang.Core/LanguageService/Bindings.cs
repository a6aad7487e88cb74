using PolicyLang.Diagnostics;
using PolicyLang.Repairs;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>Compares what names mean before and after an edit: an edit of names may change the words of a text, never its
/// meaning.</summary>
/// <param name="before">The workspace before.</param>
/// <param name="after">The workspace after.</param>
/// <param name="edits">What lies between the two.</param>
internal sealed class Bindings(Workspace before, Workspace after, ImmutableArray<FileEdit> edits)
{
    private readonly ILookup<string, TextEdit> _edits = edits.OrderBy(e => e.Edit.Span.Start).ToLookup(e => e.File, e => e.Edit);

    /// <summary>Where a name stands that means another thing than before, or means something or nothing only now; null where all names
    /// mean what they meant.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Location? FirstChanged(CancellationToken cancellation) => FirstChanged(onlyToOther: false, cancellation);

    /// <summary>Where a name stands, outside of the edits, that meant one thing and means another: nothing would tell of it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Location? FirstTakenOver(CancellationToken cancellation) => FirstChanged(onlyToOther: true, cancellation);

    private Location? FirstChanged(bool onlyToOther, CancellationToken cancellation)
    {
        Dictionary<Place, (Location Location, HashSet<Meaning> Meanings)> then = Collect(before.GetModel(cancellation), moved: true);
        Dictionary<Place, (Location Location, HashSet<Meaning> Meanings)> now = Collect(after.GetModel(cancellation), moved: false);
        foreach (KeyValuePair<Place, (Location Location, HashSet<Meaning> Meanings)> name in then)
        {
            if (now.TryGetValue(name.Key, out (Location Location, HashSet<Meaning> Meanings) same)
                ? !same.Meanings.SetEquals(name.Value.Meanings)
                : !onlyToOther)
            {
                return name.Value.Location;
            }
        }

        return onlyToOther
            ? null
            : now.Where(name => !then.ContainsKey(name.Key)).Select(name => name.Value.Location).FirstOrDefault();
    }

    private Dictionary<Place, (Location Location, HashSet<Meaning> Meanings)> Collect(SemanticModel model, bool moved)
    {
        var all = new Dictionary<Place, (Location Location, HashSet<Meaning> Meanings)>();
        foreach (NameReference name in model.References)
        {
            if (PlaceOf(name.Location, moved) is not { } place)
            {
                continue;
            }

            if (!all.TryGetValue(place, out (Location Location, HashSet<Meaning> Meanings) known))
            {
                all[place] = known = (name.Location, []);
            }

            Place? declared = name.Symbol.Location.File is { Length: 0 } ? null : PlaceOf(name.Symbol.Location, moved);
            known.Meanings.Add(new Meaning(name.Symbol.GetType(), declared, declared is null ? name.Symbol.Name : string.Empty));
        }

        return all;
    }

    // Where a name stands after the edits; null if they replace more than it.
    private Place? PlaceOf(Location location, bool moved)
    {
        int start = location.Span.Start;
        int length = location.Span.Length;
        int shift = 0;
        foreach (TextEdit edit in moved ? _edits[location.File] : [])
        {
            if (edit.Span == location.Span)
            {
                length = edit.NewText.Length;
            }
            else if (edit.Span.End <= start)
            {
                shift += edit.NewText.Length - edit.Span.Length;
            }
            else if (edit.Span.Start < start + location.Span.Length)
            {
                return null;
            }
        }

        return new Place(location.File, start + shift, length);
    }

    private readonly record struct Place(string File, int Start, int Length);

    private readonly record struct Meaning(Type Kind, Place? Declared, string Name);
}
