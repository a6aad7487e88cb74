using System.CommandLine;
using System.Text;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;

namespace PolicyLang.Cli.Commands.Exports;

/// <summary>What the forms of <c>export</c> share: paths, the library, and where the text goes.</summary>
internal sealed class ExportOptions
{
    public Argument<string[]> Paths { get; } = GlobalOptions.Paths();

    public Option<string> Output { get; } = new("--output")
    { Description = "The file to write; standard output if nothing else is said.", HelpName = "FILE" };

    public Option<string> Law { get; } = GlobalOptions.Law();

    /// <summary>A form of <c>export</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it writes.</param>
    /// <param name="host">Where the files are.</param>
    /// <param name="write">The text without its last line end.</param>
    public Command Command(string name, string description, CommandHost host, Func<LoadedWorkspace, ParseResult, string> write) =>
        Command(name, description, host, (loaded, parsed) => (write(loaded, parsed), ExitCodes.Clean));

    /// <summary>The same where the exit code says something.</summary>
    public Command Command(
        string name, string description, CommandHost host, Func<LoadedWorkspace, ParseResult, (string Text, int Code)> write)
    {
        var command = new Command(name, description) { Paths, Output, Law };
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("exporting", host);
            LoadedWorkspace loaded = LoadedWorkspace.Read(parsed.GetValue(Paths) ?? [], host, parsed.GetValue(Law), judged: true);
            if (!Preflight.Report(loaded, host))
            {
                host.Error.WriteLine("Nothing is exported while the files have errors.");
                return ExitCodes.Findings;
            }

            (string text, int code) = write(loaded, parsed);
            progress.Stop();
            Save(text, parsed, host);
            return code;
        });
        return command;
    }

    private void Save(string text, ParseResult parsed, CommandHost host)
    {
        if (parsed.GetValue(Output) is not { } file)
        {
            new TerminalWriter(host.Output).Own(text);
            return;
        }

        string path = host.FullPath(file);
        var files = new FileSet(host);
        files.Write(path, Encoding.UTF8.GetBytes(text + "\n"));
        files.Commit();
        new TerminalWriter(host.Output).Line($"Wrote {host.Show(path)}.");
    }
}
