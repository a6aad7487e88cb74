using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>What a line above a declaration tells.</summary>
internal enum LensKind
{
    /// <summary>The conflicts of a clause.</summary>
    Conflicts,

    /// <summary>Which clauses a clause overrides, and which override it.</summary>
    Overrides,

    /// <summary>Runs a scenario or proves a check.</summary>
    Run,

    /// <summary>How many destinations a framework speaks of.</summary>
    Destinations,
}

/// <summary>A place for a line above a declaration; what it says is found out when it is looked at.</summary>
/// <param name="Span">The declaration's name.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Subject">The qualified name of the clause, the name of the framework, or the number of the scenario or check in its
/// file.</param>
internal sealed record Lens(TextSpan Span, LensKind Kind, string Subject);

/// <summary>Lines above declarations that have something to say.</summary>
internal static class CodeLenses
{
    /// <summary>The places; where conflicts are not known yet, they are waited for.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<Lens> Find(Workspace workspace, SyntaxTree tree, ReadingView view, CancellationToken cancellation) =>
    [
        .. tree.Frameworks.Where(f => !f.Head.Node.Name.IsMissing).SelectMany(Framework)
            .Where(SaysSomething(workspace, view, cancellation)),
        .. tree.Declarations.Where(d => d.Node is ScenarioSyntax or CheckSyntax)
            .Select(d => new Lens(d.Absolute(d.Node.Span), LensKind.Run,
            d.Absolute(d.Node.Span).Start.ToString(System.Globalization.CultureInfo.InvariantCulture))),
    ];

    /// <summary>The conflicts of a clause that concern the reader.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<Conflict> ConflictsOf(Workspace workspace, string clause, ReadingView view, CancellationToken cancellation)
    {
        return
        [
            .. workspace.GetOpenConflicts(cancellation)
                .Where(c => c.Clauses.Contains(clause) && Viewpoints.Concerns(workspace.Model, c, view)),
        ];
    }

    /// <summary>How many conflicts wait for somebody, and how many are acknowledged; null where it is none.</summary>
    public static string? CountConflicts(IEnumerable<Conflict> conflicts)
    {
        ILookup<bool, Conflict> all = conflicts.Where(c => c.IsOpen || c.Status == ConflictStatus.Acknowledged).ToLookup(c => c.IsOpen);
        int open = all[true].Count();
        int acknowledged = all[false].Count();
        return (open, acknowledged) switch
        {
            (0, 0) => null,
            (_, 0) => WireNames.Count(open, "conflict"),
            (0, _) => WireNames.Count(acknowledged, "acknowledged conflict"),
            _ => $"{WireNames.Count(open, "conflict")}, {acknowledged} acknowledged",
        };
    }

    /// <summary>What the lens about overriding says; null where no clause has the name, and where it neither overrides nor
    /// yields.</summary>
    public static string? Overriding(SemanticModel model, string clause)
    {
        if (model.Clauses.FirstOrDefault(c => c.QualifiedName == clause) is not { } symbol)
        {
            return null;
        }

        int above = Overrides.SaidAbove(model, symbol).Select(o => o.Clause).Distinct().Count();
        int below = Overrides.SaidBelow(model, symbol).Select(o => o.Clause).Distinct().Count();
        return (above, below) switch
        {
            (0, 0) => null,
            (0, _) => $"overrides {WireNames.Count(below, "clause")}",
            (_, 0) => $"yields to {WireNames.Count(above, "clause")}",
            _ => $"overrides {WireNames.Count(below, "clause")}, yields to {WireNames.Count(above, "clause")}",
        };
    }

    /// <summary>How many jurisdictions the transfers of a framework may go to, or may not; null where no framework has the name, and where
    /// it speaks of none.</summary>
    public static string? Destinations(SemanticModel model, string framework, ReadingView view)
    {
        if (model.Frameworks.FirstOrDefault(f => f.Name == framework) is not { } symbol)
        {
            return null;
        }

        CalendarDay? day = view.AsOf ?? (symbol.Force.IsEmpty ? null : symbol.Force[symbol.Force.Length - 1].From);
        var places = new HashSet<NodeSymbol>(symbol.Clauses.SelectMany(c => Territory.PlacesOf(c.Meaning?.To, model, day)));
        return places.Count == 0 ? null : $"covers {places.Count} of "
            + $"{WireNames.Count(model.Jurisdictions.NodeCount, "destination")}{(day is { } on ? $" on {on}" : string.Empty)}";
    }

    private static Func<Lens, bool> SaysSomething(Workspace workspace, ReadingView view, CancellationToken cancellation)
    {
        SemanticModel model = workspace.Model;
        ILookup<string, Conflict> conflicts = workspace.GetOpenConflicts(cancellation).Where(c => Viewpoints.Concerns(model, c, view))
            .SelectMany(c => c.Clauses, (conflict, clause) => (conflict, clause))
            .ToLookup(c => c.clause, c => c.conflict, StringComparer.Ordinal);
        return lens => lens.Kind switch
        {
            LensKind.Conflicts => CountConflicts(conflicts[lens.Subject]) is not null,
            LensKind.Overrides => Overriding(model, lens.Subject) is not null,
            LensKind.Destinations => Destinations(model, lens.Subject, view) is not null,
            LensKind.Run => true,
            _ => throw new UnreachableException(),
        };
    }

    private static IEnumerable<Lens> Framework(FrameworkUnit unit)
    {
        string name = unit.Head.Node.Name.Text;
        yield return new Lens(unit.Head.Absolute(unit.Head.Node.Name.Span), LensKind.Destinations, name);
        foreach (PositionedNode<FrameworkMemberSyntax> member in unit.Members)
        {
            if (member.Node is ClauseSyntax { Name.IsMissing: false } clause)
            {
                TextSpan span = member.Absolute(clause.Name.Span);
                yield return new Lens(span, LensKind.Conflicts, $"{name}.{clause.Name.Text}");
                yield return new Lens(span, LensKind.Overrides, $"{name}.{clause.Name.Text}");
            }
        }
    }
}
