using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;

namespace PolicyLang.LanguageServer.Reports;

/// <summary>A diagnostic together with the conflict that it tells of, if it does.</summary>
internal sealed record Finding(Diagnostic Diagnostic, Conflict? Conflict)
{
    /// <summary>A diagnostic with what it is about.</summary>
    public static Finding FromDiagnostic(Diagnostic diagnostic) => new(diagnostic, diagnostic.Subject as Conflict);

    /// <summary>A conflict as a finding, at the place of its diagnostic; a resolved one has none.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="diagnostics">The diagnostics of the workspace, by the fingerprints of their conflicts.</param>
    public static Finding FromConflict(Conflict conflict, ILookup<string?, Diagnostic> diagnostics) =>
        new(diagnostics[conflict.Fingerprint].FirstOrDefault() ?? AsDiagnostic(conflict), conflict);

    private static Diagnostic AsDiagnostic(Conflict conflict) => conflict.Descriptor.Create(
        conflict.Locations[0].Location,
        conflict.Message,
        conflict.Help,
        [.. conflict.Locations.Skip(1).Select(place => new RelatedLocation(place.Location, place.Clause))],
        conflict.Severity);
}
