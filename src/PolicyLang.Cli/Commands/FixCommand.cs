using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc fix</c>: makes every change that mends a finding for certain.</summary>
internal static class FixCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = GlobalOptions.Paths();
        Option<bool> check = new("--check")
        { Description = "Change nothing; list what would be done, and exit with 1 where there is anything." };
        var command = new Command("fix",
            "Make every change that mends a finding for certain, such as a misspelled name. What can be mended in several ways stays as it "
            + "is. With - for standard input, the text goes to standard output.") { paths, check };
        command.SetAction((parsed, cancellation) =>
        {
            using Progress progress = Progress.Start("mending", host);
            bool checks = parsed.GetValue(check);
            LoadedWorkspace loaded = LoadedWorkspace.Read(parsed.GetValue(paths) ?? [], host, law: null);
            (Workspace after, ImmutableArray<Diagnostic> mended) = SafeFixes.Apply(loaded.Workspace, cancellation);
            progress.Stop();
            bool piped = !checks && loaded.Workspace.Tree(LoadedWorkspace.InputName) is not null;
            if (!checks)
            {
                Write(loaded.Workspace, after, host);
            }

            // Standard output holds the text itself, if that is where it goes.
            Tell(mended, checks, new TerminalWriter(piped ? host.Error : host.Output));
            return Task.FromResult(checks && !mended.IsEmpty ? ExitCodes.Findings : ExitCodes.Clean);
        });
        return command;
    }

    private static void Write(Workspace before, Workspace after, CommandHost host)
    {
        var files = new FileSet(host);
        foreach (SyntaxTree tree in after.Trees)
        {
            string text = tree.Text.Content;
            if (tree.File == LoadedWorkspace.InputName)
            {
                host.Output.Write(text);
            }
            else if (text != before.Tree(tree.File)?.Text.Content)
            {
                files.Write(host.FullPath(tree.File), text);
            }
        }

        files.Commit();
    }

    private static void Tell(ImmutableArray<Diagnostic> mended, bool checks, TerminalWriter output)
    {
        foreach (Diagnostic finding in mended)
        {
            output.Line($"{finding.Location.File}:{finding.Location.Start.Line + 1}: {finding.Code}: {finding.Fix?.Title}");
        }

        string count = WireNames.Count(mended.Length, "finding");
        output.Line(mended.IsEmpty ? "Nothing to mend."
            : checks ? $"{count} can be mended: policyc fix"
            : $"{count} mended in {WireNames.Count(mended.Select(f => f.Location.File).Distinct().Count(), "file")}");
    }
}
