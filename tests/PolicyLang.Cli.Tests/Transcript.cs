using System.Text;
using System.Text.RegularExpressions;

namespace PolicyLang.Cli.Tests;

/// <summary>
/// A Markdown file that tells a session. A block <c>```LANGUAGE PATH</c> is a file; a block <c>```console</c> holds commands after
/// <c>$</c>, then what they print, standard error marked with <c>!</c>, then <c>exit CODE</c>.
/// </summary>
internal static partial class Transcript
{
    /// <summary>The same text with what the commands print and return now.</summary>
    public static string Replay(string text)
    {
        using var run = new CommandRun([.. Files().Matches(text).Select(match => (match.Groups["path"].Value, match.Groups["text"].Value))]);
        return Sessions().Replace(text, session => $"```console\n{Commands(session.Groups["text"].Value, run)}```\n");
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

    [GeneratedRegex("^```\\w+ (?<path>\\S+)\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Files();

    [GeneratedRegex("^```console\\n(?<text>.*?)^```\\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sessions();

    [GeneratedRegex("'[^']*'|\\S+")]
    private static partial Regex Words();
}
