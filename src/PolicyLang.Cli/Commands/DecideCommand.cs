using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc decide</c>: what the law says of a case.</summary>
internal static class DecideCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> words = GlobalOptions.Words(
            "paths and facts",
            "Files, folders or globs; and facts: name=value, name=value,value, or a flag's name. Without facts, cases are read from standard input as JSON Lines.");
        Option<string> inCase = new("--case") { Description = "A JSON file with the case, like the witness of a conflict; - for standard input.", HelpName = "FILE.json" };
        Option<bool> explain = new("--explain") { Description = "Say of every clause that bears on the case which of its parts hold, and where they stand." };
        Option<string> format = GlobalOptions.Format("text", "json");
        var command = new Command("decide", "Decide one case, or many: permitted, prohibited, conflicting or unregulated, and why.") { words, inCase, explain, format };
        command.SetAction(parsed =>
        {
            MixedArguments arguments = MixedArguments.Split(parsed.GetValue(words) ?? [], host);
            LoadedWorkspace loaded = LoadedWorkspace.Read(arguments.Paths, host);
            if (!SoundFiles.Tell(loaded, host))
            {
                host.Error.WriteLine("No case is decided while the files have errors.");
                return ExitCodes.Findings;
            }

            if (parsed.GetValue(inCase) is null && arguments.Others.Length == 0)
            {
                return DecideLines.Run(loaded.Workspace, host);
            }

            ImmutableArray<RawFact> facts = Merge(parsed.GetValue(inCase) is { } file ? CaseInput.ReadFile(file, host) : [], [.. arguments.Others.Select(CaseInput.ParseArgument)]);
            Decision decision = loaded.Workspace.Decide(facts, out ImmutableArray<Problem> problems) ?? throw CaseInput.Refuse(problems);
            if (!decision.WaysAreComplete)
            {
                host.Error.WriteLine($"warning[PL9003]: There may be more ways to comply with {CaseSentence.List(decision.Applied, "and")} than those told. State what is there already, or see 'policyc explain PL9003'.");
            }

            ImmutableArray<ExplainedClause> why = parsed.GetValue(explain) ? loaded.Workspace.Explain(facts, out ImmutableArray<Problem> unknown) ?? throw CaseInput.Refuse(unknown) : [];
            var ink = new Ink(GlobalOptions.Color(parsed, host));
            if (parsed.GetValue(format) == "json")
            {
                host.Output.WriteLine(JsonText.Of(json => DecisionJson.Write(json, decision, parsed.GetValue(explain) ? why : null)));
            }
            else
            {
                new DecisionText(ink, host.Output).Write(decision, AsCase(facts));
                new ExplanationText(ink, host.Output).Write(why);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    // A fact on the command line changes the one in the file: "the same case, but with SCC".
    private static ImmutableArray<RawFact> Merge(ImmutableArray<RawFact> file, ImmutableArray<RawFact> arguments) =>
        [.. file.Where(fact => arguments.All(other => other.Attribute != fact.Attribute)), .. arguments];

    // Ways to comply are told as changes to sets: "add SCC".
    private static CaseFacts AsCase(ImmutableArray<RawFact> facts) =>
        new([.. facts.Select(fact => new Fact(fact.Attribute, new SetValue(fact.Values)))]);
}
