using System.CommandLine;
using PolicyLang.Analysis;
using PolicyLang.Analysis.Compliance;
using PolicyLang.Cli.Commands.Comparisons;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Grids;
using PolicyLang.LanguageServer.Reports.Grids;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc matrix</c>: transfers between places, or the law of parties beside the articles of a treaty.</summary>
internal static class MatrixCommand
{
    private const string Use = "policyc matrix [PATH…] [TREATY [PARTY CLAUSE]]";
    private const string Refusal = "No matrix is made while the files have errors.";

    public static Command Create(CommandHost host)
    {
        var options = new ComparisonOptions(
            "A treaty, for its parties and articles; a treaty, a party and a clause, for one entry of that table; none of them, for "
                + "transfers from places to places. name=value adds a fact to the transfers.",
            "text", "csv", "json", "html", "svg", "markdown");
        var facts = new TransferFacts();
        Option<string[]> from = Places("--from", "Only these origins, a row each.");
        Option<string[]> to = Places("--to", "Only these destinations, a column each.");
        Command command = options.Command(
            "matrix",
            "Show a table: which transfers are free, or which party's law breaches which article of a treaty.",
            [
                "policyc matrix --data Health --on 2026-03-01",
                "policyc matrix --data CustomerData --actor Exporter --on today --format csv",
                "policyc matrix DGF --on 2033-01-01",
                "policyc matrix DGF US Art3",
            ],
            facts.Data, facts.Purpose, facts.Actor, from, to);
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("filling the matrix", host);
            if (ComparisonInput.Read(parsed, options, Refusal, host, transfers: true) is not { } input)
            {
                return ExitCodes.Findings;
            }

            input.AtMost(3, $"Use: {Use}");
            if (input.Words.IsEmpty)
            {
                ImmutableArray<RawFact> told = facts.Read(parsed, input, "transfer", input.Day);
                TransferMatrix matrix = ComparisonInput.Answer(
                    input.Workspace.Matrix(
                        told, [.. parsed.GetValue(from) ?? []], [.. parsed.GetValue(to) ?? []], out ImmutableArray<Problem> problems),
                    problems);
                progress.Stop();
                Write(input, () => TransferGrid.Create(matrix, told, input.All), json => MatrixJson.Write(json, matrix, told));
                return ExitCodes.Clean;
            }

            FrameworkSymbol treaty = input.Framework(input.Words[0]);
            ComplianceMatrix table = ComparisonInput.Answer(
                input.Workspace.Compliance(treaty, input.On, out ImmutableArray<Problem> undecided), undecided);
            progress.Stop();
            input.WarnOfUndecidedConflicts();
            if (table.Articles.IsEmpty || table.Rows.IsEmpty)
            {
                throw ComparisonInput.Refuse(
                    table.Rows.IsEmpty
                        ? $"'{treaty.Name}' has no parties."
                        : $"No clause of '{treaty.Name}' asks anything of a party's law.",
                    "A treaty is a framework to which parties are bound, with sentences such as 'parties must not prohibit …'.");
            }

            if (input.Words.Length == 1)
            {
                Write(input, () => ComplianceGrid.Create(table, input.On), json => MatrixJson.Write(json, table, input.On));
            }
            else
            {
                WriteCell(input, table);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static Option<string[]> Places(string name, string description) =>
        new(name) { Description = description, HelpName = "PLACE", AllowMultipleArgumentsPerToken = true };

    private static void Write(ComparisonInput input, Func<Grid> grid, Action<System.Text.Json.Utf8JsonWriter> json)
    {
        switch (input.Format)
        {
            case "json":
                input.Host.Output.WriteLine(JsonText.Write(json));
                break;
            case "csv":
                input.Host.Output.Write(GridMarkup.Csv(grid()));
                break;
            case "html":
                input.Host.Output.Write(GridMarkup.Html(grid()));
                break;
            case "svg":
                input.Host.Output.Write(GridMarkup.Svg(grid()));
                break;
            case "markdown":
                input.Host.Output.Write(GridMarkup.Markdown(grid()));
                break;
            default:
                new GridTerminal(input.Ink, new TerminalWriter(input.Host.Output)).Write(grid());
                break;
        }
    }

    private static void WriteCell(ComparisonInput input, ComplianceMatrix table)
    {
        if (input.Words.Length != 3 || input.Format is not ("text" or "json"))
        {
            throw ComparisonInput.Refuse("One entry takes a party and a clause, and is text or JSON.", $"Use: {Use}");
        }

        ComplianceRow row = table.Rows.FirstOrDefault(r => r.Party == input.Words[1])
            ?? throw ComparisonInput.Unknown($"party to {table.Treaty}", input.Words[1], table.Rows.Select(r => r.Party));
        string name = input.Words[2].StartsWith(table.Treaty + ".", StringComparison.Ordinal)
            ? input.Words[2][(table.Treaty.Length + 1)..]
            : input.Words[2];
        TreatyArticle article = table.Articles.FirstOrDefault(a => a.Name == name)
            ?? throw ComparisonInput.Unknown(
                $"clause of {table.Treaty} about the law of parties", name, table.Articles.Select(a => a.Name));
        int at = table.Articles.IndexOf(article);
        if (input.IsJson)
        {
            input.Host.Output.WriteLine(JsonText.Write(json => MatrixJson.Write(json, table, row, at, input.On)));
        }
        else
        {
            new ComplianceText(input.Ink, new TerminalWriter(input.Host.Output)).Write(table, row, at);
        }
    }
}
