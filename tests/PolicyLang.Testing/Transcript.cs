using System.Text;

namespace PolicyLang.Testing;

/// <summary>What a command did.</summary>
public sealed record CommandResult(int ExitCode, string Output);

/// <summary>
/// A session at the command line as a Markdown file: every fence whose info string is <c>file NAME</c> is an input file, one fence
/// <c>console</c> holds a line <c>$ policyc …</c> and the exact output, and a line <c>exit N</c> after it the exit code.
/// </summary>
public sealed record Transcript(ImmutableArray<KeyValuePair<string, string>> Files, string Command, string Output, int ExitCode)
{
    /// <exception cref="FormatException">There is no command.</exception>
    public static Transcript Parse(string markdown)
    {
        var files = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        string? command = null;
        string output = string.Empty;
        int exit = 0;
        string? info = null;
        var body = new StringBuilder();
        foreach (string line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                exit = info is null && line.StartsWith("exit ", StringComparison.Ordinal) ? int.Parse(line[5..]) : exit;
                body.Append(line).Append('\n');
            }
            else if (info is null)
            {
                info = line[3..].Trim();
                body.Clear();
            }
            else
            {
                if (info.StartsWith("file ", StringComparison.Ordinal))
                {
                    files.Add(new(info[5..].Trim(), body.ToString()));
                }
                else if (info == "console" && body.ToString() is ['$', ' ', .. string rest])
                {
                    int end = rest.IndexOf('\n');
                    (command, output) = (rest[..end], rest[(end + 1)..]);
                }

                info = null;
            }
        }

        return new Transcript(files.ToImmutable(), command ?? throw new FormatException("A transcript needs a fence 'console' that begins with '$ '."), output, exit);
    }

    /// <summary>The same session with another result: the file as it should be.</summary>
    public static string Rewrite(string markdown, CommandResult result)
    {
        Transcript old = Parse(markdown);
        string was = $"$ {old.Command}\n{old.Output}";
        string text = markdown.ReplaceLineEndings("\n").Replace(was, $"$ {old.Command}\n{EndLine(result.Output)}", StringComparison.Ordinal);
        return text.Replace($"\nexit {old.ExitCode}\n", $"\nexit {result.ExitCode}\n", StringComparison.Ordinal);
    }

    /// <summary>Runs the command of a file in an empty folder with its input files and compares; with the update variable set, rewrites the file.</summary>
    /// <param name="path">The transcript.</param>
    /// <param name="run">Runs the words after the program's name in a folder.</param>
    public static void Verify(string path, Func<ImmutableArray<string>, string, CommandResult> run)
    {
        string markdown = File.ReadAllText(path);
        Transcript transcript = Parse(markdown);
        string folder = Directory.CreateTempSubdirectory("policylang").FullName;
        try
        {
            foreach ((string name, string text) in transcript.Files)
            {
                string file = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
                File.WriteAllText(file, text);
            }

            CommandResult result = run([.. Words(transcript.Command).Skip(1)], folder);
            CommandResult shown = result with { Output = result.Output.ReplaceLineEndings("\n").Replace(folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal) };
            Baseline.Verify(path, Rewrite(markdown, shown));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The words of a command line; double quotes keep blanks.</summary>
    public static ImmutableArray<string> Words(string command) =>
        [.. command.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static string EndLine(string text) => text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
}
