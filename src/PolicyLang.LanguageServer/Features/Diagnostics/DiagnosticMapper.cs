using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Text;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;
using CoreLocation = PolicyLang.Text.Location;
using CoreSeverity = PolicyLang.Diagnostics.DiagnosticSeverity;
using Diagnostic = PolicyLang.LanguageServer.Protocol.Diagnostic;
using Location = PolicyLang.LanguageServer.Protocol.Location;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>Says findings in the protocol's terms.</summary>
internal sealed class DiagnosticMapper(Snapshot snapshot, ClientFeatures client, IServerHost host, ShownFindings shown)
{
    private const string Source = "policylang";
    private const int Unnecessary = 1;
    private const int Deprecated = 2;
    private readonly SpokenNames _names = new(snapshot.Workspace.Model);

    public Diagnostic Map(CoreDiagnostic diagnostic) => new(
        client.Encoding.ToRange(diagnostic.Location.Text, diagnostic.Location.Span),
        diagnostic.Severity switch
        {
            CoreSeverity.Error => 1,
            CoreSeverity.Warning => 2,
            CoreSeverity.Information => 3,
            CoreSeverity.Hint => 4,
            _ => throw new UnreachableException(),
        },
        diagnostic.Code,
        Source,
        Message(diagnostic),
        client.CodeDescription && host.HelpPage(diagnostic.Code) is { } page ? new CodeDescription(page) : null,
        client.RelatedInformation && diagnostic.Related.Length > 0
            ? [.. diagnostic.Related.Select(related => new DiagnosticRelatedInformation(Map(related.Location), related.Message))]
            : null,
        client.Tags && Tag(diagnostic) is { } tag ? [tag] : null);

    // Unnecessary code is shown faint, expired code is struck through.
    private static int? Tag(CoreDiagnostic diagnostic) =>
        diagnostic.Descriptor == RedundancyDiagnostics.Redundant || diagnostic.Descriptor == RedundancyDiagnostics.Dead
            || diagnostic.Descriptor == StyleDiagnostics.UnusedTerm || diagnostic.Descriptor == StyleDiagnostics.IdlePrecedence
            ? Unnecessary
        : diagnostic.Descriptor == ConflictDiagnostics.StaleAcknowledgement ? Deprecated
        : null;

    /// <summary>The address under which the client knows a file.</summary>
    public string UriOf(string file) =>
        ShippedDocuments.Has(snapshot, file) && host.ShippedFile(file) is { } shipped ? shipped
        : snapshot.Open.TryGetValue(file, out OpenDocument? document) ? document.Uri
        : DocumentUri.FromFile(file);

    private Location Map(CoreLocation location) => new(UriOf(location.File), client.Encoding.ToRange(location.Text, location.Span));

    // Editors show only the message, so append what the command line prints beside it.
    private string Message(CoreDiagnostic diagnostic)
    {
        Conflict? conflict = shown.ConflictOf(diagnostic);
        string?[] lines =
        [
            diagnostic.Message,
            conflict is { Witness.Facts.Length: > 0 } ? "witness: " + CaseSentence.Write(_names.Of(conflict.Witness)) : null,
            conflict is not null && conflict.Message == diagnostic.Message ? WaySentences.AvoidBy(conflict, _names) : null,
            diagnostic.Help is { } help ? "help: " + help : null,
        ];
        return string.Join('\n', lines.Where(line => line is not null));
    }
}
