using System.CommandLine;
using System.CommandLine.Completions;
using PolicyLang.Analysis;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.LanguageService;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc law</c>: what is in the law library.</summary>
internal static class LawCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> names = GlobalOptions.Words(
            "names", "Frameworks of the library: their clauses with citations and sources. Without a name, a table of all.");
        names.CompletionSources.Add(_ =>
            LawAtHand.Of(null, host).Catalog.Names.Order(StringComparer.Ordinal).Select(name => new CompletionItem(name)));
        Option<string> on = new("--on") { Description = "Only law that is in force on this day.", HelpName = "YYYY-MM-DD" };
        Option<bool> coverage = new("--coverage")
        { Description = "Say how much of each instrument its scenarios touch; that takes a while." };
        Option<bool> sources = new("--check-sources")
        { Description = "List the address of every source, for somebody to look at; nothing is fetched." };
        Option<string> law = GlobalOptions.Law();
        Option<string> format = GlobalOptions.Format("text", "json");
        var command =
            new Command("law", "List the instruments of the law library, or say what is in one.") { names, on, coverage, sources, law,
            format };
        command.SetAction(parsed =>
        {
            using Progress progress = Progress.Start("reading the library", host);
            LawAtHand library = LawAtHand.Of(parsed.GetValue(law), host);
            Workspace workspace = Workspace.Empty.With(library.Files);
            var listed = new ListedLaw(library.Catalog.Version, DateArgument.Parse(parsed.GetValue(on)),
                Selected(LawListing.Create(workspace, library.Catalog), [.. parsed.GetValue(names) ?? []]),
                parsed.GetValue(coverage) ? workspace.Coverage() : [])
            {
                Sources = parsed.GetValue(sources) ? LawSources.Find(workspace) : null,
                InFull = parsed.GetValue(names) is { Length: > 0 },
            };
            progress.Stop();
            if (parsed.GetValue(format) == "json")
            {
                host.Output.WriteLine(JsonText.Write(json => LawJson.Write(json, listed)));
            }
            else
            {
                new LawText(new AnsiStyle(GlobalOptions.Color(parsed, host)), new TerminalWriter(host.Output)).Write(listed);
            }

            return ExitCodes.Clean;
        });
        return command;
    }

    private static ImmutableArray<LawInstrument> Selected(ImmutableArray<LawInstrument> all, ImmutableArray<string> names)
    {
        ImmutableArray<InputProblem> unknown =
        [
            .. names.Where(name => all.All(i => i.Framework.Name != name)).Select(name => new InputProblem(ProjectDiagnostics.BadFact,
                $"The law library has no framework '{name}'.",
                NearestName.Find(name, all.Select(i => i.Framework.Name)) is { } near
                    ? $"Did you mean '{near}'?"
                    : "'policyc law' lists them.")),
        ];
        return unknown.IsEmpty
            ? names.IsEmpty ? all : [.. names.Distinct().Select(name => all.First(i => i.Framework.Name == name))]
            : throw new InputException(unknown);
    }
}

/// <summary>What <c>policyc law</c> tells.</summary>
/// <param name="Version">The version of the library.</param>
/// <param name="On">The day on which law is to be in force; null for all law.</param>
/// <param name="All">The instruments that are asked for.</param>
/// <param name="Coverage">What scenarios touch; empty where nobody asked.</param>
internal sealed record ListedLaw(
    string Version, CalendarDay? On, ImmutableArray<LawInstrument> All, ImmutableArray<CoveredPart> Coverage)
{
    /// <summary>The addresses of sources; null where nobody asked.</summary>
    public ImmutableArray<LawSource>? Sources { get; init; }

    /// <summary>Whether the clauses are told, and not only the instruments.</summary>
    public bool InFull { get; init; }

    /// <summary>The instruments that are in force on the day, or all.</summary>
    public IEnumerable<LawInstrument> Instruments =>
        All.Where(i => On is not { } day || i.Framework.Force.Any(r => r.Contains(day)));

    /// <summary>How many regions of an instrument scenarios touch, of how many, without those that say why they are not tested; null where
    /// nobody asked.</summary>
    public (int Covered, int All)? CoverageOf(LawInstrument instrument)
    {
        CoveredPart[] parts =
            [.. Coverage.Where(p => ReferenceEquals(p.Clause.Framework, instrument.Framework) && (p.Covered || p.Untested is null))];
        return Coverage.IsEmpty ? null : (parts.Count(p => p.Covered), parts.Length);
    }
}
