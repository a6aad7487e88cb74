using PolicyLang.Cli.Inputs;
using PolicyLang.Conflicts;
using PolicyLang.Repairs;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Reporters;

/// <summary>What would remove conflicts.</summary>
/// <param name="Conflicts">In the order of output.</param>
/// <param name="Sought">The repairs of those conflicts for which they were sought.</param>
/// <param name="Plan">What removes as many of them as can be.</param>
/// <param name="Foreign">How many conflicts are left out because nothing of them may be amended.</param>
internal sealed record RepairReport(
    ImmutableArray<Conflict> Conflicts, IReadOnlyDictionary<Conflict, ImmutableArray<Repair>> Sought, RepairPlan Plan, int Foreign)
{
    // Look at each of so many; beyond that, only at those the plan leaves.
    private const int MostOneByOne = 12;

    /// <summary>Every proposal, in the order of its number, from 1; the plan is the last, if there is one.</summary>
    public ImmutableArray<ImmutableArray<Amendment>> Proposals =>
    [
        .. Conflicts.Where(Sought.ContainsKey).SelectMany(c => Sought[c]).Select(r => r.Amendments),
        .. Plan.Amendments.IsEmpty ? Array.Empty<ImmutableArray<Amendment>>() : [Plan.Amendments],
    ];

    /// <summary>Seeks them.</summary>
    public static RepairReport Find(Workspace workspace, OwnLaw own, ImmutableArray<Conflict> all, CancellationToken cancellation)
    {
        var finder = new RepairFinder(workspace, own, cancellation: cancellation);
        ImmutableArray<Conflict> conflicts = [.. all.Where(finder.MayRepair)];
        var sought = new Dictionary<Conflict, ImmutableArray<Repair>>(ReferenceEqualityComparer.Instance);
        if (conflicts.Length <= MostOneByOne)
        {
            foreach (Conflict conflict in conflicts)
            {
                sought.Add(conflict, finder.Find(conflict));
            }
        }

        RepairPlan plan = finder.Plan(conflicts);
        foreach (Conflict conflict in ConflictGrouping.Group(conflicts.Where(c => !plan.Removes.Contains(c.Fingerprint)))
            .Select(g => g.First).Where(c => !sought.ContainsKey(c)))
        {
            sought.Add(conflict, finder.Find(conflict));
        }

        return new RepairReport(conflicts, sought, plan with { Exhausted = finder.Exhausted }, all.Length - conflicts.Length);
    }

    /// <summary>A proposal by its number; the plan without one.</summary>
    /// <exception cref="InputException">There is no such proposal.</exception>
    public ImmutableArray<Amendment> Proposal(int? number)
    {
        ImmutableArray<ImmutableArray<Amendment>> all = Proposals;
        return (number ?? all.Length) is > 0 and var wanted && wanted <= all.Length
            ? all[wanted - 1]
            : throw new InputException(new InputProblem(
                ProjectDiagnostics.BadFact,
                number is null ? "There is nothing to amend." : $"There is no proposal {number}.",
                all.IsEmpty ? null : $"They have the numbers 1 to {all.Length}; without '--write' they are listed."));
    }
}
