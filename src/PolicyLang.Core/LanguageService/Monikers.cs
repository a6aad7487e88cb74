using System.Diagnostics;
using PolicyLang.Prelude;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A name under which the indexes of several workspaces know the same thing.</summary>
/// <param name="Identifier">The kind and the qualified name, such as <c>clause/GDPR.Art5</c>.</param>
/// <param name="IsVocabulary">Whether it is part of the vocabulary that ships with the compiler, and so the same everywhere.</param>
internal sealed record Moniker(string Identifier, bool IsVocabulary);

/// <summary>"Under which name do others know this".</summary>
internal static class Monikers
{
    /// <summary>The moniker of the name at an offset; null where no name stands there.</summary>
    public static Moniker? FindAt(Workspace workspace, string file, int offset) =>
        Navigation.ReferenceAt(workspace, file, offset)?.Symbol is { } symbol
            ? new Moniker(Identify(symbol), PreludeFiles.Hold(symbol.Location))
            : null;

    private static string Identify(Symbol symbol) => symbol switch
    {
        ClauseSymbol clause => $"clause/{clause.QualifiedName}",
        FrameworkSymbol => $"framework/{symbol.Name}",
        NodeSymbol node => $"{node.Taxonomy.Name}/{node.Name}",
        PartySymbol => $"party/{symbol.Name}",
        OrganisationSymbol => $"organisation/{symbol.Name}",
        BlocSymbol => $"bloc/{symbol.Name}",
        AttributeSymbol => $"attribute/{symbol.Name}",
        DefineSymbol => $"define/{symbol.Name}",
        TaxonomySymbol => $"taxonomy/{symbol.Name}",
        _ => throw new UnreachableException(),
    };
}
