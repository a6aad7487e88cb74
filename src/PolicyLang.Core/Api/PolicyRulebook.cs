using PolicyLang.Library;
using PolicyLang.Projects;
using PolicyLang.Runtime;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang;

/// <summary>
/// Policy files and all that follows from them. Immutable and thread-safe: a changed file gives another rulebook, which keeps what the
/// change does not touch. Nothing is worked out before it is asked for. A reading aid, not legal advice.
/// </summary>
public sealed class PolicyRulebook
{
    private readonly Workspace _workspace;
    private readonly Lazy<ModelMapping> _models;
    private readonly Lazy<PolicySources> _sources;

    internal PolicyRulebook(Workspace workspace)
    {
        _workspace = workspace;
        _models = new(() => new ModelMapping(workspace.Model));
        _sources = new(() => PolicySources.Of(workspace));
    }

    /// <summary>No files, and the vocabulary that comes with the language.</summary>
    public static PolicyRulebook Empty { get; } = new(Workspace.Empty);

    /// <summary>The names of its files, sorted; without those of the law library.</summary>
    public IReadOnlyList<string> Files => [.. _workspace.Trees.Select(t => t.File)];

    /// <summary>Everything that was found: mistakes, conflicts, scenarios that fail; sorted by file and place.</summary>
    public IReadOnlyList<PolicyFinding> Findings => Check();

    /// <summary>The conflicts that precedence does not resolve, accepted ones too; each has a smallest case that shows it.</summary>
    public IReadOnlyList<ConflictModel> Conflicts => [.. _workspace.OpenConflicts.Select(Models.ConflictOf)];

    /// <summary>Every framework, those of the law library that are used too.</summary>
    public IReadOnlyList<FrameworkModel> Frameworks => Models.Frameworks;

    /// <summary>Every clause, in the order of the files.</summary>
    public IReadOnlyList<ClauseModel> Clauses => Models.Clauses;

    /// <summary>The attributes of a case: those of the language, then those of the files.</summary>
    public IReadOnlyList<PolicyAttribute> Attributes => [.. _workspace.Model.Attributes.Select(PolicyAttribute.Of)];

    /// <summary>SHA-256 of every policy text, the vocabulary and the settings: that of models generated from the same files.</summary>
    public string Fingerprint => _sources.Value.Fingerprint;

    /// <summary>What it was made from, and what it holds.</summary>
    public RulebookManifest Manifest =>
        new(Provenance, [.. _sources.Value.Files.Select(f => new SourceModel(f.File, f.Sha256))], Frameworks, Conflicts);

    internal Workspace Workspace => _workspace;

    internal ModelMapping Models => _models.Value;

    internal Provenance Provenance => new(
        Fingerprint,
        typeof(PolicyRulebook).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
        _workspace.Settings.AsOf is { } day ? ModelMapping.DayOf(day) : null);

    /// <summary>The rulebook of one file. Never throws: what is wrong is in <see cref="Findings"/>.</summary>
    /// <param name="file">The name that findings shall show; <c>.policy.md</c> makes it literate.</param>
    /// <param name="text">Its text.</param>
    public static PolicyRulebook Parse(string file, string text) => Empty.With(file, text);

    /// <summary>The rulebook of many files.</summary>
    /// <param name="files">Their names and texts.</param>
    public static PolicyRulebook Parse(IEnumerable<KeyValuePair<string, string>> files) => Empty.With(files);

    /// <summary>The same rulebook with one file added or replaced.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="text">Its text.</param>
    public PolicyRulebook With(string file, string text) => new(_workspace.With(file, text));

    /// <summary>The same rulebook with many files added or replaced.</summary>
    /// <param name="files">Their names and texts.</param>
    public PolicyRulebook With(IEnumerable<KeyValuePair<string, string>> files) => new(_workspace.With(files));

    /// <summary>The same rulebook without a file.</summary>
    /// <param name="file">Its name.</param>
    public PolicyRulebook Without(string file) => new(_workspace.Without(file));

    /// <summary>The same rulebook with a law library at hand, from which files take law with <c>uses</c>. That of the package
    /// <c>PolicyLang.Law</c> is <c>WithLibrary(LawLibrary.Version, LawLibrary.ReadIndex, LawLibrary.Read)</c>.</summary>
    /// <param name="version">The version of the library.</param>
    /// <param name="index">Its index.</param>
    /// <param name="read">The text of a file, by its path.</param>
    public PolicyRulebook WithLibrary(string version, Func<string> index, Func<string, string> read) =>
        new(_workspace.With(new LawCatalog(version, index, read)));

    /// <summary>The same rulebook under the settings of a <c>policy.json</c>: severities, principles, the law that all files use. Which
    /// files count is left to the caller.</summary>
    /// <param name="json">The text of the file.</param>
    /// <exception cref="FormatException">It cannot be used.</exception>
    public PolicyRulebook WithProject(string json)
    {
        ProjectReading reading = ProjectFileReader.Read("policy.json", json);
        return reading.Unusable is { } wrong
            ? throw new FormatException(PolicyFinding.Of(wrong).ToString())
            : new(_workspace.With(reading.Settings.Workspace with
            {
                AsOf = reading.Settings.AsOf is { } text && CalendarDay.TryParse(text, out CalendarDay day)
                    ? day
                    : _workspace.Settings.AsOf,
            }));
    }

    /// <summary>The same rulebook, with acknowledgements judged as of a day.</summary>
    /// <param name="day">The day; null to leave their last days out of account.</param>
    public PolicyRulebook AsOf(DateOnly? day) =>
        new(_workspace.AsOf(day is { } stated ? CalendarDay.FromDate(stated.Year, stated.Month, stated.Day) : null));

    /// <inheritdoc cref="Findings"/>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<PolicyFinding> Check(CancellationToken cancellation = default) =>
        [.. _workspace.GetDiagnostics(cancellation).Select(PolicyFinding.Of)];

    /// <summary>What the law says of a case, all legal orders combined. Ask whether it is permitted, never whether it is not
    /// prohibited.</summary>
    /// <param name="act">The case.</param>
    /// <param name="whenIncomplete">What to do where the case leaves out what its answer rests on. A day is always needed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidCaseException">A fact names nothing, or a required one is missing.</exception>
    /// <exception cref="RulebookException">Part of the files was not understood, or the case is beyond the limits of the
    /// engine.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public PolicyOutcome Decide(
        PolicyCase act, WhenIncomplete whenIncomplete = WhenIncomplete.Refuse, CancellationToken cancellation = default) =>
        new Question(this, act, cancellation).Decide(whenIncomplete);

    /// <summary>The same answer with its reasons: clauses applied and defeated, duties, ways to comply, what was assumed.</summary>
    /// <inheritdoc cref="Decide"/>
    public PolicyDecision Explain(
        PolicyCase act, WhenIncomplete whenIncomplete = WhenIncomplete.Refuse, CancellationToken cancellation = default) =>
        new Question(this, act, cancellation).Explain(whenIncomplete);

    /// <summary>Every clause that bears on a case, word by word; what is left out is neutral.</summary>
    /// <inheritdoc cref="Decide"/>
    public IReadOnlyList<PolicyReason> Reasons(PolicyCase act, CancellationToken cancellation = default) =>
        new Question(this, act, cancellation).Reasons();

    /// <summary>What keeps a case from being decided; none for one that can be.</summary>
    /// <inheritdoc cref="Decide"/>
    public IReadOnlyList<CaseProblem> Validate(PolicyCase act, CancellationToken cancellation = default) =>
        new Question(this, act, cancellation).Validate();

    /// <summary>How the law differs in effect from that of an earlier rulebook.</summary>
    /// <param name="earlier">The earlier rulebook.</param>
    /// <param name="on">A day, if only its cases and conflicts are wanted.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="RulebookException">Part of the files of one of them was not understood.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public PolicyDifference CompareWith(PolicyRulebook earlier, DateOnly? on = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        earlier.RefuseHidingErrors(cancellation);
        RefuseHidingErrors(cancellation);
        CalendarDay? day = on is { } stated ? new CalendarDay(stated.DayNumber) : null;
        return PolicyDifference.Of(_workspace.CompareWith(earlier._workspace, day, cancellation), earlier.Models, Models);
    }

    internal IReadOnlyList<PolicyFinding> HidingErrors(CancellationToken cancellation = default) =>
        [.. _workspace.GetHidingErrors(conflicts: false, cancellation).Select(PolicyFinding.Of)];

    // Else an answer would be that of other law than is written.
    internal void RefuseHidingErrors(CancellationToken cancellation)
    {
        IReadOnlyList<PolicyFinding> errors = HidingErrors(cancellation);
        if (errors.Count > 0)
        {
            throw new RulebookException(errors);
        }
    }
}
