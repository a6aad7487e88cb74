using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Differences;

/// <summary>Two versions of the law in one space: an old and a new one, or those of two days that follow each other.</summary>
internal sealed class TwoVersions
{
    private readonly CaseWriter _writer;
    private readonly RegionWords _words;
    private readonly int _blocks;
    private readonly int? _day;
    private readonly ImmutableArray<Rule> _old;
    private readonly ImmutableArray<Rule> _new;
    private readonly Func<int, IReadOnlyList<int>>? _neighbours;

    /// <param name="before">The old rules.</param>
    /// <param name="after">The new rules.</param>
    /// <param name="on">A day, if only its cases are wanted.</param>
    /// <param name="blocks">How many kinds of cases are told of each change; none for 0.</param>
    public TwoVersions(RuleBook before, RuleBook after, DayRange? on, int blocks)
        : this(before, after, new RegionTranslation(before.Space, after.Space).Translate, r => r, new PartyTable(before),
            new PartyTable(after), RegionWords.Of(after), blocks)
    {
        Scope = on is { } days ? Regions.And(Scope, after.Compiler.Days(days)) : Scope;
    }

    private TwoVersions(RuleBook before, RuleBook after, Func<Region, Region> ofOld, Func<Region, Region> ofNew, PartyTable oldParties,
        PartyTable newParties, RegionWords words, int blocks)
    {
        (Before, After, OfOld, OfNew, Regions, _blocks, _words) = (before, after, ofOld, ofNew, after.Space.Regions, blocks, words);
        (OldParties, NewParties) = (oldParties, newParties);
        _writer = new CaseWriter(after.Space);
        (_old, _new) = (before.Rules, after.Rules);
        Region existed = ofOld(before.Existing);
        Region exists = ofNew(after.Existing);
        ExistenceChanged = !ReferenceEquals(existed, exists);
        Scope = Regions.And(existed, exists);
    }

    private TwoVersions(RuleBook book, int variable, int day, PartyTable parties, ImmutableArray<Rule> near,
        Func<int, IReadOnlyList<int>> neighbours, RegionWords words, int blocks)
        : this(book, book, r => book.Space.Regions.Cofactor(r, variable, day - 1), r => book.Space.Regions.Cofactor(r, variable, day),
            parties, parties, words, blocks)
    {
        (_day, _old, _new, _neighbours) = (day, near, near, neighbours);
    }

    /// <summary>The law of a day, and of the day before.</summary>
    /// <param name="book">The rules.</param>
    /// <param name="date">The date.</param>
    /// <param name="day">The day.</param>
    /// <param name="parties">What parties owe.</param>
    /// <param name="near">The rules that may bear on what changes.</param>
    /// <param name="neighbours">By the number of a rule, those of the rules that may share cases with it.</param>
    /// <param name="words">Says regions.</param>
    /// <param name="blocks">How many kinds of cases are told of each change.</param>
    public static TwoVersions OfDays(RuleBook book, AttributeSymbol date, CalendarDay day, PartyTable parties, ImmutableArray<Rule> near,
        Func<int, IReadOnlyList<int>> neighbours, RegionWords words, int blocks) =>
        new(book, book.Space.VariableOf(date), day.Number, parties, near, neighbours, words, blocks);

    public RuleBook Before { get; }

    public RuleBook After { get; }

    public RegionSpace Regions { get; }

    /// <summary>Cases of the old version in the common space.</summary>
    public Func<Region, Region> OfOld { get; }

    /// <summary>Cases of the new version in the common space.</summary>
    public Func<Region, Region> OfNew { get; }

    /// <summary>What parties owed.</summary>
    public PartyTable OldParties { get; }

    /// <summary>What parties owe.</summary>
    public PartyTable NewParties { get; }

    /// <summary>The cases that are compared: those that there are in both versions.</summary>
    public Region Scope { get; }

    /// <summary>Whether there are cases in one version only.</summary>
    public bool ExistenceChanged { get; }

    /// <summary>What could not be told in words because it is beyond the budget: the clauses of those changes.</summary>
    public SortedSet<string> Untold { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers a question about both versions within the budgets of their spaces.</summary>
    public static Attempt<T> TryAnswer<T>(RuleBook before, RuleBook after, Func<T> work) =>
        before.Space.Regions.TryAnswer(() => after.Space.Regions.TryAnswer(work)).Or(default);

    /// <summary>The rules of both versions of a sort, where they stand among the cases that are compared.</summary>
    public (ImmutableArray<Stand> Before, ImmutableArray<Stand> After) Stands(Func<Rule, bool> wanted) => (
        [.. _old.Where(wanted).Select(r => Standing(r, OfOld(Before.Undefeated(r)), OfOld(r.Trigger)))],
        [.. _new.Where(wanted).Select(r => Standing(r, OfNew(After.Undefeated(r)), OfNew(r.Trigger)))]);

    /// <summary>By the place of a stand that has cases, the places of those that may share some with it, itself among them.</summary>
    /// <param name="stands">Stands of both versions.</param>
    public Func<int, IEnumerable<int>> Meetings(ImmutableArray<Stand> stands)
    {
        if (_neighbours is not { } neighbours)
        {
            return new Meetings(Regions, [.. stands.Select(s => s.Region)]).Of;
        }

        ILookup<int, int> places =
            Enumerable.Range(0, stands.Length).Where(s => !stands[s].Region.IsEmpty).ToLookup(s => stands[s].Number);
        return place => neighbours(stands[place].Number).SelectMany(rule => places[rule]);
    }

    /// <summary>Tells a case.</summary>
    public CaseFacts Tell(long[] values)
    {
        if (_day is { } day && After.Compiler.Date is { } date)
        {
            values = (long[])values.Clone();
            values[After.Space.VariableOf(date)] = day;
        }

        return _writer.Write(values);
    }

    /// <summary>A change with its cases in words.</summary>
    public SemanticChange WithWords(FoundChange found) => found.Change with { Blocks = Words(found.Cases, found.Change.Clauses) };

    /// <summary>Says cases in words.</summary>
    /// <param name="cases">Makes the region; not asked for where no words are wanted.</param>
    /// <param name="clauses">The clauses that they are about, for whoever hears that they could not be said.</param>
    public ImmutableArray<CasesLine> Words(Func<Region> cases, IEnumerable<string> clauses)
    {
        if (_blocks == 0)
        {
            return [];
        }

        if (Regions.TryApart(() => Describe(cases())).TryGet(out ImmutableArray<CasesLine> lines))
        {
            return lines;
        }

        Untold.UnionWith(clauses);
        return [];
    }

    // Blocs are meant as of the day, which need not be said again.
    private ImmutableArray<CasesLine> Describe(Region cases) => _day is { } day
        ? _words.Describe(Regions.And(cases, After.Compiler.Days(new DayRange(new CalendarDay(day), new CalendarDay(day)))), _blocks)
            .Without(BuiltInAttributes.Date).Lines
        : _words.Describe(cases, _blocks).Lines;

    private Stand Standing(Rule rule, Region standing, Region trigger) =>
        new(rule.Number, rule.Clause.QualifiedName, rule.Order.Name, rule.Modality, Regions.And(standing, Scope), trigger);
}
