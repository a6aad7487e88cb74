using PolicyLang.Regions;

namespace PolicyLang.Decisions.Blocks;

/// <summary>A set of cases that can be said in one phrase: each of its parts holds.</summary>
/// <param name="Parts">What it says, at most once of each flag, number or list; empty for every case.</param>
/// <param name="Cases">The cases in which all parts hold.</param>
internal sealed record Block(ImmutableArray<BlockPart> Parts, Region Cases)
{
    /// <summary>How much a reader has to take in: one for each part, and one for each name in it.</summary>
    public int Weight => Parts.Sum(p => p is NodesPart nodes ? 1 + nodes.Names.Count : 2);

    /// <summary>The phrase: "PersonalData from EEA to outside EEA, without SCC, on or after 2021-06-28".</summary>
    public override string ToString() => new BlockSentence().Write(this);

    /// <summary>The phrase, for the command line and for a reader.</summary>
    public CasesLine Say(SpokenNames names) => new(ToString(), new BlockSentence(names).Write(this));
}

/// <summary>What a block says of one attribute.</summary>
/// <param name="Fact">The attribute or clock.</param>
/// <param name="Cases">The cases in which it is so.</param>
internal abstract record BlockPart(string Fact, Region Cases);

/// <summary>A flag is set, or is not.</summary>
internal sealed record FlagPart(string Fact, bool IsSet, Region Cases) : BlockPart(Fact, Cases);

/// <summary>A number or a day lies in one of some stretches.</summary>
/// <param name="Fact">The attribute or clock.</param>
/// <param name="Stretches">They ascend and do not touch.</param>
/// <param name="Maximum">The largest value there is.</param>
/// <param name="Cases">The cases in which it does.</param>
internal sealed record NumbersPart(string Fact, ImmutableArray<(long First, long Last)> Stretches, long Maximum, Region Cases)
    : BlockPart(Fact, Cases);

/// <summary>What names say of a value, or of the elements of a set.</summary>
internal abstract record NodesPart(string Fact, NodeList Names, Region Cases) : BlockPart(Fact, Cases);

/// <summary>The value is one of those that are named.</summary>
internal sealed record ValuePart(string Fact, NodeList Names, Region Cases) : NodesPart(Fact, Names, Cases);

/// <summary>A set has an element among those that are named, or has none.</summary>
internal sealed record ElementsPart(string Fact, NodeList Names, bool IsPresent, Region Cases) : NodesPart(Fact, Names, Cases);
