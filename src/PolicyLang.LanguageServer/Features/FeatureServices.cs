using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.Diagnostics;

namespace PolicyLang.LanguageServer.Features;

/// <summary>What handlers work with.</summary>
/// <param name="Projects">The documents and their analysis, project by project.</param>
/// <param name="Host">The machine.</param>
/// <param name="Loader">Reads the folders that are open.</param>
/// <param name="Findings">The findings of every file, as they are shown.</param>
/// <param name="Clock">Says which day it is.</param>
internal sealed record FeatureServices(
    ProjectSet Projects, IServerHost Host, FolderLoader Loader, FileFindings Findings, TimeProvider Clock)
{
    /// <summary>What the client can do, once it has said so.</summary>
    public ClientFeatures Client { get; set; } = ClientFeatures.Read(null);
}
