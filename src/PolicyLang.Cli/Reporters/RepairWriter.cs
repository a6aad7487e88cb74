using PolicyLang.Cli.Inputs;
using PolicyLang.LanguageService;
using PolicyLang.Repairs;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Reporters;

/// <summary>Writes amendments into their files, or shows them as a patch.</summary>
internal static class RepairWriter
{
    /// <param name="amendments">The amendments.</param>
    /// <param name="workspace">The workspace before them.</param>
    /// <param name="dryRun">Whether to show what would be written, and write nothing.</param>
    /// <param name="host">Where the files are.</param>
    /// <exception cref="InputException">A file cannot be written, or is standard input.</exception>
    public static void Write(ImmutableArray<Amendment> amendments, Workspace workspace, bool dryRun, CommandHost host)
    {
        Workspace amended = RepairFinder.Apply(workspace, amendments.Select(a => a.Edit));
        var files = new FileSet(host);
        var output = new TerminalWriter(host.Output);
        string[] amendedFiles = [.. amendments.Select(a => a.Edit.File).Distinct().Order(StringComparer.Ordinal)];
        foreach (string file in amendedFiles)
        {
            string before = workspace.Tree(file)?.Text.Content ?? string.Empty;
            string after = amended.Tree(file)?.Text.Content ?? string.Empty;
            if (dryRun)
            {
                WritePatch(file, before, after, output);
            }
            else if (file == LoadedWorkspace.InputName)
            {
                throw new InputException(new InputProblem(ProjectDiagnostics.Unreadable, "Standard input cannot be written to.",
                    "Use '--dry-run' for a patch, or name the file."));
            }
            else
            {
                files.Write(host.FullPath(file), after);
            }
        }

        if (!dryRun)
        {
            files.Commit();
            foreach (Amendment amendment in amendments)
            {
                output.Line(amendment.Title);
            }

            output.Line($"{WireNames.Count(amendedFiles.Length, "file")} written");
        }
    }

    // Amendments touch few lines, so each differing stretch is one hunk without context.
    private static void WritePatch(string file, string before, string after, TerminalWriter output)
    {
        string[] old = before.Split('\n');
        string[] now = after.Split('\n');
        output.Line($"--- a/{file}");
        output.Line($"+++ b/{file}");
        int i = 0;
        int j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                i++;
                j++;
                continue;
            }

            (int oldEnd, int newEnd) = Meet(old, now, i, j);
            output.Line($"@@ -{i + (oldEnd > i ? 1 : 0)},{oldEnd - i} +{j + (newEnd > j ? 1 : 0)},{newEnd - j} @@");
            WriteLines('-', old[i..oldEnd], output);
            WriteLines('+', now[j..newEnd], output);
            (i, j) = (oldEnd, newEnd);
        }
    }

    // Where the two go on alike: the nearest pair of equal lines.
    private static (int Old, int New) Meet(string[] old, string[] now, int i, int j)
    {
        for (int distance = 1; i + distance <= old.Length + now.Length; distance++)
        {
            for (int a = 0; a <= distance; a++)
            {
                int b = distance - a;
                if (i + a < old.Length && j + b < now.Length && old[i + a] == now[j + b])
                {
                    return (i + a, j + b);
                }
            }
        }

        return (old.Length, now.Length);
    }

    private static void WriteLines(char sign, string[] lines, TerminalWriter output)
    {
        foreach (string line in lines)
        {
            output.Line($"{sign}{line.TrimEnd('\r')}");
        }
    }
}
