using System.Text;
using System.Text.RegularExpressions;

namespace PolicyLang.Testing;

/// <summary>A command of a session.</summary>
/// <param name="Words">The words after the program's name.</param>
/// <param name="Input">Standard input.</param>
/// <param name="Folder">The folder with the session's files.</param>
internal sealed record SessionCommand(ImmutableArray<string> Words, byte[] Input, string Folder);

/// <summary>What a command did.</summary>
internal sealed record SessionResult(int ExitCode, string Output, string Error);

/// <summary>
/// A Markdown file that tells a session at the command line. A block <c>```LANGUAGE PATH</c> is a file, written when
/// the session comes to it; a block <c>```console</c> holds commands after <c>$</c>, optionally with <c>&lt; FILE</c>, then what they print, standard error marked with <c>!</c>, then <c>exit CODE</c>.
/// </summary>
internal static partial class Transcript
{
    /// <summary>Replays the session of a file in a folder of its own and compares; see <see cref="Baseline"/> for how to rewrite it.</summary>
    public static void Verify(string path, Func<SessionCommand, SessionResult> run)
    {
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (!text.Contains("\n$ ", StringComparison.Ordinal))
        {
            throw new FormatException($"{path} holds no command.");
        }

        Baseline.Verify(path, Replay(text, run));
    }

    /// <summary>The same text with what the commands print and return now.</summary>
    public static string Replay(string text, Func<SessionCommand, SessionResult> run)
    {
        string folder = Directory.CreateTempSubdirectory("policylang").FullName;
        try
        {
            return Blocks().Replace(text, block =>
            {
                if (block.Groups["session"].Success)
                {
                    return $"```console\n{Commands(block.Groups["session"].Value, folder, run)}```\n";
                }

                string path = Path.Combine(folder, block.Groups["path"].Value);
                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
                File.WriteAllText(path, block.Groups["text"].Value);
                return block.Value;
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Commands(string session, string folder, Func<SessionCommand, SessionResult> run)
    {
        var output = new StringBuilder();
        foreach (string line in session.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
        {
            string[] parts = line[2..].Split(" < ");
            byte[] input = parts.Length > 1 ? File.ReadAllBytes(Path.Combine(folder, parts[1].Trim())) : [];
            SessionResult result = run(new SessionCommand([.. Words().Matches(parts[0]).Select(word => word.Value.Trim('\'', '"')).Skip(1)], input, folder));
            output.Append(line).Append('\n').Append(EndLine(result.Output));
            foreach (string error in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                output.Append("! ").Append(error).Append('\n');
            }

            output.Append("exit ").Append(result.ExitCode).Append('\n');
        }

        return output.ToString();
    }

    private static string EndLine(string text) => text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";

    [GeneratedRegex("^```console\\n(?<session>.*?)^```\\n|^```\\w+ (?<path>\\S+)\\n(?<text>.*?)^```\\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
