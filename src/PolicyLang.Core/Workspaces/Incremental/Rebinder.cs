using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Semantics.Binding;
using PolicyLang.Syntax;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>
/// Binds again what an edit bears on: the law of the files that changed, of those that speak of that law, to any depth, and of those in
/// which something could not be bound. The vocabulary and the law of all other files are taken over from the model before.
/// </summary>
internal static class Rebinder
{
    /// <param name="before">The model before.</param>
    /// <param name="trees">The trees of now, the prelude's first.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null where more than the law of some files changed, so that all of it has to be bound again.</returns>
    public static SemanticModel? Rebind(SemanticModel before, ImmutableArray<SyntaxTree> trees, CancellationToken cancellation)
    {
        if (!trees.Select(t => t.File).SequenceEqual(before.Parts.Select(p => p.Tree.File)))
        {
            return null;
        }

        BoundFile[] changed = [.. before.Parts.Where((part, i) => !ReferenceEquals(part.Tree, trees[i]))];
        HashSet<string> files = Bearing(before, changed);
        if (trees.Any(t => files.Contains(t.File) && !(before.Part(t.File) is { } part && KeepsItsGround(part, t))))
        {
            return null;
        }

        BindingScope scope = Begin(before);
        FileBinding[] drafts = [.. trees.Where(t => files.Contains(t.File)).Select(t => Draft(t, scope))];
        var sets = new SetBinder(scope);
        var bound = new LawBinder(scope, sets, new ConditionBinder(scope, sets)).Bind(drafts, cancellation)
            .ToDictionary(p => p.Tree.File, StringComparer.Ordinal);
        if (bound.Values.Any(p => !p.Clocks.Keys.ToImmutableHashSet().SetEquals(before.Part(p.Tree.File)?.Clocks.Keys ?? [])))
        {
            return null;
        }

        ImmutableArray<BoundFile> parts = [.. before.Parts.Select(p => bound.TryGetValue(p.Tree.File, out BoundFile? again) ? again : p)];
        return before.Circles.IsEmpty
            && !parts.Any(p => p.ClaimsAgainstOrders)
            && bound.Values.All(p => Claims(p).SequenceEqual(Claims(before.Part(p.Tree.File))))
            ? new SemanticModel(before.Vocabulary, parts, [.. parts.SelectMany(p => p.Precedence)], [])
            : Binder.WithoutCircles(scope, before.Vocabulary, parts);
    }

    private static HashSet<string> Bearing(SemanticModel before, BoundFile[] changed)
    {
        ILookup<string, string> dependents = before.Parts.SelectMany(p => p.DependsOn.Select(on => (On: on, p.Tree.File)))
            .ToLookup(d => d.On, d => d.File, StringComparer.Ordinal);
        ILookup<PartySymbol, string> speakers = before.Parts.SelectMany(p => p.Parties.Select(party => (Party: party, p.Tree.File)))
            .ToLookup(p => p.Party, p => p.File);
        var pending = new Stack<string>(changed.Concat(before.Parts.Where(p => !p.Diagnostics.IsEmpty)).Select(p => p.Tree.File));
        var reached = new HashSet<string>(pending, StringComparer.Ordinal);
        while (pending.Count > 0)
        {
            string file = pending.Pop();
            foreach (string other in dependents[file].Concat(before.Part(file)?.Parties.SelectMany(p => speakers[p]) ?? []))
            {
                if (reached.Add(other))
                {
                    pending.Push(other);
                }
            }
        }

        return reached;
    }

    // Vocabulary, frameworks and parties are unchanged, and no name was refused or replaced.
    private static bool KeepsItsGround(BoundFile part, SyntaxTree tree) =>
        part.Frameworks.Length == tree.Frameworks.Length
        && part.Diagnostics.All(d => d.Descriptor != LibraryDiagnostics.TakesThePlace)
        && (ReferenceEquals(part.Tree, tree)
            || (part.Tree.Frameworks.Select(f => f.Head.Node).SequenceEqual(tree.Frameworks.Select(f => f.Head.Node))
                && Vocabulary(part.Tree).SequenceEqual(Vocabulary(tree))
                && Parties(part.Tree).SequenceEqual(Parties(tree))));

    private static IEnumerable<PositionedNode<DeclarationSyntax>> Vocabulary(SyntaxTree tree) =>
        tree.Declarations.Where(d => d.Node is not (PartySyntax or ScenarioSyntax or CheckSyntax or AcknowledgeSyntax));

    private static IEnumerable<DeclarationSyntax> Parties(SyntaxTree tree) =>
        tree.Declarations.Select(d => d.Node).Where(d => d is PartySyntax);

    private static BindingScope Begin(SemanticModel before)
    {
        BindingScope scope = BindingScope.On(before.Vocabulary);
        foreach (FrameworkSymbol framework in before.Frameworks)
        {
            scope.Frameworks.Add(framework.Name, framework);
        }

        return scope;
    }

    private static FileBinding Draft(SyntaxTree tree, BindingScope scope)
    {
        var draft = new FileBinding(tree);
        foreach (FrameworkUnit unit in tree.Frameworks)
        {
            FrameworkSymbol framework = draft.Make(unit);
            scope.Frameworks[framework.Name] = framework;
            draft.Notes.References.Add(new NameReference(framework.Location, framework));
            draft.Frameworks.Add((framework, unit));
        }

        foreach (PositionedNode<DeclarationSyntax> declaration in tree.Declarations)
        {
            if (declaration.Node is PartySyntax party)
            {
                draft.Declare(party, new SyntaxContext(tree, declaration.Offset), scope);
            }
        }

        return draft;
    }

    private static IEnumerable<(string, string, NameListKind)> Claims(BoundFile? part) =>
        (part?.Precedence ?? []).Select(e => (e.Upper.QualifiedName, e.Lower.QualifiedName, e.Claim.Relation));
}
