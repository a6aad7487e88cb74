using System.Text;
using System.Text.RegularExpressions;

namespace PolicyLang.Cli.Tests;

/// <summary>
/// A Markdown file that tells a session. A block <c>```LANGUAGE PATH</c> is a file, written when the session comes to it; a block <c>```console</c> holds commands after
/// <c>$</c>, then what they print, standard error marked with <c>!</c>, then <c>exit CODE</c>.
/// </summary>
internal static partial class Transcript
{
    /// <summary>The same text with what the commands print and return now.</summary>
    public static string Replay(string text)
    {
        using var run = new CommandRun();
        return Blocks().Replace(text, block =>
        {
            if (block.Groups["session"].Success)
            {
                return $"```console\n{Commands(block.Groups["session"].Value, run)}```\n";
            }

            run.Write(block.Groups["path"].Value, Encoding.UTF8.GetBytes(block.Groups["text"].Value));
            return block.Value;
        });
    }

    private static string Commands(string session, CommandRun run)
    {
        var output = new StringBuilder();
        foreach (string line in session.Split('\n').Where(line => line.StartsWith("$ policyc ", StringComparison.Ordinal)))
        {
            output.Append(line).Append('\n');
            string[] parts = line["$ policyc ".Length..].Split(" < ");
            byte[] input = parts.Length > 1 ? File.ReadAllBytes(run.PathOf(parts[1].Trim())) : [];
            CommandRun.Result result = run.Run([.. Words().Matches(parts[0]).Select(word => word.Value.Trim('\''))], input);
            output.Append(result.Output);
            foreach (string error in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                output.Append("! ").Append(error).Append('\n');
            }

            output.Append("exit ").Append(result.Code).Append('\n');
        }

        return output.ToString();
    }

    [GeneratedRegex("^```console\\n(?<session>.*?)^```\\n|^```\\w+ (?<path>\\S+)\\n(?<text>.*?)^```\\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("'[^']*'|\\S+")]
    private static partial Regex Words();
}
