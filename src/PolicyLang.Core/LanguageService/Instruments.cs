using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A framework, as a question can be about it.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Asks">Whether some clause asks anything of the law of its parties: whether it is a treaty.</param>
/// <param name="Parties">The parties that it binds on some day, in the order of the text.</param>
internal sealed record Instrument(FrameworkSymbol Framework, bool Asks, ImmutableArray<string> Parties);

/// <summary>What questions of a whole workspace can be about.</summary>
internal static class Instruments
{
    /// <summary>The frameworks, in the order of the files.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<Instrument> List(Workspace workspace, CancellationToken cancellation = default)
    {
        ImmutableArray<FrameworkSymbol> frameworks = workspace.GetModel(cancellation).Frameworks;
        Dictionary<string, ImmutableArray<string>> parties = workspace.Ask(
            "Who is party to what",
            rules => frameworks.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(
                g => g.Key, g => g.SelectMany(f => rules.Parties.Parties(f)).Select(p => p.Place.Name).Distinct().ToImmutableArray()),
            out _,
            cancellation).OrElse(() => []);
        return
        [
            .. frameworks.Select(f => new Instrument(
                f,
                f.Clauses.Any(c => c.Meaning is { LawModality: not null }),
                parties.TryGetValue(f.Name, out ImmutableArray<string> bound) ? bound : [])),
        ];
    }
}
