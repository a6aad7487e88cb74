using PolicyLang.Conflicts;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>Whom an instrument binds.</summary>
internal static class Viewpoints
{
    /// <summary>The jurisdiction, bloc or organisation of a name; null where nothing is called so.</summary>
    public static Symbol? Find(SemanticModel model, string? name) => name is null ? null
        : model.Organisations.FirstOrDefault(o => o.Name == name)
        ?? model.Jurisdictions.Find(name)
        ?? (Symbol?)model.Blocs.FirstOrDefault(b => b.Name == name);

    /// <summary>Whether a framework binds somebody on a day; without a day, on any.</summary>
    public static bool Binds(SemanticModel model, FrameworkSymbol framework, Symbol who, CalendarDay? day) =>
        (framework.Authority is { } authority && Covers(authority, who, day))
        || model.Parties.Any(p => p.Place is { } place && Covers(place, who, day)
            && p.Adoptions.Any(a => ReferenceEquals(a.Framework, framework)
                && (day is not { } on || (on >= a.Since && (a.Until is not { } until || on <= until)))))
        || (framework.Parties is BoundListSet { Outside: false } parties && parties.Members.Any(m => Covers(m, who, day)));

    /// <summary>Whether a conflict concerns the reader: some law in it binds whoever the reader reads for. Without a viewpoint every one
    /// does.</summary>
    public static bool Concerns(SemanticModel model, Conflict conflict, ReadingView view) =>
        Find(model, view.Viewpoint) is not { } who
        || model.Frameworks.Any(f => conflict.Clauses.Any(c => c.StartsWith(f.Name + ".", StringComparison.Ordinal))
            && Binds(model, f, who, view.AsOf));

    // The law of a place binds what lies in it, a bloc's law its members.
    private static bool Covers(Symbol order, Symbol who, CalendarDay? day) => ReferenceEquals(order, who) || (order, who) switch
    {
        (_, OrganisationSymbol organisation) => organisation.Under.Any(under => Covers(order, under, day)),
        (NodeSymbol place, NodeSymbol node) => node.IsWithin(place),
        (BlocSymbol bloc, NodeSymbol node) =>
            BlocMembership.PeriodsOf(bloc).Any(p => node.IsWithin(p.Place) && (day is not { } on || p.Covers(on))),
        _ => false,
    };
}
