using System.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>In which cases one rule prevails over another, principle by principle.</summary>
public sealed class Precedences(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    // What the lower clause concedes holds always; what the upper one claims, where its order reaches that of the lower one.
    private readonly HashSet<(ClauseSymbol Upper, ClauseSymbol Lower)> _conceded =
        [.. book.Model.Precedence.Where(e => e.Claim.Relation == NameListKind.SubjectTo).Select(e => (e.Upper, e.Lower))];

    private readonly HashSet<(ClauseSymbol Upper, ClauseSymbol Lower)> _claimed =
        [.. book.Model.Precedence.Where(e => e.Claim.Relation is not (NameListKind.Invoking or NameListKind.SubjectTo)).Select(e => (e.Upper, e.Lower))];

    private readonly Dictionary<(Symbol Upper, Symbol Lower), Region> _above = [];

    /// <summary>The principles, strongest first.</summary>
    public ImmutableArray<Principle> Principles => book.Model.Principles;

    /// <summary>The cases in which <paramref name="upper"/> prevails over <paramref name="lower"/>, an opposing rule, by a principle.</summary>
    public Region Cases(Principle principle, Rule upper, Rule lower) => Cases(principle, upper, lower, Hierarchy.Full);

    internal Region Cases(Principle principle, Rule upper, Rule lower, Hierarchy hierarchy)
    {
        // What only should be done takes nothing from what is law.
        if (upper.IsSoft && !lower.IsSoft)
        {
            return _regions.Empty;
        }

        if (principle == Principle.Explicit)
        {
            return _conceded.Contains((upper.Clause, lower.Clause)) ? _regions.Full
                : _claimed.Contains((upper.Clause, lower.Clause)) ? ReferenceEquals(upper.Order, lower.Order) ? _regions.Full : Above(upper.Order, lower.Order)
                : Invoked(upper, lower);
        }

        // An exemption reaches only what it names; a weak permission never a prohibition of its own order.
        if (upper.Modality == RuleModality.Exemption || (upper.IsWeak && ReferenceEquals(upper.Order, lower.Order)))
        {
            return _regions.Empty;
        }

        return principle switch
        {
            Principle.Superior => hierarchy == Hierarchy.WithinOrders && (upper.IsGuarantee || !ReferenceEquals(upper.Order, lower.Order)) ? _regions.Empty : Superior(upper, lower),
            Principle.Specialis => When(IsMoreSpecial(upper, lower)),
            Principle.Posterior => When(IsLater(upper, lower)),
            _ => throw new UnreachableException(),
        };
    }

    // A clause that invokes an exception of a treaty prevails over the guarantees of that treaty wherever the exception speaks.
    private Region Invoked(Rule upper, Rule lower)
    {
        if (upper.IsLawMaking || !lower.IsGuarantee)
        {
            return _regions.Empty;
        }

        IEnumerable<Rule> exceptions = upper.Clause.Precedences
            .Where(p => p.Relation == NameListKind.Invoking)
            .SelectMany(p => p.Clauses)
            .Where(c => ReferenceEquals(c.Framework, lower.Clause.Framework))
            .SelectMany(book.Of)
            .Where(r => !r.IsLawMaking || (ReferenceEquals(r.Party, lower.Party) && (r.Judged is null || ReferenceEquals(r.Judged, lower.Judged))));
        return _regions.Union(exceptions.Select(r => r.Region).ToList());
    }

    /// <summary>Whether one rule might prevail over an opposing one by some principle, as far as can be told without their regions.</summary>
    internal bool MayPrevail(Rule upper, Rule lower) =>
        (!upper.IsSoft || lower.IsSoft)
        && (ReferenceEquals(upper.Order, lower.Order)
            || upper.Clause.Precedences.Any(p => p.Relation == NameListKind.Invoking)
            || _conceded.Contains((upper.Clause, lower.Clause))
            || _claimed.Contains((upper.Clause, lower.Clause))
            || !Superior(upper, lower).IsEmpty);

    private Region When(bool holds) => holds ? _regions.Full : _regions.Empty;

    private Region Superior(Rule upper, Rule lower)
    {
        if (ReferenceEquals(upper.Order, lower.Order))
        {
            return When(upper.Rank < lower.Rank);
        }

        // What merely permits reaches no other order.
        bool reaches = upper.IsGuarantee || upper.Modality is RuleModality.Prohibition or RuleModality.Obligation;
        return reaches ? Above(upper.Order, lower.Order) : _regions.Empty;
    }

    /// <summary>The cases in which one legal order stands above another: membership of a supranational bloc depends on the date.</summary>
    public Region Above(Symbol upper, Symbol lower)
    {
        if (!_above.TryGetValue((upper, lower), out Region? region))
        {
            region = lower switch
            {
                NodeSymbol place when upper is BlocSymbol { Supranational: true } bloc => book.Compiler.Contains(bloc, place.Index),
                OrganisationSymbol organisation => _regions.Union(LegalOrders.Above(organisation)
                    .Select(order => ReferenceEquals(order, upper) ? _regions.Full : order is OrganisationSymbol ? _regions.Empty : Above(upper, order)).ToList()),
                _ => _regions.Empty,
            };
            _above.Add((upper, lower), region);
        }

        return region;
    }

    private bool IsMoreSpecial(Rule upper, Rule lower) =>
        ReferenceEquals(upper.Order, lower.Order) && upper.Rank == lower.Rank
        && !ReferenceEquals(upper.Timeless, lower.Timeless) && _regions.Contains(lower.Timeless, upper.Timeless);

    private static bool IsLater(Rule upper, Rule lower) =>
        ReferenceEquals(upper.Order, lower.Order)
        && (ReferenceEquals(upper.Clause.Framework, lower.Clause.Framework) || upper.Clause.Framework.Replaces.Contains(lower.Clause.Framework))
        && Start(upper) > Start(lower);

    private static Text.CalendarDay Start(Rule rule) => rule.Clause.Force.Min(r => r.From);
}
