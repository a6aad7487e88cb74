using System.Text;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>The reading card of a symbol, in Markdown.</summary>
internal static class SymbolHover
{
    public static string Markdown(Symbol symbol, Workspace workspace, ReadingView view, Func<string, string>? conflictsOf = null)
    {
        var card = new StringBuilder();
        card.Append("**").Append(symbol is ClauseSymbol clause ? clause.QualifiedName : symbol.Name).Append("**");
        if (symbol.Title is { Length: > 0 } title)
        {
            card.Append(" — ").Append(Escape(title));
        }

        card.Append("  \n").Append('*').Append(WithoutArticle(symbol.Kind)).Append('*');
        IEnumerable<string> comment = ClauseStatus.Without(symbol.Documentation) is { } documentation
            ? [EscapeButAddresses(documentation)]
            : [];
        foreach (string line in symbol is ClauseSymbol read
            ? ClauseHover.Lines(read, workspace, view).Concat(comment).Concat(ClauseHover.Conflicts(read, workspace, view, conflictsOf))
            : Lines(symbol, workspace, view).Concat(comment))
        {
            card.Append("\n\n").Append(line);
        }

        return card.ToString();
    }

    private static IEnumerable<string> Lines(Symbol symbol, Workspace workspace, ReadingView view) => symbol switch
    {
        NodeSymbol node => Node(node, workspace.Model),
        BlocSymbol bloc => Bloc(bloc, view),
        AttributeSymbol attribute =>
            [attribute.Chosen ? "Chosen: the actor who has to comply decides it." : "Given: a fact of the situation."],
        FrameworkSymbol framework => Framework(framework, workspace.Model, view),
        DefineSymbol define => Define(define),
        OrganisationSymbol organisation =>
            organisation.Under.IsEmpty ? [] : [$"Under {string.Join(", ", organisation.Under.Select(o => o.Name))}."],
        PartySymbol party =>
            party.Adoptions.Select(
            a => $"Adopts {a.Framework.Name} since {a.Since}{(a.Until is { } until ? $" until {until}" : string.Empty)}."),
        _ => [],
    };

    private static IEnumerable<string> Node(NodeSymbol node, SemanticModel model)
    {
        var path = new List<string> { node.Name };
        for (NodeSymbol? parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            path.Insert(0, parent.Name);
        }

        if (path.Count > 1)
        {
            yield return string.Join(" › ", path);
        }

        if (node.Parents.Count > 1)
        {
            yield return $"Also below {string.Join(", ", node.Parents.Skip(1).Select(p => p.Name))}.";
        }

        if (node.Children.Count > 0)
        {
            yield return $"Includes {string.Join(", ", node.Children.Select(c => c.Name))}.";
        }

        if (node.Opposes is { } opposes)
        {
            yield return $"Opposes {opposes.Name}.";
        }

        if (node.Iri is { } iri)
        {
            yield return $"<{iri}>";
        }

        foreach (BlocSymbol bloc in node.Taxonomy.IsJurisdictions ? model.Blocs : [])
        {
            foreach (MembershipPeriod period in BlocMembership.PeriodsOf(bloc).Where(p => ReferenceEquals(p.Place, node)))
            {
                yield return $"{bloc.Name}{Period(period.Since, period.Until)}"
                    + $"{(period.IsConditional ? ", under a condition" : string.Empty)}";
            }
        }
    }

    private static IEnumerable<string> Bloc(BlocSymbol bloc, ReadingView view)
    {
        if (bloc.Supranational)
        {
            yield return "Supranational: its law stands above its members' law.";
        }

        if (view.AsOf is { } day)
        {
            ImmutableArray<MembershipPeriod> members = Territory.Members(bloc, day);
            yield return $"On {day}: {WireNames.Count(members.Length, "place")}{(members.IsEmpty ? string.Empty : ": ")}"
                + string.Join(", ", members.Select(p => Named(p)));
            yield break;
        }

        ImmutableArray<MembershipPeriod> periods = BlocMembership.PeriodsOf(bloc);
        yield return string.Join(", ", periods.Select(p => Named(p, Period(p.Since, p.Until))));
    }

    /// <summary>A member as it is listed: its name, when it is one, and whether only under a condition.</summary>
    public static string Named(MembershipPeriod member, string period = "") =>
        member.Place.Name + period + (member.IsConditional ? " (under a condition)" : string.Empty);

    private static IEnumerable<string> Define(DefineSymbol define)
    {
        string text = define.Location.Text.Content;
        int end = text.IndexOf('\n', define.Location.Span.End);
        string lines = text.Substring(define.Location.Span.Start, (end < 0 ? text.Length : end) - define.Location.Span.Start);
        yield return $"> {Escape(lines.TrimEnd())}";
    }

    private static IEnumerable<string> Framework(FrameworkSymbol framework, SemanticModel model, ReadingView view)
    {
        if (framework.Citation is { } citation)
        {
            yield return Escape(citation);
        }

        yield return $"{framework.Rank} of {framework.Authority?.Name ?? "no authority"}, {Force(framework.Force)}; "
            + $"{framework.Clauses.Length} clauses.";
        if (ClauseHover.Viewpoint(framework, model, view) is { } viewpoint)
        {
            yield return viewpoint;
        }

        if (framework.Source is { } source)
        {
            yield return $"<{source}>";
        }
    }

    public static string Force(ImmutableArray<DayRange> force) =>
        force.IsEmpty
            ? "a draft, not in force"
            : $"in force{string.Join(" and", force.Select(Period))}";

    private static string Period(DayRange range) =>
        Period(range.From == CalendarDay.First ? null : range.From, range.Until == CalendarDay.Last ? null : range.Until);

    private static string Period(CalendarDay? since, CalendarDay? until) =>
        $"{(since is { } from ? $" since {from}" : string.Empty)}{(until is { } to ? $" until {to}" : string.Empty)}";

    private static string WithoutArticle(string kind) => kind.Substring(kind.IndexOf(' ') + 1);

    /// <summary>A comment: addresses in angle brackets stay what they are in Markdown too, links.</summary>
    private static string EscapeButAddresses(string text)
    {
        var escaped = new StringBuilder();
        int from = 0;
        foreach (TextSpan address in LawSources.AddressesIn(text))
        {
            escaped.Append(Escape(text.Substring(from, address.Start - 1 - from))).Append('<')
                .Append(text, address.Start, address.Length).Append('>');
            from = address.End + 1;
        }

        return escaped.Append(Escape(text.Substring(from))).ToString();
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if ("\\`*_[]<>#|".IndexOf(c) >= 0)
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
