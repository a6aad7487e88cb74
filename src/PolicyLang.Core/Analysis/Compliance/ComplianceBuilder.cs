using PolicyLang.Conflicts;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Compliance;

/// <summary>Puts the conflicts of the law of parties with a treaty into a table.</summary>
/// <param name="book">The rules.</param>
/// <param name="conflicts">The conflicts that precedence does not resolve.</param>
internal sealed class ComplianceBuilder(RuleBook book, ImmutableArray<Conflict> conflicts)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <param name="treaty">The treaty.</param>
    /// <param name="on">The day that is asked about; null for all.</param>
    public ComplianceMatrix Build(FrameworkSymbol treaty, CalendarDay? on)
    {
        Region days = on is { } day ? book.Compiler.Days(new DayRange(day, day)) : _regions.Full;
        days = treaty.IsDraft ? days : _regions.And(days, _regions.Union([.. treaty.Force.Select(book.Compiler.Days)]));
        ImmutableArray<ClauseSymbol> articles = [.. treaty.Clauses.Where(Asks)];
        ImmutableArray<TreatyParty> parties = book.Parties.Parties(treaty);
        var places = new HashSet<string>(parties.Select(p => p.Place.Name), StringComparer.Ordinal);
        ImmutableArray<Conflict> about =
        [
            .. conflicts.Where(c => c.Kind is ConflictKind.TreatyBreach or ConflictKind.MissingTransposition && c.Sides.Length > 0)
                .OrderBy(c => c.Fingerprint, StringComparer.Ordinal),
        ];
        return new ComplianceMatrix(
            treaty.Name,
            [.. articles.Select(a => new TreatyArticle(a.Name, a.Syntax.Node.Title?.Value))],
            [.. parties.Select(p => Row(p, articles, about, places, days, on))],
            treaty.Clauses.Length - articles.Length);
    }

    private static bool Asks(ClauseSymbol clause) => clause.Meaning is
    {
        LawModality: LawModality.MustAllow or LawModality.MustNotProhibit or LawModality.MustNotRequire
            or LawModality.MustProhibit or LawModality.MustRequire
    };

    private ComplianceRow Row(TreatyParty party, ImmutableArray<ClauseSymbol> articles, ImmutableArray<Conflict> about,
        HashSet<string> places, Region days, CalendarDay? on)
    {
        Region bound = _regions.And(days, book.Parties.BoundDays(party));
        ImmutableArray<Symbol> members = party.Place is BlocSymbol
            ? [.. book.Parties.Members(party).Where(m => _regions.Overlaps(m.Cases, bound)).Select(m => m.Member)]
            : [];
        var names = new HashSet<string>(
            members.Select(m => m.Name).Where(n => !places.Contains(n)).Append(party.Place.Name), StringComparer.Ordinal);
        ImmutableArray<Symbol> orders =
            [.. book.Parties.LawOf(party).Where(l => _regions.Overlaps(l.Days, bound)).Select(l => l.Order)];
        ImmutableArray<string> law =
        [
            .. book.Model.Frameworks
                .Where(f => !f.IsDraft && f.Authority is { } authority && orders.Contains(authority)
                    && f.Clauses.Any(c => c.Meaning?.Modality is not null))
                .Select(f => f.Name),
        ];
        ImmutableArray<Conflict> own = [.. about.Where(c => c.Parties.Any(p => names.Contains(p.Party) && Concerns(p, on)))];
        return new ComplianceRow(
            party.Place.Name,
            TitleOf(party.Place),
            members.Length,
            law,
            [.. articles.Select(a => Cell(a, party, own, bound) with { HasLaw = !orders.IsEmpty })]);
    }

    private ComplianceCell Cell(ClauseSymbol article, TreatyParty party, ImmutableArray<Conflict> own, Region bound)
    {
        Region reserved = _regions.And(bound, book.Parties.Reserved(article, party));
        ImmutableArray<Conflict> here = [.. own.Where(c => c.Sides[0].Clauses.Contains(article.QualifiedName))];
        return new ComplianceCell(
            [.. here.Where(c => c.Kind == ConflictKind.TreatyBreach)],
            [.. here.Where(c => c.Kind == ConflictKind.MissingTransposition)])
        {
            IsBound = !bound.IsEmpty,
            IsReserved = !bound.IsEmpty && _regions.Contains(reserved, bound),
            IsPartlyReserved = !reserved.IsEmpty && !_regions.Contains(reserved, bound),
        };
    }

    private static bool Concerns(ConcernedParty party, CalendarDay? on) => on is not { } day || party.Days.Any(d => d.Contains(day));

    private static string TitleOf(Symbol place) => place switch
    {
        NodeSymbol node => node.Title ?? node.Name,
        BlocSymbol bloc => bloc.Title ?? bloc.Name,
        _ => place.Name,
    };
}
