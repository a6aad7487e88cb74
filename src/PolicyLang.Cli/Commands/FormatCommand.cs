using System.CommandLine;
using PolicyLang.Cli.Inputs;
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
        var command =
            new Command("format", "Bring files into the canonical layout; standard input goes to standard output.") { paths, check };
        command.SetAction(parsed =>
        {
            LoadedWorkspace loaded = LoadedWorkspace.Read(parsed.GetValue(paths) ?? [], host);
            bool checks = parsed.GetValue(check);
            int differing = loaded.Workspace.Trees.Count(tree => Format(tree, checks, host));
            return differing > 0 && checks ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static bool Format(SyntaxTree tree, bool check, CommandHost host)
    {
        if (tree.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            host.Error.WriteLine($"note: {tree.File} has syntax errors; the clauses and declarations that have them are left as they are.");
        }

        string text = Formatter.Format(tree);
        bool differs = text != tree.Text.Content;
        if (tree.File == LoadedWorkspace.InputName && !check)
        {
            host.Output.Write(text);
        }
        else if (differs)
        {
            host.Output.WriteLine(tree.File);
            if (!check)
            {
                AtomicFile.Write(host.FullPath(tree.File), text, host);
            }
        }

        return differs;
    }
}
