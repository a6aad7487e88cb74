using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Diagnostics;
using PolicyLang.Repairs.Hypotheses;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc what-if</c>: what an adoption, a withdrawal, a reservation or a repeal would change, and for whom.</summary>
internal static class WhatIfCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = GlobalOptions.Paths();
        Option<string[]> adopt = Repeated(
            "--adopt", "A party adopts an instrument: \"CN DGF since 2029-01-01 reserving DGF.Art2\".", "TEXT");
        Option<string[]> withdraw = Repeated(
            "--withdraw", "A party is no longer bound, from a day on or altogether: \"BR DGF since 2030-01-01\".", "TEXT");
        Option<string[]> reserve = Repeated(
            "--reserve", "A party reserves clauses, for as long as is said: \"BR DGF.Art2, DGF.Art4 until 2035-12-31\".", "TEXT");
        Option<string[]> repeal = Repeated("--repeal", "A clause or a framework is repealed: \"GDPR.Art44 since 2030-01-01\".", "TEXT");
        Option<string[]> add = Repeated("--add", "A file is added.", "FILE");
        Option<string[]> without = Repeated("--without", "A file of those that are read is left out.", "FILE");
        Option<string> failOn = new("--fail-on") { Description = "Make the exit code 1 if there is any new conflict.", HelpName = "any" };
        failOn.AcceptOnlyFromAmong("any");
        Option<string> asOf = GlobalOptions.AsOf();
        Option<bool> all = new("--all") { Description = "Tell every change, and all kinds of cases of each." };
        Option<string> format = GlobalOptions.Format("text", "json", "markdown");
        Option<string> law = GlobalOptions.Law();
        var command = new Command(
            "what-if",
            "Tell what would change, and for whom, if a party adopted, reserved or withdrew, or if law were repealed, added or gone. "
                + "Nothing is written.")
        { paths, adopt, withdraw, reserve, repeal, add, without, failOn, asOf, all, law, format };
        command.Validators.Add(result =>
        {
            if (new Option[] { adopt, withdraw, reserve, repeal, add, without }.All(o => result.GetResult(o) is null))
            {
                result.AddError("Say what is supposed: --adopt, --withdraw, --reserve, --repeal, --add or --without.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            using Progress progress = Progress.Start("comparing", host);
            LoadedWorkspace loaded = LoadedWorkspace.Read(
                parsed.GetValue(paths) ?? [], host, parsed.GetValue(law), judged: true, parsed.GetValue(asOf));
            var output = new ComparisonOutput(
                parsed.GetValue(format) ?? "text", parsed.GetValue(all), GlobalOptions.Color(parsed, host), host);
            if (!output.Accepts(loaded, "Nothing is supposed while the files have errors."))
            {
                return Task.FromResult(ExitCodes.Findings);
            }

            Workspace files = Files(loaded.Workspace, parsed.GetValue(add) ?? [], parsed.GetValue(without) ?? [], host);
            var supposition = new Supposition
            {
                Adopt = [.. parsed.GetValue(adopt) ?? []],
                Withdraw = [.. parsed.GetValue(withdraw) ?? []],
                Reserve = [.. parsed.GetValue(reserve) ?? []],
                Repeal = [.. parsed.GetValue(repeal) ?? []],
            };
            Func<WhatIfAnswer>? ask = loaded.Workspace.Suppose(
                supposition, files, out Workspace supposed, out ImmutableArray<Problem> problems, cancellation);
            if (ask is null)
            {
                throw CaseInput.Refuse(problems);
            }

            if (!output.Accepts(loaded with { Workspace = supposed }, "What is supposed has errors."))
            {
                return Task.FromResult(ExitCodes.Usage);
            }

            WhatIfAnswer answer = ask();
            progress.Stop();
            output.Write(answer);
            bool fails = parsed.GetValue(failOn) is not null && !answer.Comparison.Conflicts.New.IsEmpty;
            return Task.FromResult(fails || !answer.Comparison.Undecided.IsEmpty ? ExitCodes.Findings : ExitCodes.Clean);
        });
        return command;
    }

    private static Option<string[]> Repeated(string name, string description, string value) =>
        new(name) { Description = $"{description} May be repeated.", HelpName = value };

    private static Workspace Files(Workspace workspace, string[] add, string[] without, CommandHost host)
    {
        foreach (string file in without)
        {
            string shown = host.NameOf(host.FullPath(file));
            workspace = workspace.Trees.Any(t => t.File == shown) ? workspace.Without(shown)
                : throw new InputException(new InputProblem(
                    ProjectDiagnostics.PathNotFound,
                    $"'{file}' is none of the files that are read.",
                    "Name it as 'policyc check' shows it."));
        }

        return add.Length == 0 ? workspace : workspace.With(SourceFiles.Find(add, host).Files
            .Select(f => KeyValuePair.Create(host.NameOf(f.Path), PolicyFileReader.Read(f.Path, host.Show(f.Path)))));
    }
}
