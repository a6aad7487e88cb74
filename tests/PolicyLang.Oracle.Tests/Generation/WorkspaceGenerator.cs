using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Verdicts;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Makes small workspaces, each from a seed.</summary>
internal static class WorkspaceGenerator
{
    // So often the same constructs are tried before others are drawn.
    private const int Attempts = 30;

    /// <summary>A workspace whose world has at most so many cases, read point by point.</summary>
    public static Court Create(int seed, ImmutableArray<Use> uses, int largest)
    {
        ImmutableHashSet<Construct> constructs = [];
        for (int attempt = 0; ; attempt++)
        {
            var dice = new Dice(unchecked((seed * 7919) + attempt));
            int failed = attempt % Attempts;

            // Constructs stay when a world was too large, lest those with small worlds be the only ones; instead, clauses then speak of less.
            constructs = failed == 0 ? Constructs.Draw(uses, dice) : constructs;
            if (new LawWriter(dice, constructs, failed).Write() is { } law && new Court(law, lasts: seed % 2 == 1) is var court && court.World.Size <= largest && (law.Assumptions.IsEmpty || court.Judgements.Any()))
            {
                return court;
            }
        }
    }

    /// <summary>A workspace of any size, which nobody reads point by point.</summary>
    public static LawModel Law(int seed, int first, ImmutableArray<Use> uses)
    {
        for (int attempt = first; ; attempt++)
        {
            var dice = new Dice(unchecked((seed * 7919) + attempt));
            if (new LawWriter(dice, Constructs.Draw(uses, dice), failed: 0).Write() is { } law)
            {
                return law;
            }
        }
    }
}
