using System.Text.RegularExpressions;
using PolicyLang.Diagnostics;
using PolicyLang.Tests.Library;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Docs;

/// <summary>A block marked <c>policy</c> on a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The line of its fence, from 1.</param>
/// <param name="Heading">The nearest heading above it.</param>
/// <param name="File">The file that it is; empty for a block that stands alone.</param>
/// <param name="Text">What it holds.</param>
/// <param name="Finds">The codes that the comment <c>finds</c> above it names, hidden from the reader.</param>
internal sealed record PolicyBlock(string Page, int Line, string Heading, string File, string Text, ImmutableArray<string> Finds)
{
    public override string ToString() => $"{Page}:{Line}";
}

/// <summary>The blocks of the pages, and the workspaces that they make.</summary>
internal static partial class PolicyBlocks
{
    public static ImmutableArray<PolicyBlock> Of(string page)
    {
        string text = Repository.Read(page).ReplaceLineEndings("\n");
        return
        [
            .. Fence().Matches(text).Select(m => new PolicyBlock(
                page,
                text.AsSpan(0, m.Groups["fence"].Index).Count('\n') + 1,
                Heading().Matches(text[..m.Index]).LastOrDefault()?.Groups[1].Value ?? string.Empty,
                m.Groups["file"].Value,
                m.Groups["text"].Value,
                [.. m.Groups["codes"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)])),
        ];
    }

    /// <summary>Each block with its workspace: a block with a file name adds to those above it on its page, any other stands alone.</summary>
    public static IEnumerable<(PolicyBlock Block, Workspace Workspace)> Workspaces(string page)
    {
        Workspace named = LibraryWorkspaces.AtHand;
        foreach (PolicyBlock block in Of(page))
        {
            if (block.File.Length == 0)
            {
                yield return (block, LibraryWorkspaces.AtHand.With("block.policy", block.Text));
            }
            else
            {
                yield return (block, named = named.With(block.File, block.Text));
            }
        }
    }

    /// <summary>"CODE line:column message" of each finding that is more than a hint.</summary>
    public static IEnumerable<string> Found(this Workspace workspace) =>
        workspace.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Hint).Select(d => $"{d.Code} {d.Location.Start} {d.Message}");

    [GeneratedRegex("^(?:<!-- finds (?<codes>[^>]*) -->\n)?(?<fence>```policy)(?: (?<file>\\S+))?\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
