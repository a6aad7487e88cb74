using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Verdicts;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Makes small workspaces, each from a seed.</summary>
internal static class WorkspaceGenerator
{
    /// <summary>A workspace whose world has at most so many cases, read point by point.</summary>
    public static Court Create(int seed, ImmutableArray<Use> uses, int largest)
    {
        for (int attempt = 0; ; attempt++)
        {
            var dice = new Dice(unchecked((seed * 7919) + attempt));
            if (new LawWriter(dice, Constructs.Draw(uses, dice)).Write() is { } law && new Court(law, lasts: seed % 2 == 1) is var court && court.World.Size <= largest && (law.Assumptions.IsEmpty || court.Judgements.Any()))
            {
                return court;
            }
        }
    }
}
