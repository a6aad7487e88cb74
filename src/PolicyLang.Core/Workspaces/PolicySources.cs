using System.Security.Cryptography;
using System.Text;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Workspaces;

/// <summary>What answers are made from, by digests.</summary>
/// <param name="Files">The files, those of the law library too, sorted by name.</param>
/// <param name="Fingerprint">SHA-256 over all of them, the vocabulary and the settings that bear on answers.</param>
/// <param name="AsOf">The day as of which acknowledgements are judged; null where none is stated.</param>
internal sealed record PolicySources(ImmutableArray<PolicySource> Files, string Fingerprint, CalendarDay? AsOf)
{
    /// <summary>Those of a workspace.</summary>
    public static PolicySources Of(Workspace workspace)
    {
        ImmutableArray<PolicySource> files =
        [
            .. workspace.Trees.Concat(workspace.Law.Trees).Select(t => new PolicySource(t.File, Digest(t.Text.Content)))
                .OrderBy(f => f.File, StringComparer.Ordinal),
        ];
        WorkspaceSettings settings = workspace.Settings;
        string[] all =
        [
            .. workspace.Prelude.OrderBy(t => t.File, StringComparer.Ordinal).Select(t => Digest(t.Text.Content)),
            .. files.Select(f => $"{f.File} {f.Sha256}"),
            string.Join(" ", settings.Principles),
            $"edition {settings.Edition} as of {settings.AsOf}",
        ];
        return new PolicySources(files, Digest(string.Join("\n", all)), settings.AsOf);
    }

    // The same whether a file was checked out with CR LF or LF.
    private static string Digest(string text) => string.Concat(
        Hash(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n")))
            .Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));

    private static byte[] Hash(byte[] bytes)
    {
#if NET
        return SHA256.HashData(bytes);
#else
        using var algorithm = SHA256.Create();
        return algorithm.ComputeHash(bytes);
#endif
    }
}

/// <summary>A policy file and its digest.</summary>
/// <param name="File">Its name.</param>
/// <param name="Sha256">SHA-256 of its text.</param>
internal sealed record PolicySource(string File, string Sha256);
