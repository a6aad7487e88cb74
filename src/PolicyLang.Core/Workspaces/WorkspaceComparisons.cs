using PolicyLang.Analysis;
using PolicyLang.Analysis.Compatibility;
using PolicyLang.Analysis.Compliance;
using PolicyLang.Analysis.Coverage;
using PolicyLang.Analysis.Gaps;
using PolicyLang.Analysis.Ground;
using PolicyLang.Analysis.Interop;
using PolicyLang.Analysis.Routes;
using PolicyLang.Analysis.Storage;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Workspaces;

/// <summary>What negotiators ask of a workspace as a whole: tables of parties and places, and what two laws have in common.</summary>
internal static class WorkspaceComparisons
{
    /// <summary>How the law of the parties to a treaty stands to its articles.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="treaty">The treaty.</param>
    /// <param name="on">The day that is asked about; null for all.</param>
    /// <param name="problems">Why there is no answer (PL9xxx); the table is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ComplianceMatrix? Compliance(this Workspace workspace, FrameworkSymbol treaty, CalendarDay? on,
        out ImmutableArray<Problem> problems, CancellationToken cancellation = default)
    {
        ImmutableArray<Conflict> conflicts = workspace.GetOpenConflicts(cancellation);
        return Answer(workspace, "How the law of the parties stands to the treaty",
            rules => new ComplianceBuilder(rules, conflicts).Build(treaty, on), out problems, cancellation);
    }

    /// <summary>What two laws have in common, and where they part.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="first">A framework or a legal order.</param>
    /// <param name="second">Another.</param>
    /// <param name="facts">What holds in all cases that are asked about; none for all cases.</param>
    /// <param name="most">How many blocks of each part a reader is shown.</param>
    /// <param name="problems">What is wrong with the facts, or why there is no answer (PL9xxx); the report is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static InteropReport? Interop(this Workspace workspace, Symbol first, Symbol second, IEnumerable<RawFact> facts, int most,
        out ImmutableArray<Problem> problems, CancellationToken cancellation = default)
    {
        ImmutableArray<string> wrong = [];
        InteropReport? report = Answer(workspace, "What the two have in common",
            rules => new InteropBuilder(rules, first, second).Build(facts, most, out wrong), out problems, cancellation);
        problems = problems.AddRange(wrong.Select(w => new Problem(w)));
        return report;
    }

    /// <summary>Whether an offer and a request can be met together, where, and what stands in the way.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="offer">A framework or a legal order.</param>
    /// <param name="request">Another.</param>
    /// <param name="facts">What holds in all cases that are asked about; none for all cases.</param>
    /// <param name="most">How many blocks of each part a reader is shown.</param>
    /// <param name="problems">What is wrong with the facts, or why there is no answer (PL9xxx); the report is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CompatibilityReport? Compatible(this Workspace workspace, Symbol offer, Symbol request, IEnumerable<RawFact> facts,
        int most, out ImmutableArray<Problem> problems, CancellationToken cancellation = default)
    {
        ImmutableArray<string> wrong = [];
        CompatibilityReport? report = Answer(workspace, "Whether the two can be met together",
            rules => new CompatibilityBuilder(rules, offer, request).Build(facts, most, out wrong), out problems, cancellation);
        problems = problems.AddRange(wrong.Select(w => new Problem(w)));
        return report;
    }

    /// <summary>Between whom transfers of a kind are open, and which safeguards and facts open the others.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="pattern">The transfers as a check says them: "transfer CustomerData".</param>
    /// <param name="facts">What else holds: the day, the actor.</param>
    /// <param name="usual">What holds unless the pattern or the facts say otherwise of the same attribute.</param>
    /// <param name="among">Places and blocs.</param>
    /// <param name="problems">What is wrong with the question, or why there is no answer (PL9xxx); the report is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GroundReport? Ground(this Workspace workspace, string pattern, IEnumerable<RawFact> facts, RawFact usual,
        ImmutableArray<string> among, out ImmutableArray<Problem> problems, CancellationToken cancellation = default)
    {
        if (Patterned(workspace, pattern, out problems, cancellation) is not { } asked)
        {
            return null;
        }

        ImmutableArray<string> wrong = [];
        GroundReport? report = Answer(asked, "What common ground there is", rules =>
        {
            BoundCheck check = asked.GetModel(cancellation).Checks.First(c => c.Head.File == PatternFile);
            Region cases = new RuleLowering(rules.Model, rules.Compiler).Pattern(check.Pattern);
            ImmutableArray<RawFact> told = [.. facts];
            if (told.All(f => f.Attribute != usual.Attribute)
                && !rules.Space.VariablesOf(usual.Attribute).Any(rules.Space.Regions.Support([cases]).Contains))
            {
                told = told.Add(usual);
            }

            if (FactPattern.Read(rules, told, out wrong) is not { } stated)
            {
                return null;
            }

            cases = rules.Space.Regions.And(cases, stated);
            if (cases.IsEmpty)
            {
                wrong = ["No case fits the pattern and the facts."];
                return null;
            }

            var names = new HashSet<string>(told.Select(f => f.Attribute), StringComparer.Ordinal);
            return new GroundSearch(rules, cases, names).Search(among, out wrong);
        }, out problems, cancellation);
        problems = problems.AddRange(wrong.Select(w => new Problem(w)));
        return report;
    }

    /// <summary>What the law leaves out: cases of which no rule speaks, law that parties have not made, parties of whose law nothing is
    /// known.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="under">The frameworks and orders that are meant; empty for all.</param>
    /// <param name="facts">What holds in the cases that are asked about; none for all.</param>
    /// <param name="on">The day that is asked about; null for all.</param>
    /// <param name="most">How many blocks are told.</param>
    /// <param name="problems">What is wrong with the facts, or why there is no answer (PL9xxx); the report is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GapReport? Gaps(this Workspace workspace, ImmutableArray<Symbol> under, IEnumerable<RawFact> facts, CalendarDay? on,
        int most, out ImmutableArray<Problem> problems, CancellationToken cancellation = default)
    {
        ImmutableArray<string> wrong = [];
        ImmutableArray<Conflict> conflicts = workspace.GetOpenConflicts(cancellation);
        GapReport? report = Answer(workspace, "What the law leaves out",
            rules => new GapFinder(rules, under, conflicts).Find(facts, on, most, out wrong), out problems, cancellation);
        problems = problems.AddRange(wrong.Select(w => new Problem(w)));
        return report;
    }

    /// <summary>What the scenarios touch of the clauses of the user's files, their blocks and boundaries.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CoverageReport CoverageInDepth(this Workspace workspace, CancellationToken cancellation = default) => workspace.WithRules(
        rules => new CoverageFinder(rules).Find(c => !workspace.Law.Holds(c.Location.File)), cancellation);

    /// <summary>How data get from a place to another: hop by hop, under every law that reaches it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="facts">What holds in every transfer: actor, action, data, date.</param>
    /// <param name="from">Where the data are.</param>
    /// <param name="to">Where they are to go.</param>
    /// <param name="problems">What is wrong with the question, or why there is no answer (PL9xxx); the report is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static RouteReport? Routes(this Workspace workspace, IEnumerable<RawFact> facts, string from, string to,
        out ImmutableArray<Problem> problems, CancellationToken cancellation = default)
    {
        ImmutableArray<string> wrong = [];
        RouteReport? report = Answer(workspace, "Which routes there are",
            rules => new RouteFinder(rules).Find(facts, from, to, out wrong), out problems, cancellation);
        problems = problems.AddRange(wrong.Select(w => new Problem(w)));
        return report;
    }

    /// <summary>The fewest places that satisfy every duty to store, or what makes it impossible.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="facts">What is given: actor, data, date.</param>
    /// <param name="origins">Where the data come from; empty where the facts say so, or nobody asks.</param>
    /// <param name="problems">What is wrong with the question, or why there is no answer (PL9xxx); the report is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static StorageReport? Storage(this Workspace workspace, IEnumerable<RawFact> facts, ImmutableArray<string> origins,
        out ImmutableArray<Problem> problems, CancellationToken cancellation = default)
    {
        ImmutableArray<string> wrong = [];
        StorageReport? report = Answer(workspace, "Where data have to be stored",
            rules => new StorageFinder(rules).Find(facts, origins, out wrong), out problems, cancellation);
        problems = problems.AddRange(wrong.Select(w => new Problem(w)));
        return report;
    }

    private const string PatternFile = "<pattern>";

    // The pattern of a check is read as that of a check.
    private static Workspace? Patterned(
        Workspace workspace, string pattern, out ImmutableArray<Problem> problems, CancellationToken cancellation)
    {
        Workspace asked = workspace.With(PatternFile, $"check \"pattern\" {{ never prohibited: {pattern}\n}}");
        SyntaxTree? tree = asked.Tree(PatternFile);
        problems =
        [
            .. (tree?.Diagnostics ?? []).Concat(asked.GetModel(cancellation).Diagnostics.Where(d => d.Location.File == PatternFile))
                .Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => new Problem($"In the pattern: {d.Message}")),
        ];
        bool isPlain = tree is { Frameworks.IsEmpty: true, Declarations.Length: 1 } && problems.IsEmpty
            && asked.GetModel(cancellation).Checks.Any(c => c is { Conflicts: null } && c.Head.File == PatternFile);
        problems = isPlain || !problems.IsEmpty
            ? problems
            : [new Problem("The pattern is not one sentence as in a check, such as 'transfer CustomerData'.")];
        return isPlain ? asked : null;
    }

    private static T? Answer<T>(Workspace workspace, string what, Func<RuleBook, T?> work, out ImmutableArray<Problem> problems,
        CancellationToken cancellation)
        where T : class
    {
        T? answer = workspace.Ask(what, work, out Problem? undecided, cancellation).Or(null);
        problems = undecided is null ? [] : [undecided];
        return answer;
    }
}
