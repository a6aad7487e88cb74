using PolicyLang.Diagnostics;
using PolicyLang.Prelude;
using PolicyLang.Repairs;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>Gives a thing another name, everywhere: clauses, scenarios and acknowledgements too.</summary>
internal static class Renaming
{
    /// <summary>The name that would be renamed; null with the reason where none can be.</summary>
    public static (TextSpan Span, string Name)? Prepare(Workspace workspace, string file, int offset, out string? refusal)
    {
        refusal = null;
        if (Navigation.ReferenceAt(workspace, file, offset) is not { } reference)
        {
            refusal = "There is no name here.";
            return null;
        }

        string declared = reference.Symbol.Location.File;
        if (declared.StartsWith(PreludeFiles.Prefix, StringComparison.Ordinal))
        {
            refusal = $"'{reference.Symbol.Name}' belongs to the vocabulary that ships with PolicyLang.";
            return null;
        }

        if (workspace.Law.Holds(declared))
        {
            refusal = $"'{reference.Symbol.Name}' belongs to the law library.";
            return null;
        }

        return (reference.Location.Span, reference.Symbol.Name);
    }

    /// <summary>The edits; null with the reason where the name cannot be given.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<FileEdit>? Rename(
        Workspace workspace, string file, int offset, string name, out string? refusal, CancellationToken cancellation = default)
    {
        if (Prepare(workspace, file, offset, out refusal) is null || Navigation.ReferenceAt(workspace, file, offset) is not { } reference)
        {
            return null;
        }

        if (!IsName(name))
        {
            refusal = $"'{name}' is not a valid name: a letter, then letters, digits and '_'.";
            return null;
        }

        if (workspace.Settings.Mine.Contains(reference.Symbol.Name))
        {
            refusal = $"The project file names '{reference.Symbol.Name}' under 'mine'; change it there first.";
            return null;
        }

        ImmutableArray<FileEdit> edits =
            [.. Navigation.References(workspace, reference.Symbol, declaration: true)
                .Select(l => new FileEdit(l.File, new TextEdit(l.Span, name)))];

        // Ask the compiler: refuse a name that is taken or that the grammar confuses.
        Workspace renamed = RepairFinder.Apply(workspace, edits);
        // Count the errors that existed before, so that a new one is noticed.
        var before = workspace.GetDiagnostics(cancellation).Where(d => d.HidesRules).ToLookup(d => d.Code);
        if (renamed.GetDiagnostics(cancellation).Where(d => d.HidesRules).GroupBy(d => d.Code)
            .FirstOrDefault(now => now.Count() > before[now.Key].Count()) is { } mistakes)
        {
            Diagnostic told = mistakes.FirstOrDefault(now => before[now.Code].All(then => then.Message != now.Message)) ?? mistakes.Last();
            refusal = $"With the name '{name}' the files would have a mistake: {told.Message}";
            return null;
        }

        // What the compiler accepts may still be other law.
        if (new Bindings(workspace, renamed, edits).FirstChanged(cancellation) is { } changed)
        {
            string where = changed.File;
            refusal = $"With the name '{name}', '{changed.Text.Slice(changed.Span)}' in line {changed.Start.Line + 1} of "
                + $"{where.Substring(where.LastIndexOf('/') + 1)} would mean another thing.";
            return null;
        }

        return edits;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
