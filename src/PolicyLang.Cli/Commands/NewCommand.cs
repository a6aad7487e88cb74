using System.CommandLine;
using System.Text;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.NewProjects;
using PolicyLang.Cli.Reporters;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Library;
using PolicyLang.Text;
using PolicyLang.Workspaces;

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
            Refuse(name.Length == 0, $"'{title}' has no letters to make a name of.", "Write a name such as Acme or \"Acme Ltd\".");
            ImmutableArray<string> orders =
                Listed(parsed.GetValue(under) ?? questions.Ask("Whose law binds it? Jurisdictions and blocs, with commas.", DefaultOrder));
            RefuseUnknown(orders, OrderNames(), "jurisdiction or bloc", "'policyc vocabulary' lists them.");
            string known = OfOrders(law, orders);
            ImmutableArray<string> used =
                Listed(parsed.GetValue(uses) ?? questions.Ask("Which law of the library is it to be judged with?", known));
            RefuseUnknown(used, [.. law.Catalog.Names], "framework of the law library", "'policyc law' lists them.");
            string? said = parsed.GetValue(folder) ?? parsed.GetValue(output);
            string target = said ?? questions.Ask("In which folder?", name.ToLowerInvariant());
            var project = new NewProject(title, orders, used, host.FullPath(target))
            { From = CalendarDay.FromDate(Year(host.Today()), 1, 1) };
            Write(project, law.Catalog, host);
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Write(NewProject project, LawCatalog law, CommandHost host)
    {
        Refuse(OrderNames().Contains(project.Name), $"'{project.Name}' is a jurisdiction or a bloc already.",
            "Give the organisation another name, such as its full one.");
        ImmutableArray<KeyValuePair<string, string>> files = ProjectTexts.Of(project, Workspace.Empty.With(law));
        string[] there = [.. files.Select(f => Path.Combine(project.Folder, f.Key)).Where(Path.Exists).Select(host.Show)];
        Refuse(there.Length > 0,
            $"{CaseSentence.List(there, "and")} {(there.Length == 1 ? "is" : "are")} there already; nothing was written.",
            "Name a folder that is empty, or move what is there.");
        var set = new FileSet(host);
        foreach ((string path, string text) in files)
        {
            set.Write(Path.Combine(project.Folder, path), Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        }

        set.Commit();
        var output = new TerminalWriter(host.Output);
        foreach ((string path, _) in files)
        {
            output.Line($"{host.Show(Path.Combine(project.Folder, path))}");
        }

        string folder = host.Show(project.Folder);
        output.Line();
        output.Line($"Next: {(folder == "." ? string.Empty : $"cd {folder}; ")}policyc check; policyc test; policyc generate");
    }

    // The instruments of these orders that the library has, as one would write them.
    private static string OfOrders(LawAtHand law, ImmutableArray<string> orders)
    {
        string[] names =
        [
            .. LawListing.Create(Workspace.Empty.With(law.Files), law.Catalog).Where(i => orders.Contains(i.Order))
                .Select(i => i.Framework.Name),
        ];
        return names.Length == 0 ? Nothing : string.Join(", ", names);
    }

    private static int Year(CalendarDay day) => int.Parse(day.ToString().AsSpan(0, 4));

    private static ImmutableArray<string> Listed(string text) => text == Nothing
        ? []
        : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static string[] OrderNames() =>
        [.. Workspace.Empty.Model.Jurisdictions.NodeNames, .. Workspace.Empty.Model.Blocs.Select(b => b.Name)];

    private static void RefuseUnknown(ImmutableArray<string> names, string[] known, string what, string list)
    {
        ImmutableArray<InputProblem> unknown =
        [
            .. names.Except(known).Select(name => new InputProblem(ProjectDiagnostics.BadFact, $"There is no {what} '{name}'.",
                NearestName.Find(name, known) is { } near ? $"Did you mean '{near}'?" : list)),
        ];
        if (!unknown.IsEmpty)
        {
            throw new InputException(unknown);
        }
    }

    private static void Refuse(bool wrong, string message, string help)
    {
        if (wrong)
        {
            throw new InputException(new InputProblem(ProjectDiagnostics.BadFact, message, help));
        }
    }
}
