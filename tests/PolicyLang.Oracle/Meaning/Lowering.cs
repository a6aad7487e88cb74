using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 4: from clauses to rules.</summary>
public sealed class Lowering(Sentences sentences)
{
    private readonly LawMaking _lawMaking = new(sentences);
    private readonly LawModel _law = sentences.Lexicon.Law;

    public ImmutableArray<Rule> Rules()
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (FrameworkModel framework in _law.Frameworks)
        {
            foreach (ClauseModel clause in framework.Clauses)
            {
                foreach (Part part in clause.IsLawMaking ? _lawMaking.Parts(framework, clause) : Conduct.Parts(sentences, clause))
                {
                    rules.Add(new Rule
                    {
                        Number = rules.Count,
                        Source = clause,
                        Framework = framework,
                        Part = part,
                        InForce = InForce(framework, clause),
                        FirstDay = FirstDay(framework, clause),
                        Rank = EffectiveRank(framework),
                        IsSoft = clause.Modality is Modality.Should or Modality.ShouldNot || framework.Rank == Rank.Guideline,
                    });
                }
            }
        }

        return rules.ToImmutable();
    }

    /// <summary>The cases of a check's pattern.</summary>
    public Func<Case, bool> Pattern(ClauseModel pattern)
    {
        var acts = new Acts(sentences);
        Func<Case, bool> who = acts.Who(pattern);
        Func<Case, bool> conditions = acts.Conditions(pattern);
        Func<Case, bool> approved = acts.Approved(pattern);
        Func<Case, bool> act = acts.Act(pattern);
        return c => who(c) && conditions(c) && approved(c) && act(c);
    }

    /// <summary>The days of the framework, and of them those of the clause if it has any. Without days of the framework: never.</summary>
    public Func<Case, bool> InForce(FrameworkModel framework, ClauseModel clause)
    {
        Func<Case, bool>[] law = [.. framework.Force.Select(d => sentences.OnDays(d.From, d.Until))];
        Func<Case, bool>[] own = [.. clause.Force.Select(d => sentences.OnDays(d.From, d.Until))];
        return c => law.Any(d => d(c)) && (own.Length == 0 || own.Any(d => d(c)));
    }

    private static long? FirstDay(FrameworkModel framework, ClauseModel clause)
    {
        long? first = null;
        foreach (Days law in framework.Force)
        {
            foreach (Days own in clause.Force.IsEmpty ? [new Days(null, null)] : clause.Force)
            {
                long from = Math.Max(law.From?.DayNumber ?? 0, own.From?.DayNumber ?? 0);
                long until = Math.Min(law.Until?.DayNumber ?? Domains.LastDay, own.Until?.DayNumber ?? Domains.LastDay);
                first = from <= until && (first is null || from < first) ? from : first;
            }
        }

        return first;
    }

    private Rank EffectiveRank(FrameworkModel framework) => framework.Implements.IsEmpty
        ? framework.Rank ?? Rank.Statute
        : framework.Implements.Min(name => _law.Frameworks.First(f => f.Name == name).Rank ?? Rank.Statute);
}
