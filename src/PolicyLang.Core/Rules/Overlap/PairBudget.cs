namespace PolicyLang.Rules;

/// <summary>
/// Decides which rules are set aside where too many pairs would have to be compared: those with the most pairs, so that as few as possible
/// are. What is not compared may matter: a rule is unknown if it is set aside, or if a rule that may prevail over it was not compared.
/// </summary>
internal sealed class PairBudget
{
    private readonly Precedences _precedences;
    private readonly bool[] _aside;

    public PairBudget(ImmutableArray<Rule> rules, Precedences precedences, CandidatePairs candidates, long most, int workers)
    {
        _precedences = precedences;
        _aside = new bool[rules.Length];
        Unknown = new bool[rules.Length];
        var pairs = new int[rules.Length];
        var kept = new List<(int, int[])>();
        bool complete = candidates.Each(workers, (rule, met) =>
        {
            pairs[rule] += met.Count;
            Candidates += met.Count;
            foreach (int other in met)
            {
                pairs[other]++;
            }

            if (Candidates <= most)
            {
                kept.Add((rule, [.. met]));
            }
        });
        if (complete && Candidates <= most)
        {
            Pairs = kept;
            return;
        }

        // Every pair has two rules, so this sum bounds the remaining pairs twice.
        long left = 0;
        foreach (int rule in Enumerable.Range(0, pairs.Length).OrderBy(r => pairs[r]).ThenBy(r => r))
        {
            left += pairs[rule];
            _aside[rule] = left > most || !complete;
            Unknown[rule] = _aside[rule] && pairs[rule] > 0;
        }
    }

    /// <summary>All pairs, where they are within the budget: each rule with the others.</summary>
    public List<(int Rule, int[] Met)>? Pairs { get; }

    /// <summary>How many pairs there are.</summary>
    public long Candidates { get; private set; }

    /// <summary>By the number of a rule, whether it is set aside or its standing depends on one that is.</summary>
    public bool[] Unknown { get; }

    /// <summary>Whether a rule is compared with none.</summary>
    public bool SetAside(int rule) => _aside[rule];

    /// <summary>Takes note of a pair that is not compared.</summary>
    public void Pass(Rule one, Rule other)
    {
        Unknown[one.Number] |= !Unknown[one.Number] && _precedences.MayPrevail(other, one);
        Unknown[other.Number] |= !Unknown[other.Number] && _precedences.MayPrevail(one, other);
    }
}
