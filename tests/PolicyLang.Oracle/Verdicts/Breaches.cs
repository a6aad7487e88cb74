using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Section 8: law of a party that breaks an instrument (PL4005).</summary>
internal sealed class Breaches(Court court)
{
    /// <summary>Of a guarantee and a measure, or of a prohibition and a permission.</summary>
    public IEnumerable<Finding> Of(Rule g, Rule s)
    {
        if (g.IsGuarantee && !s.IsLawMaking && g.Opposes(s))
        {
            return Guarantees(g, s).Select(f => f with { Parties = [g.Part.Party?.Name ?? ""], OwedTo = court.Instruments.OwedTo(g) });
        }

        bool forbids = g.Kind == RuleKind.Prohibition && s.Kind == RuleKind.Permission && !s.IsWeak && g.Order != s.Order;
        return forbids ? court.Instruments.Forbidden(g, s.Order).SelectMany(b => Permissions(g, s, b).Select(f => f with { Parties = b.Names })) : [];
    }

    private IEnumerable<Finding> Guarantees(Rule g, Rule s)
    {
        bool Excused(Judgement j) => court.Precedence.IsExcused(g, s, j.Case);
        bool Open(Judgement j) => j.StandsAlone(g) && j.StandsAlone(s) && !Excused(j);
        bool StruckDown(Judgement j) => court.Precedence.UsesSuperior && (!g.IsSoft || s.IsSoft) && g.Order != s.Order && court.Precedence.Orders.Above(g.Order, s.Order)(j.Case);
        Judgement[] remaining = [.. court.Judgements.Where(j => Open(j) && !StruckDown(j))];
        bool soft = g.IsSoft || s.IsSoft;
        string code = soft ? "PL4009" : "PL4005";
        if (remaining.Length > 0)
        {
            string status = !soft && court.Rules.Any(l => Excuses(l, g, s, remaining)) ? "excusable" : "unresolved";
            yield return new Finding(code, status, [g, s], (_, j) => Open(j) && !StruckDown(j)) { Excuses = [.. Leaves(g, s, remaining)] };
        }
        else if (court.Judgements.Any(Open))
        {
            yield return new Finding(code, "resolved", [g, s], (_, j) => Open(j)) { IsResolvedByMembership = true };
        }
        else if (court.Judgements.Any(j => g.Applies(j.Case) && s.Applies(j.Case) && !Excused(j)))
        {
            yield return new Finding(code, "resolved", [g, s], (_, j) => g.Applies(j.Case) && s.Applies(j.Case) && !Excused(j));
        }
    }

    // All that have a part of it in their region, taken without what they ask for.
    private IEnumerable<(string Leave, bool IsWhole)> Leaves(Rule g, Rule s, Judgement[] remaining) =>
        court.Rules.Where(l => Meaning.Excuses.IsLeaveFrom(l, g, s) && l.Part.Bare is not null).GroupBy(l => l.Clause)
            .Select(rules => (rules.Key, Reached: remaining.Count(j => rules.Any(l => l.InForce(j.Case) && l.Part.Binds(j.Case) && l.Part.Bare?.Invoke(j.Case) == true))))
            .Where(l => l.Reached > 0).Select(l => (l.Key, l.Reached == remaining.Length));

    // A leave that would excuse all of it, were what it asks for so; not one that asks for nothing but what its user judges by himself.
    private bool Excuses(Rule leave, Rule g, Rule s, Judgement[] remaining) =>
        Meaning.Excuses.IsLeaveFrom(leave, g, s) && leave.Part is { Bare: { } bare, Invoked: { } invoked }
        && remaining.All(j => leave.InForce(j.Case) && leave.Part.Binds(j.Case) && bare(j.Case))
        && court.Judgements.Any(j => bare(j.Case) && !invoked(j.Case));

    private IEnumerable<Finding> Permissions(Rule q, Rule p, Bound party)
    {
        Func<Case, bool> isLaw = party.IsLaw(p.Order);
        bool Open(Judgement j) => party.IsBound(j.Case) && isLaw(j.Case) && j.StandsAlone(q) && j.StandsAlone(p);
        bool Decided(Judgement j) => court.Precedence.UsesSuperior && (!q.IsSoft || p.IsSoft) && court.Precedence.Orders.Above(q.Order, p.Order)(j.Case);
        if (court.Judgements.Any(j => Open(j) && !Decided(j)))
        {
            yield return new Finding(q.IsSoft || p.IsSoft ? "PL4009" : "PL4005", "unresolved", [q, p], (_, j) => Open(j) && !Decided(j));
        }
        else if (court.Judgements.Any(Open))
        {
            yield return new Finding("PL4005", "resolved", [q, p], (_, j) => Open(j));
        }
    }
}
