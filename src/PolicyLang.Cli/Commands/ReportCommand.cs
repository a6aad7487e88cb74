using System.CommandLine;
using System.Text;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reports.Writers;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Reports.Document;
using PolicyLang.LanguageServer.Reports.Document.Writers;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc report</c>: all analyses in one document that can be handed on.</summary>
internal static class ReportCommand
{
    private const string Html = "html";
    private const string Markdown = "md";
    private const string Word = "docx";

    public static Command Create(CommandHost host)
    {
        var options = new ComparisonOptions("name=value adds a fact to the transfers of the matrix.", Html, Markdown, Word);
        var facts = new TransferFacts();
        Option<string> output = new("--output")
        {
            Description = "The file to write, whose ending says its form where --format does not; standard output if nothing is said.",
            HelpName = "FILE.html|FILE.md|FILE.docx",
        };
        Option<string> title = new("--title") { Description = "What the report is called.", HelpName = "TEXT" };
        Command command = options.Command(
            "report",
            "Write one document with all analyses: a page of HTML that needs nothing from elsewhere, Markdown, or a Word document.",
            [
                "policyc report laws --output report.html",
                "policyc report laws --on today --title \"The draft of June\" --output report.html",
                "policyc report laws --data Health --actor Exporter --output report.docx",
                "policyc report --law --output library.html",
            ],
            output, title, facts.Data, facts.Purpose, facts.Actor);
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("writing the report", host);
            string? path = parsed.GetValue(output);
            string format = FormatOf(parsed.GetValue(options.Format), path);
            if (ComparisonInput.Read(parsed, options, "No report is written while the files have errors.", host) is not { } input)
            {
                return ExitCodes.Findings;
            }

            input.AtMost(0, "Use: policyc report [PATH…] [--output FILE]");
            ImmutableArray<RawFact> transfer = facts.Read(parsed, input.WithSomeOrganisation(), "transfer", CalendarDay.First);
            ReportFacts gathered = new ReportGathering(
                input.Workspace, input.On, [.. transfer.Where(f => f.Attribute != BuiltInAttributes.Date)])
                .Gather(input.Loaded.Diagnostics, out ImmutableArray<Problem> problems) ?? throw CaseInput.Refuse(problems);
            ReportDocument document = ReportBuilder.Build(gathered, parsed.GetValue(title), input.All);
            progress.Stop();
            Write(document, format, path, host);
            if (path is not null)
            {
                new TerminalWriter(host.Output).Line(
                    $"{path}: {WireNames.Count(gathered.Check.Conflicts.Length, "open conflict")} in "
                        + $"{WireNames.Count(gathered.Check.Groups.Length, "group")}, "
                        + $"{WireNames.Count(gathered.Timeline.Days.Length, "day")} on which some answer changes. "
                        + ReportDocument.Notice);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Write(ReportDocument document, string format, string? path, CommandHost host)
    {
        byte[] bytes = format switch
        {
            Word => WordReport.Write(document),
            Markdown => Encoding.UTF8.GetBytes(MarkdownReport.Write(document)),
            _ => Encoding.UTF8.GetBytes(HtmlReport.Write(document)),
        };
        if (path is null)
        {
            host.Output.Write(Encoding.UTF8.GetString(bytes));
            return;
        }

        var files = new FileSet(host);
        files.Write(host.FullPath(path), bytes);
        files.Commit();
    }

    // A file of another kind would be lost.
    private static string FormatOf(string? format, string? path)
    {
        if (path is null)
        {
            return format != Word ? format ?? Html : throw ComparisonInput.Refuse(
                "A Word document is no text for standard output.", "Say where it goes, for example --output report.docx.");
        }

        string ending = path.EndsWith(".policy.md", StringComparison.OrdinalIgnoreCase) ? "policy" : Path.GetExtension(path);
        string? told = ending.ToLowerInvariant() switch
        {
            ".html" or ".htm" => Html,
            ".md" => Markdown,
            ".docx" => Word,
            _ => null,
        };
        return told is null
            ? throw ComparisonInput.Refuse($"'{path}' is no name of a report.", "Let it end with .html, .md or .docx.")
            : format is null || format == told ? told
            : throw ComparisonInput.Refuse(
                $"'{path}' is no name of a report in the form '{format}'.", $"Let it end with .{format}, or leave --format out.");
    }
}
