using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;
using Symbol = PolicyLang.Semantics.Symbol;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc decide</c>: what the law says of a case.</summary>
internal static class DecideCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> words = GlobalOptions.Words(
            "paths and facts",
            "Files, folders or globs; and facts: name=value, name=value,value, or a flag's name. Without facts, cases are read from "
                + "standard input as JSON Lines.");
        Option<string> inCase = new("--case")
        { Description = "A JSON file with the case, like the witness of a conflict; - for standard input.", HelpName = "FILE.json" };
        Option<bool> explain = new("--explain")
        { Description = "Say of every clause that bears on the answer which of its parts hold, and where they stand." };
        Option<bool> all = new("--all")
        { Description = "With --explain: every clause that comes near the case, not only those that bear on the answer." };
        Option<string[]> under = new("--under")
        { Description = "Only law of this order, or of this framework; may be repeated.", HelpName = "NAME" };
        Option<string> format = GlobalOptions.Format("text", "json");
        Option<string> law = GlobalOptions.Law();
        var command =
            new Command("decide", "Decide one case, or many: permitted, prohibited, conflicting or unregulated, and why.") { words, inCase,
            explain, all, under, law, format };
        command.SetAction(parsed =>
        {
            MixedArguments arguments = MixedArguments.Split(parsed.GetValue(words) ?? [], host);
            LoadedWorkspace loaded = LoadedWorkspace.Read(arguments.Paths, host, parsed.GetValue(law));
            bool json = parsed.GetValue(format) == "json";
            if (!Preflight.OrRefuse(loaded, "No case is decided while the files have errors.", json, host, conflicts: false))
            {
                return ExitCodes.Findings;
            }

            ImmutableArray<Symbol> orders = KnownNames.Orders([.. parsed.GetValue(under) ?? []], loaded.Workspace);
            if (parsed.GetValue(inCase) is null && arguments.Others.Length == 0)
            {
                return DecideLines.Run(loaded.Workspace, orders, host);
            }

            ImmutableArray<RawFact> facts =
                Merge(parsed.GetValue(inCase) is { } file ? CaseInput.ReadFile(file, host) : [],
                [.. arguments.Others.Select(CaseInput.ParseArgument)]);
            ImmutableArray<DecidedCase> cases = DecidedCase.Decide(loaded.Workspace, facts, orders, out ImmutableArray<Problem> problems);
            if (cases.IsEmpty)
            {
                if (json && problems.Select(p => p.Outside).FirstOrDefault(o => o is not null) is { } outside)
                {
                    host.Output.WriteLine(JsonText.Write(writer => DecisionJson.WriteOutside(writer, outside)));
                }

                throw CaseInput.Refuse(problems);
            }

            foreach (DecidedCase decided in cases.Where(c => !c.Decision.WaysAreComplete))
            {
                new TerminalWriter(host.Error).Line($"warning[PL9003]: There may be more ways to comply with "
                    + $"{CaseSentence.List(decided.Decision.Applied, "and")} than those told. State what is there already, or see "
                    + $"'policyc explain PL9003'.");
            }

            ImmutableArray<ImmutableArray<ExplainedClause>?> why =
                [.. cases.Select(c => parsed.GetValue(explain)
                ? Explain(loaded.Workspace, c, orders, parsed.GetValue(all))
                : (ImmutableArray<ExplainedClause>?)null)];
            if (json)
            {
                host.Output.WriteLine(JsonText.Write(writer => DecisionJson.Write(writer, cases, why)));
                return ExitCodes.Clean;
            }

            var ink = new AnsiStyle(GlobalOptions.Color(parsed, host));
            var output = new TerminalWriter(host.Output);
            for (int i = 0; i < cases.Length; i++)
            {
                if (cases.Length > 1)
                {
                    if (i > 0)
                    {
                        output.Line();
                    }

                    output.Line(ink.Bold($"{cases[i].Describe(facts)}:"));
                }

                new DecisionText(ink, output).Write(cases[i].Decision, AsCase(cases[i].Facts));
                new ExplanationText(ink, output).Write(why[i] ?? []);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static ImmutableArray<ExplainedClause> Explain(
        Workspace workspace, DecidedCase decided, ImmutableArray<Symbol> under, bool all) =>
        [.. (workspace.Explain(decided.Facts, out ImmutableArray<Problem> unknown) ?? throw CaseInput.Refuse(unknown))
            .Where(c => (all || c.Bears) && c.Clause.IsUnder(under))];

    // A fact on the command line replaces the one in the case file.
    private static ImmutableArray<RawFact> Merge(ImmutableArray<RawFact> file, ImmutableArray<RawFact> arguments) =>
        [.. file.Where(fact => arguments.All(other => other.Attribute != fact.Attribute)), .. arguments];

    // Ways to comply are told as changes to sets: "add SCC".
    private static CaseFacts AsCase(ImmutableArray<RawFact> facts) =>
        new([.. facts.Select(fact => new Fact(fact.Attribute, new SetValue(fact.Values)))]);
}
