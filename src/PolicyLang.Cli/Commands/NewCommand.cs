using System.CommandLine;
using System.Text;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.NewProjects;
using PolicyLang.Cli.Reporters;
using PolicyLang.Decisions;
using PolicyLang.Library;
using PolicyLang.Projects;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc new</c>: a project that works from the first minute.</summary>
internal static class NewCommand
{
    private const string DefaultTitle = "Acme";
    private const string DefaultOrder = "EU";
    private const string Nothing = "none";

    public static Command Create(CommandHost host)
    {
        Argument<string?> folder = new("folder")
        {
            Description = "Where the project is to stand; a folder of the organisation's name if nothing is said.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> organisation = new("--organisation")
        { Description = $"What the organisation is called; {DefaultTitle} if nothing is said and nobody can be asked.", HelpName = "NAME" };
        Option<string> under = new("--under")
        {
            Description = $"The legal orders whose law binds it, with commas between them; {DefaultOrder} if nothing is said.",
            HelpName = "EU,US",
        };
        Option<string> uses = new("--uses")
        { Description = "The frameworks of the law library that it uses, with commas between them; all of those orders if nothing is said. "
            + $"'{Nothing}' for none.", HelpName = "GDPR,CloudAct" };
        Option<string> output = new("--output") { Description = "The same as the folder.", HelpName = "DIR" };
        var command = new Command("new",
            "Make a project: policy.json, a policy of three clauses, scenarios, a CI workflow. On a terminal it asks. Nothing that is "
            + "there is overwritten.") { folder, organisation, under, uses, output };
        command.SetAction(parsed =>
        {
            LawAtHand law = LawAtHand.Of(null, host);
            bool asks = host.InputIsTerminal;
            using var reader = new StreamReader(host.Input, Encoding.UTF8);
            var questions = new ProjectQuestions(asks ? reader : TextReader.Null, asks ? host.Error : TextWriter.Null);
            string title = parsed.GetValue(organisation) ?? questions.Ask("What is your organisation called?", DefaultTitle);
            string name = NewProject.NameOf(title);
            Refuse(new NewProject(title, [], []) { From = host.Today() }, law.Catalog);
            ImmutableArray<string> orders =
                Listed(parsed.GetValue(under) ?? questions.Ask("Whose law binds it? Jurisdictions and blocs, with commas.", DefaultOrder));
            Refuse(new NewProject(title, orders, []) { From = host.Today() }, law.Catalog);
            string[] known = [.. StarterLaw.List(law.Catalog, orders).Where(i => i.IsSuggested).Select(i => i.Instrument.Framework.Name)];
            ImmutableArray<string> used = Listed(parsed.GetValue(uses) ?? questions.Ask(
                "Which law of the library is it to be judged with?", known.Length == 0 ? Nothing : string.Join(", ", known)));
            var project = new NewProject(title, orders, used) { From = CalendarDay.FromDate(Year(host.Today()), 1, 1) };
            Refuse(project, law.Catalog);
            string said = parsed.GetValue(folder) ?? parsed.GetValue(output) ?? questions.Ask("In which folder?", name.ToLowerInvariant());
            Write(project, host.FullPath(said), law.Catalog, host);
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Write(NewProject project, string target, LawCatalog law, CommandHost host)
    {
        ImmutableArray<KeyValuePair<string, string>> files = NewProjectFiles.Write(project, law);
        string[] there = [.. files.Select(f => Path.Combine(target, f.Key)).Where(Path.Exists).Select(host.Show)];
        if (there.Length > 0)
        {
            throw new InputException(new InputProblem(ProjectDiagnostics.BadFact,
                $"{CaseSentence.List(there, "and")} {(there.Length == 1 ? "is" : "are")} there already; nothing was written.",
                "Name a folder that is empty, or move what is there."));
        }

        var set = new FileSet(host);
        foreach ((string path, string text) in files)
        {
            set.Write(Path.Combine(target, path), Encoding.UTF8.GetBytes(text));
        }

        set.Commit();
        var output = new TerminalWriter(host.Output);
        foreach ((string path, _) in files)
        {
            output.Line($"{host.Show(Path.Combine(target, path))}");
        }

        string folder = host.Show(target);
        output.Line();
        output.Line($"Next: {(folder == "." ? string.Empty : $"cd {folder}; ")}policyc check; policyc test; policyc generate");
    }

    private static int Year(CalendarDay day) => int.Parse(day.ToString().AsSpan(0, 4));

    private static ImmutableArray<string> Listed(string text) => text == Nothing
        ? []
        : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static void Refuse(NewProject project, LawCatalog law)
    {
        ImmutableArray<NewProjectProblem> problems = NewProjectProblems.Find(project, law);
        if (!problems.IsEmpty)
        {
            throw new InputException([.. problems.Select(p => new InputProblem(ProjectDiagnostics.BadFact, p.Message, p.Help))]);
        }
    }
}
