using PolicyLang.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>A case as somebody asks about it: complete as to whose it is, and taken apart where it names several kinds of data, places or
/// purposes.</summary>
/// <param name="Cases">Its cases, at least one, in the order in which they are shown.</param>
/// <param name="Organisation">Whose case it was taken to be, since the workspace declares one organisation alone; null where it says so
/// itself, or nobody is meant.</param>
internal sealed record AskedCase(ImmutableArray<ImmutableArray<RawFact>> Cases, Fact? Organisation)
{
    /// <summary>The value of the organisation in a case of nobody in particular.</summary>
    public const string Nobody = CaseReader.Nobody;

    /// <summary>Cases beyond this number are not considered one by one.</summary>
    public const int MostCases = 1_000;

    /// <summary>Reads it.</summary>
    /// <param name="model">The workspace's model.</param>
    /// <param name="facts">What was stated.</param>
    /// <param name="problems">Why it cannot be asked about; empty where it can.</param>
    /// <returns>Null where there are problems.</returns>
    public static AskedCase? Read(SemanticModel model, IEnumerable<RawFact> facts, out ImmutableArray<Problem> problems)
    {
        ImmutableArray<RawFact> told = [.. facts];
        problems = [];
        // Those that law of the library declares are nobody's who asks.
        string[] organisations = [.. model.Organisations.Where(o => !model.IsUsedLaw(o)).Select(o => o.Name)];
        bool isOpen = told.All(f => f.Attribute != BuiltInAttributes.Organisation);
        if (isOpen && organisations.Length > 1)
        {
            problems = [new Problem($"The workspace declares {CaseSentence.List(organisations, "and")}; say whose case it is, for example "
                + $"organisation={organisations[0]}, or organisation={CaseReader.Nobody}.")];
            return null;
        }

        Fact? organisation = isOpen && organisations.Length == 1
            ? new Fact(BuiltInAttributes.Organisation, new NodeValue(organisations[0]))
            : null;
        if (organisation is not null)
        {
            told = told.Add(RawFact.FromFact(organisation));
        }

        ImmutableArray<ImmutableArray<RawFact>> cases = [told];
        foreach (RawFact fact in told.Where(f => f.Values.Length > 1 && model.Attribute(f.Attribute) is { Type: AttributeType.Node }))
        {
            cases = [.. cases.SelectMany(c => fact.Values.Distinct().Select(v => c.Replace(fact, new RawFact(fact.Attribute, [v]))))];
            if (cases.Length > MostCases)
            {
                problems = [new Problem($"These facts make more than {MostCases} cases; name fewer.")];
                return null;
            }
        }

        return new AskedCase(cases, organisation);
    }

    /// <summary>A decision that says on which organisation it rests.</summary>
    public Decision WithAssumedOrganisation(Decision decision) =>
        Organisation is null ? decision : decision with { Assumed = [Organisation, .. decision.Assumed] };
}
