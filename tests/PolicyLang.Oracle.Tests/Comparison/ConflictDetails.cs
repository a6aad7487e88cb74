using PolicyLang.Conflicts;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Semantics;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Compares what is told of a conflict beside its cases: its days, whom it concerns when, to whom what is broken is owed, and what would excuse it.</summary>
/// <param name="court">The oracle.</param>
/// <param name="collisions">The collisions of its clauses that are as bad as it is.</param>
internal sealed class ConflictDetails(Court court, ImmutableArray<Finding> collisions)
{
    private readonly int _date = court.Lexicon.Attribute("date");

    /// <summary>One line for each difference.</summary>
    public IEnumerable<string> Compare(Conflict conflict)
    {
        string days = Days(collisions);
        if (days != Days(conflict.Days))
        {
            yield return $"days: oracle {days}, compiler {Days(conflict.Days)}";
        }

        if (collisions[0].Code is not ("PL4005" or "PL4011"))
        {
            yield break;
        }

        foreach (ConcernedParty party in conflict.Parties)
        {
            ImmutableArray<Finding> own = [.. collisions.Where(f => f.Parties.Contains(party.Party))];
            if (Days(own) != Days(party.Days))
            {
                yield return $"days of {party.Party}: oracle {Days(own)}, compiler {Days(party.Days)}";
            }

            string owed = string.Join(", ", own.SelectMany(f => Cases(f).SelectMany(j => f.OwedTo(j.Case))).Distinct().Order(StringComparer.Ordinal));
            if (owed != string.Join(", ", party.OwedTo))
            {
                yield return $"owed by {party.Party}: oracle to [{owed}], compiler to [{string.Join(", ", party.OwedTo)}]";
            }
        }

        // A leave reaches all of a conflict that reaches all of each collision.
        IEnumerable<string> excuses = collisions.SelectMany(f => f.Excuses.Select(e => e.Leave)).Distinct()
            .Select(leave => $"{leave} {collisions.All(f => f.Excuses.Contains((leave, true)))}").Order(StringComparer.Ordinal);
        IEnumerable<string> told = conflict.Excuses.Select(e => $"{e.Clause} {e.IsWhole}").Order(StringComparer.Ordinal);
        if (!excuses.SequenceEqual(told))
        {
            yield return $"excuses: oracle [{string.Join(", ", excuses)}], compiler [{string.Join(", ", told)}]";
        }
    }

    private IEnumerable<Judgement> Cases(Finding finding) => court.Situations.SelectMany(s => s.Choices.Where(j => finding.Arises(s, j)));

    private string Days(ImmutableArray<Finding> findings)
    {
        HashSet<long> firsts = [.. findings.SelectMany(f => Cases(f).Select(j => court.World.Stretch(_date, j.Case.Number(_date)).First))];
        return Merged(court.World.Stretches(_date).Where(s => firsts.Contains(s.First)));
    }

    private static string Days(ImmutableArray<DayRange> days) => Merged(days.Select(d => ((long)d.From.Number, (long)d.Until.Number)));

    // Days that follow each other are told together.
    private static string Merged(IEnumerable<(long First, long Last)> days)
    {
        var merged = new List<(long First, long Last)>();
        foreach ((long first, long last) in days.OrderBy(d => d.First))
        {
            if (merged.Count > 0 && merged[^1].Last == first - 1)
            {
                merged[^1] = (merged[^1].First, last);
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return string.Join(", ", merged.Select(d => $"{DateOnly.FromDayNumber((int)d.First):yyyy-MM-dd} to {DateOnly.FromDayNumber((int)d.Last):yyyy-MM-dd}"));
    }
}
