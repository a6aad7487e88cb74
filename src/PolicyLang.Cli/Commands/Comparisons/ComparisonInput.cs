using System.CommandLine;
using System.Text.Json;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Reporters.Comparisons;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;
using Symbol = PolicyLang.Semantics.Symbol;

namespace PolicyLang.Cli.Commands.Comparisons;

/// <summary>What a command that compares laws was given: the law, read and free of errors, the other words, the day.</summary>
internal sealed class ComparisonInput
{
    private readonly ComparisonOptions _options;
    private readonly ParseResult _parsed;

    private ComparisonInput(ParseResult parsed, ComparisonOptions options, LoadedWorkspace loaded, CommandHost host)
    {
        (_parsed, _options, Loaded, Host) = (parsed, options, loaded, host);
        On = DateArgument.ParseAsOf(parsed.GetValue(options.On), host);
        Ink = new AnsiStyle(GlobalOptions.Color(parsed, host));
    }

    public LoadedWorkspace Loaded { get; }

    public Workspace Workspace => Loaded.Workspace;

    /// <summary>The words that are no paths and state no fact.</summary>
    public ImmutableArray<string> Words { get; private init; } = [];

    /// <summary>The facts among the words.</summary>
    public ImmutableArray<RawFact> Facts { get; private init; } = [];

    /// <summary>The same, with the day that was asked for.</summary>
    public ImmutableArray<RawFact> FactsOnDay => On is { } day ? Facts.Add(new RawFact(BuiltInAttributes.Date, [day.ToString()])) : Facts;

    /// <summary>The day that was asked for; null where none was.</summary>
    public CalendarDay? On { get; }

    public CommandHost Host { get; }

    public AnsiStyle Ink { get; }

    public string Format => _parsed.GetValue(_options.Format) ?? "text";

    public bool IsJson => Format == "json";

    /// <summary>Where the answer is told to people, in the form that was asked for.</summary>
    public IProse Text => Prose.For(Format, Ink, Host.Output);

    /// <summary>Whether all is to be told.</summary>
    public bool All => _parsed.GetValue(_options.All);

    /// <summary>The day, or that as of which the project is judged.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public CalendarDay Day => On ?? Workspace.Settings.AsOf ?? throw new InputException(new InputProblem(
        ProjectDiagnostics.BadFact, "No day is given.", "Add --on with a day, for example --on 2026-01-31, or --on today."));

    /// <summary>The same, in which no organisation's own policy counts where there are several and none is named.</summary>
    public ComparisonInput WithSomeOrganisation() =>
        Workspace.Model.Organisations.Length < 2 || Facts.Any(f => f.Attribute == BuiltInAttributes.Organisation)
            ? this
            : new ComparisonInput(_parsed, _options, Loaded, Host)
            {
                Words = Words,
                Facts = Facts.Add(new RawFact(BuiltInAttributes.Organisation, [AskedCase.Nobody])),
            };

    /// <summary>Reads it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">Its options.</param>
    /// <param name="refusal">That there is no answer while the files have errors, as a sentence.</param>
    /// <param name="host">Where the files are.</param>
    /// <param name="transfers">Whether without the name of an instrument the answer tells of no conflict.</param>
    /// <returns>Null where the files have errors, which were told.</returns>
    /// <exception cref="InputException">Something cannot be read.</exception>
    public static ComparisonInput? Read(
        ParseResult parsed, ComparisonOptions options, string refusal, CommandHost host, bool transfers = false)
    {
        ILookup<bool, string> words = (parsed.GetValue(options.Words) ?? []).ToLookup(word => IsPath(word, host));
        LoadedWorkspace loaded =
            LoadedWorkspace.Read([.. words[true]], host, parsed.GetValue(options.Law), judged: true, parsed.GetValue(options.AsOf));
        bool json = parsed.GetValue(options.Format) == "json";
        return !Preflight.OrRefuse(loaded, refusal, json, host, conflicts: !transfers || words[false].Any(w => !IsFact(w)))
            ? null
            : new ComparisonInput(parsed, options, loaded, host)
            {
                Words = [.. words[false].Where(w => !IsFact(w))],
                Facts = [.. words[false].Where(IsFact).Select(CaseInput.ParseArgument)],
            };
    }

    /// <summary>Refuses more words than a command knows what to do with.</summary>
    /// <exception cref="InputException">There are more.</exception>
    public void AtMost(int count, string use)
    {
        if (Words.Length > count)
        {
            throw Refuse($"'{Words[count]}' is one word too many, and no path.", use);
        }
    }

    /// <summary>The two frameworks or legal orders that are compared.</summary>
    /// <param name="sentence">That there have to be two.</param>
    /// <param name="use">How the command is used.</param>
    /// <exception cref="InputException">There are fewer or more, or one is unknown.</exception>
    public (Symbol First, Symbol Second) TwoLaws(string sentence, string use)
    {
        AtMost(2, use);
        if (Words.Length < 2)
        {
            throw Refuse(sentence, use);
        }

        ImmutableArray<Symbol> laws = KnownNames.Orders(Words, Workspace);
        return (laws[0], laws[1]);
    }

    /// <summary>A framework by its name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public FrameworkSymbol Framework(string name) =>
        Workspace.Model.Frameworks.FirstOrDefault(f => f.Name == name)
            ?? throw Unknown("framework", name, Workspace.Model.Frameworks.Select(f => f.Name));

    /// <summary>Tells the answer.</summary>
    /// <param name="json">Writes it as JSON.</param>
    /// <param name="text">Writes it for people.</param>
    public void Tell(Action<Utf8JsonWriter> json, Action text)
    {
        if (IsJson)
        {
            Host.Output.WriteLine(JsonText.Write(json));
        }
        else
        {
            text();
        }
    }

    public static InputException Refuse(string sentence, string? help = null) =>
        new(new InputProblem(ProjectDiagnostics.BadFact, sentence, help));

    public static InputException Unknown(string what, string name, IEnumerable<string> known) =>
        Refuse(
            $"There is no {what} '{name}', and no such path.",
            NearestName.Find(name, known) is { } near ? $"Did you mean '{near}'?" : null);

    /// <summary>The answer, if there is one.</summary>
    /// <exception cref="InputException">There is none; the problems say why.</exception>
    public static T Answer<T>(T? answer, ImmutableArray<Problem> problems)
        where T : class =>
        answer ?? throw CaseInput.Refuse(problems);

    /// <summary>Says on standard error which clauses have conflicts that are not all known.</summary>
    public void WarnOfUndecidedConflicts() => ProblemReporter.Report(
        [.. Workspace.UndecidedConflicts().Select(d => new InputProblem(d.Descriptor, $"{Display.Place(d.Location)}: {d.Message}"))],
        Host.Error);

    /// <summary>Says on standard error of which clauses it is not known where they stand.</summary>
    public void WarnOfUndecided(ImmutableArray<string> clauses) => ProblemReporter.Report(
        [
            .. clauses.Select(c => new InputProblem(
                LimitDiagnostics.Undecided, $"It is not decided where '{c}' stands, so that the answer may miss what it says.",
                "Narrow its places or conditions, or split it.")),
        ],
        Host.Error);

    // A pattern may compare something, but begins with more than one word.
    private static bool IsFact(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and int at && !word[..at].Contains(' ', StringComparison.Ordinal);

    private static bool IsPath(string word, CommandHost host) =>
        File.Exists(host.FullPath(word)) || Directory.Exists(host.FullPath(word)) || word == "-"
        || (!IsFact(word) && (word.AsSpan().IndexOfAny("/\\*") >= 0 || word.Contains(".policy", StringComparison.Ordinal)));
}
