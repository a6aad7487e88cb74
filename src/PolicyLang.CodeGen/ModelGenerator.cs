using PolicyLang.CodeGen.Naming;
using PolicyLang.CodeGen.Writing;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Rules;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen;

/// <summary>Makes C# models of a workspace.</summary>
internal static class ModelGenerator
{
    /// <summary>How every generated file begins, and no other does.</summary>
    public const string Mark = FileHeader.Mark;

    /// <summary>The files of the frameworks that one policy file declares, as <see cref="Generate"/> would write them: what an editor shows
    /// beside it.</summary>
    /// <param name="workspace">A workspace; clauses with errors are left out of decisions.</param>
    /// <param name="file">The name of a policy file.</param>
    /// <param name="settings">What the project decides.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GeneratedFiles Preview(
        Workspace workspace, string file, CodeGenSettings settings, CancellationToken cancellation = default) => Ask(
        workspace,
        book => (ModelPlanner.Plan(book, [], cancellation).Frameworks.Where(f => f.Symbol.Location.File == file)
            .Select(f => FrameworkFile.Write(f, settings)).ToImmutableArray(), []),
        cancellation);

    /// <summary>
    /// Models to compile against while policy files have errors, so that one mistake there does not become many in the code that uses them:
    /// every framework, clause and attribute that can be read, and answers that throw.
    /// </summary>
    /// <param name="workspace">A workspace with errors.</param>
    /// <param name="settings">What the project decides.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<GeneratedFile> Stub(
        Workspace workspace, CodeGenSettings settings, CancellationToken cancellation = default) => workspace.WithRules(
        book => Sorted(Files(ModelPlanner.Sketch(book, cancellation), PolicySources.Of(workspace), settings with { IsStub = true })),
        cancellation);

    /// <summary>
    /// The files, sorted by name: one for each framework, and those of the case, the vocabulary, all frameworks together, and the tables.
    /// The same workspace and settings give the same text.
    /// </summary>
    /// <param name="workspace">A workspace without errors other than conflicts; clauses with errors are left out of decisions.</param>
    /// <param name="settings">What the project decides.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GeneratedFiles Generate(Workspace workspace, CodeGenSettings settings, CancellationToken cancellation = default)
    {
        ImmutableArray<Conflict> conflicts = workspace.GetOpenConflicts(cancellation);
        return Ask(
            workspace,
            book =>
            {
                ModelPlan plan = ModelPlanner.Plan(book, conflicts, cancellation);
                var own = new HashSet<string>(workspace.Trees.Select(t => t.File), StringComparer.Ordinal);
                return (
                    Sorted([.. Files(plan, PolicySources.Of(workspace), settings), TablesFile.Write(plan, settings),
                        TablesFile.WriteExplanations(plan, settings)]),
                    ClashFindings.Of(plan, own));
            },
            cancellation);
    }

    // What models are compiled against, whether they have answers or not.
    private static ImmutableArray<GeneratedFile> Files(ModelPlan plan, PolicySources sources, CodeGenSettings settings) =>
    [
        .. plan.Frameworks.Select(f => FrameworkFile.Write(f, settings)),
        CaseFile.Write(plan, settings),
        VocabularyFile.Write(plan, settings),
        VocabularyTables.Write(plan, settings),
        ManifestFile.Write(sources, settings),
        RulebookFile.Write(plan, settings),
        RulebookFile.WriteAssessor(settings),
    ];

    private static ImmutableArray<GeneratedFile> Sorted(ImmutableArray<GeneratedFile> files) =>
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));

    private static GeneratedFiles Ask(
        Workspace workspace, Func<RuleBook, (ImmutableArray<GeneratedFile> Files, ImmutableArray<Diagnostic> Findings)> generate,
        CancellationToken cancellation)
    {
        (ImmutableArray<GeneratedFile> files, ImmutableArray<Diagnostic> findings) =
            workspace.Ask("What the models hold", generate, out Problem? undecided, cancellation).Or(([], []));
        return new GeneratedFiles(files, undecided, findings);
    }
}
