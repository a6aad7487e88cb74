using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>What a careful editor would note about how one instrument stands to others.</summary>
internal sealed class FrameworkLints(SemanticModel model)
{
    /// <summary>The findings about the frameworks of some files.</summary>
    public IEnumerable<Diagnostic> Check(ISet<string> files) =>
        model.Parts.Where(p => files.Contains(p.Tree.File))
            .SelectMany(p =>
                p.Frameworks.SelectMany(f => Replaced(p, f).Concat(Repealed(p, f))
                    .Concat(f.Clauses.SelectMany(c => Claims(p, c).Concat(Status(c))))));

    private static IEnumerable<Diagnostic> Status(ClauseSymbol clause) => ClauseStatus.Of(clause) is not { IsKnown: false } status ? [] :
    [
        StyleDiagnostics.UnknownStatus.Create(
            ClauseStatus.Locate(clause),
            status.Word.Length == 0
                ? $"The comment of '{clause.QualifiedName}' says '@status' and no status."
                : $"'{status.Word}' is not a status of a clause.",
            $"Write '@status {string.Join("', '@status ", ClauseStatus.Words)}', with 'by NAME' and 'on YYYY-MM-DD' where you like."),
    ];

    // 'replaces' makes the newer law prevail only where they collide; otherwise the older still binds.
    private IEnumerable<Diagnostic> Replaced(BoundFile part, FrameworkSymbol framework) =>
        from old in framework.Replaces
        where old.Clauses.Any(c => model.Repeals.Remaining(c).Any(r => r.Until == CalendarDay.Last))
        select StyleDiagnostics.ReplacedGoesOn.Create(
            Named(part, framework, PropertyListKind.Replaces, old.Name),
            $"'{old.Name}' has no last day: what '{framework.Name}' does not contradict goes on to bind.",
            ReferenceEquals(old.Authority, framework.Authority)
                ? $"Write 'repeals {old.Name}' if it ends, or give it a last day."
                : "Give it a last day, if it ends.");

    private static IEnumerable<Diagnostic> Repealed(BoundFile part, FrameworkSymbol framework) =>
        from target in framework.Repeals
        let owner = (target as ClauseSymbol)?.Framework ?? target as FrameworkSymbol
        where owner is not null && IsAbove(owner, framework)
        let name = target.ToString()
        select Lower(part, framework, owner, Named(part, framework, PropertyListKind.Repeals, name),
            $"'{framework.Name}' is a {Word(framework)} and repeals '{name}', a {Word(owner)}.");

    private static IEnumerable<Diagnostic> Claims(BoundFile part, ClauseSymbol clause) =>
        from claim in clause.Precedences
        where claim.Relation is NameListKind.PrevailsOver or NameListKind.Notwithstanding
        let other = claim.Target as FrameworkSymbol ?? (claim.Target as ClauseSymbol)?.Framework
        where other is not null && IsAbove(other, clause.Framework)
        select Lower(part, clause.Framework, other, claim.Location,
            $"'{clause.QualifiedName}' stands in a {Word(clause.Framework)} and claims to prevail over '{claim.Target}', which stands in "
            + $"a {Word(other)}.");

    // A regulation may do so where the law that it implements lets it.
    private static bool IsAbove(FrameworkSymbol other, FrameworkSymbol own) =>
        ReferenceEquals(other.Authority, own.Authority) && own.Rank >= Rank.Regulation && own.Implements.IsEmpty
            && other.EffectiveRank < own.Rank;

    private static Diagnostic Lower(BoundFile part, FrameworkSymbol framework, FrameworkSymbol above, Location location, string message) =>
        NameDiagnostics.LowerOverHigher.Create(
        location,
        message,
        $"Write 'implements {above.Name}', if that lets it; or let the higher law yield: 'subject to …' there.",
        fix: Properties(part, framework).Where(p => p.Property is RankPropertySyntax).Select(p => p.Member.Absolute(p.Property.Span).End)
            .Select(end => new Fix($"Write 'implements {above.Name}'", [new TextEdit(new TextSpan(end, 0), $" implements {above.Name}")]))
                .FirstOrDefault());

    private static string Word(FrameworkSymbol framework) => framework.Rank.ToString().ToLowerInvariant();

    private static IEnumerable<(PositionedNode<FrameworkMemberSyntax> Member, PropertySyntax Property)> Properties(
        BoundFile part, FrameworkSymbol framework) =>
        from unit in part.Tree.Frameworks
        where unit.Head.Node.Name.Text == framework.Name
        from member in unit.Members
        from property in (member.Node as PropertiesSyntax)?.Properties ?? []
        select (member, property);

    private static Location Named(BoundFile part, FrameworkSymbol framework, PropertyListKind kind, string name)
    {
        IEnumerable<TextSpan> named =
            from p in Properties(part, framework)
            where p.Property is NameListPropertySyntax list && list.Kind == kind
            from reference in ((NameListPropertySyntax)p.Property).Names
            where reference.Text == name
            select p.Member.Absolute(reference.Span);
        return named.Select(s => framework.Location with { Span = s }).FirstOrDefault() ?? framework.Location;
    }
}
