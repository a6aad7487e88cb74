using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Reporters;

/// <summary>A diagnostic together with the conflict that it tells of, if it does.</summary>
internal sealed record Finding(Diagnostic Diagnostic, Conflict? Conflict)
{
    /// <summary>The findings of a run: every diagnostic.</summary>
    public static ImmutableArray<Finding> Pair(IEnumerable<Diagnostic> diagnostics, IEnumerable<Conflict> conflicts)
    {
        var index = conflicts.ToLookup(Key);
        return [.. diagnostics.Select(diagnostic => new Finding(diagnostic, index[Key(diagnostic)].FirstOrDefault()))];
    }

    /// <summary>A conflict as a finding of its own, as for a resolved one that is no diagnostic.</summary>
    public static Finding FromConflict(Conflict conflict, ILookup<(string, string), Diagnostic> diagnostics) =>
        new(diagnostics[Key(conflict)].FirstOrDefault() ?? AsDiagnostic(conflict), conflict);

    public static (string Code, string Message) Key(Diagnostic diagnostic) => (diagnostic.Code, diagnostic.Message);

    private static (string Code, string Message) Key(Conflict conflict) => (conflict.Descriptor.Code, conflict.Message);

    private static Diagnostic AsDiagnostic(Conflict conflict) => conflict.Descriptor.Create(
        conflict.Locations[0].Location,
        conflict.Message,
        conflict.Help,
        [.. conflict.Locations.Skip(1).Select(place => new RelatedLocation(place.Location, place.Clause))],
        conflict.Severity);
}
