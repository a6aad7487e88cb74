using System.CommandLine;
using System.Text;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Diagnostics;
using PolicyLang.Formatting;
using PolicyLang.Syntax;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc format</c>: the canonical layout, in place.</summary>
internal static class FormatCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = GlobalOptions.Paths();
        Option<bool> check = new("--check")
        { Description = "Change nothing; list the files that differ, and exit with 1 where there are any." };
        var command = new Command("format",
            "Bring files into the canonical layout. Without a path, what comes on standard input goes to standard output; only where "
            + "somebody types does it mean the project found from here upwards.") { paths, check };
        command.SetAction(parsed =>
        {
            bool checks = parsed.GetValue(check);
            CommandHost at = host;
            LoadedWorkspace loaded = LoadedWorkspace.ReadWhatCanBe(Wanted(parsed.GetValue(paths) ?? [], checks, ref at), at, law: null);
            var files = new FileSet(host);
            ImmutableArray<SyntaxTree> differing = [.. loaded.Workspace.Trees.Where(tree => Format(tree, checks, files, host))];
            files.Commit();
            foreach (SyntaxTree tree in differing.Where(tree => checks || tree.File != LoadedWorkspace.InputName))
            {
                new TerminalWriter(host.Output).Line(tree.File);
            }

            ProblemReporter.Report(loaded.Problems, host.Error);
            return !loaded.Problems.IsEmpty ? ExitCodes.Usage
                : !differing.IsEmpty && checks ? ExitCodes.Findings
                : ExitCodes.Clean;
        });
        return command;
    }

    // Whoever sends a text does not mean the folder: it is never written to instead.
    private static string[] Wanted(string[] paths, bool check, ref CommandHost host)
    {
        if (paths.Length > 0 || host.InputIsTerminal)
        {
            return paths;
        }

        string text = PolicyFileReader.Read(host.Input, LoadedWorkspace.InputName);
        if (text.Length > 0)
        {
            host = host with { Input = new MemoryStream(Encoding.UTF8.GetBytes(text)) };
            return ["-"];
        }

        return check ? [] : throw new InputException(new InputProblem(
            ProjectDiagnostics.NoPolicyFiles, "Nothing came on standard input, and no path is named.",
            "Name what is to be formatted, such as 'policyc format .' for this folder."));
    }

    private static bool Format(SyntaxTree tree, bool check, FileSet files, CommandHost host)
    {
        if (tree.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            new TerminalWriter(host.Error).Line(
                $"note: {tree.File} has syntax errors; the clauses and declarations that have them are left as they are.");
        }

        string text = Formatter.Format(tree);
        bool differs = text != tree.Text.Content;
        if (tree.File == LoadedWorkspace.InputName && !check)
        {
            host.Output.Write(text);
        }
        else if (differs && !check)
        {
            files.Write(host.FullPath(tree.File), text);
        }

        return differs;
    }
}
