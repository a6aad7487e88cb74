using System.Text;
using PolicyLang.Conflicts;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>The reading card of a symbol, in Markdown.</summary>
internal static class SymbolCard
{
    public static string Markdown(Symbol symbol, Workspace workspace)
    {
        var card = new StringBuilder();
        card.Append("**").Append(symbol is ClauseSymbol clause ? clause.QualifiedName : symbol.Name).Append("**");
        if (symbol.Title is { Length: > 0 } title)
        {
            card.Append(" — ").Append(Escape(title));
        }

        card.Append("  \n").Append('*').Append(WithoutArticle(symbol.Kind)).Append('*');
        foreach (string line in Lines(symbol, workspace))
        {
            card.Append("\n\n").Append(line);
        }

        if (symbol.Documentation is { Length: > 0 } documentation)
        {
            card.Append("\n\n").Append(Escape(documentation));
        }

        return card.ToString();
    }

    private static IEnumerable<string> Lines(Symbol symbol, Workspace workspace) => symbol switch
    {
        NodeSymbol node => Node(node, workspace.Model),
        BlocSymbol bloc => Bloc(bloc),
        AttributeSymbol attribute => [attribute.Chosen ? "Chosen: the actor who has to comply decides it." : "Given: a fact of the situation."],
        FrameworkSymbol framework => Framework(framework),
        ClauseSymbol clause => Clause(clause, workspace),
        OrganisationSymbol organisation => organisation.Under.IsEmpty ? [] : [$"Under {string.Join(", ", organisation.Under.Select(o => o.Name))}."],
        PartySymbol party => party.Adoptions.Select(a => $"Adopts {a.Framework.Name} since {a.Since}{(a.Until is { } until ? $" until {until}" : string.Empty)}."),
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
            foreach (MembershipPeriod period in BlocMembership.Of(bloc).Where(p => ReferenceEquals(p.Place, node)))
            {
                yield return $"{bloc.Name}{Period(period.Since, period.Until)}{(period.IsConditional ? ", under a condition" : string.Empty)}";
            }
        }
    }

    private static IEnumerable<string> Bloc(BlocSymbol bloc)
    {
        if (bloc.Supranational)
        {
            yield return "Supranational: its law stands above its members' law.";
        }

        ImmutableArray<MembershipPeriod> periods = BlocMembership.Of(bloc);
        yield return $"{string.Join(", ", periods.Select(p => p.Place.Name + Period(p.Since, p.Until) + (p.IsConditional ? " (under a condition)" : string.Empty)))}";
    }

    private static IEnumerable<string> Framework(FrameworkSymbol framework)
    {
        if (framework.Citation is { } citation)
        {
            yield return Escape(citation);
        }

        yield return $"{framework.Rank} of {framework.Authority?.Name ?? "no authority"}, {Force(framework.Force)}; {framework.Clauses.Length} clauses.";
        if (framework.Source is { } source)
        {
            yield return $"<{source}>";
        }
    }

    private static IEnumerable<string> Clause(ClauseSymbol clause, Workspace workspace)
    {
        string text = string.Join(" ", clause.Whole.Text.Slice(clause.Whole.Span).Split(['{'], 2).Last().TrimEnd('}', ' ', '\n', '\r').Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        yield return $"> {Escape(text)}";
        yield return $"{(clause.Cites is { } cites ? $"{Escape(cites)}, " : string.Empty)}{Force(clause.Force)}.";
        foreach (Conflict conflict in workspace.OpenConflicts.Where(c => c.Clauses.Contains(clause.QualifiedName)))
        {
            yield return $"{conflict.Descriptor.Code} ({conflict.Status.ToString().ToLowerInvariant()}): {Escape(conflict.Message)}";
        }
    }

    private static string Force(ImmutableArray<DayRange> force) =>
        force.IsEmpty ? "a draft, not in force" : $"in force{string.Join(" and", force.Select(r => Period(r.From == CalendarDay.First ? null : r.From, r.Until == CalendarDay.Last ? null : r.Until)))}";

    private static string Period(CalendarDay? since, CalendarDay? until) =>
        $"{(since is { } from ? $" since {from}" : string.Empty)}{(until is { } to ? $" until {to}" : string.Empty)}";

    private static string WithoutArticle(string kind) => kind.Substring(kind.IndexOf(' ') + 1);

    private static string Escape(string text)
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
