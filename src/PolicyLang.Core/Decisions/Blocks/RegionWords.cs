using System.Runtime.CompilerServices;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Decisions.Blocks;

/// <summary>A region in words: its blocks, the most general first.</summary>
/// <param name="Blocks">The blocks.</param>
/// <param name="IsComplete">Whether they are all of it; else it would take too many.</param>
/// <param name="Rest">A case that is in none of the blocks that a reader is shown; null where all are.</param>
/// <param name="Most">How many blocks a reader is shown.</param>
/// <param name="Names">How names are said.</param>
internal sealed record RegionText(ImmutableArray<Block> Blocks, bool IsComplete, CaseFacts? Rest, int Most, SpokenNames Names)
{
    /// <summary>The same with nothing said of a fact, where whoever reads it knows that already.</summary>
    public RegionText Without(string fact) =>
        this with { Blocks = [.. Blocks.Select(b => b with { Parts = [.. b.Parts.Where(p => p.Fact != fact)] })] };

    /// <summary>Each block as a phrase; the blocks beyond those that a reader is shown as their number with a case.</summary>
    public ImmutableArray<CasesLine> Lines
    {
        get
        {
            ImmutableArray<CasesLine> told = [.. Blocks.Take(Most).Select(b => b.Say(Names))];
            int more = Blocks.Length - told.Length;
            string Others(CaseFacts example) =>
                $"and {(IsComplete ? string.Empty : "at least ")}{Math.Max(more, 1)} more, for example: {CaseSentence.Write(example)}";
            return Rest is null ? told : told.Add(new CasesLine(Others(Rest), Others(Names.Of(Rest))));
        }
    }
}

/// <summary>Says regions of a workspace in words.</summary>
internal sealed class RegionWords
{
    /// <summary>How many blocks a reader is shown.</summary>
    public const int MostTold = 3;

    // Names of places are sought once for all that is said of the same rules.
    private static readonly ConditionalWeakTable<RuleBook, RegionWords> Known = new();

    private readonly RuleBook _book;
    private readonly BlockCover _cover;
    private readonly BlockGrower _grower;
    private readonly SpokenNames _names;

    /// <param name="book">The rules.</param>
    public RegionWords(RuleBook book)
    {
        _book = book;
        _names = new SpokenNames(book.Model);
        _grower = new BlockGrower(book.Model, book.Compiler);
        _cover = new BlockCover(book.Compiler, _grower);
    }

    /// <summary>The words for some rules, for whoever has the turn to work with them.</summary>
    public static RegionWords Of(RuleBook book) => Known.GetValue(book, b => new RegionWords(b));

    /// <summary>The cases that rules of conduct speak of: of a duty, those in which it is due.</summary>
    public static RegionText Reach(RuleBook book, IEnumerable<Rule> rules)
    {
        RegionSpace regions = book.Space.Regions;
        return Of(book).Describe(regions.Union(rules.Where(r => !r.IsLawMaking)
            .Select(r => regions.And(book.Existing, r.Modality == RuleModality.Obligation ? r.Trigger : r.Region)).ToList()));
    }

    /// <summary>A region as blocks. Cases that cannot occur are in it or not, as is shorter.</summary>
    /// <param name="cases">The region.</param>
    /// <param name="most">How many blocks a reader is shown.</param>
    /// <param name="within">The cases that are spoken of, so that what they have in common is not said; all unless given.</param>
    public RegionText Describe(Region cases, int most = MostTold, Region? within = null)
    {
        RegionSpace regions = _book.Space.Regions;
        Region there = within ?? _book.Existing;
        ImmutableArray<Block> blocks = _cover.Find(cases, there, out Region rest);
        Region untold = blocks.Skip(most)
            .Aggregate(rest, (all, b) => regions.Or(all, regions.And(b.Cases, regions.And(cases, there))));
        untold = regions.Difference(untold, regions.Union(blocks.Take(most).Select(b => b.Cases).ToList()));
        CaseFacts? example = untold.IsEmpty ? null : new CaseWriter(_book.Space).Write(regions.Witness(untold));
        return new RegionText(blocks, rest.IsEmpty, example, most, _names);
    }

    /// <summary>The most general block around a case within a region: what of the case matters.</summary>
    public CasesLine Around(long[] values, Region cases) =>
        _grower.Grow(values, _book.Space.Regions.Or(cases, _book.Space.Regions.Not(_book.Existing))).Say(_names);
}
