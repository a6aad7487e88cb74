using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 4: from clauses to rules.</summary>
public sealed class Lowering(Sentences sentences, Instruments instruments)
{
    private readonly LawMaking _lawMaking = new(sentences, instruments);
    private readonly LawModel _law = sentences.Lexicon.Law;

    public ImmutableArray<Rule> Rules()
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (FrameworkModel framework in _law.Frameworks)
        {
            foreach (ClauseModel clause in framework.Clauses)
            {
                foreach (Part part in clause.IsLawMaking ? _lawMaking.Parts(framework, clause) : Conduct.Parts(sentences, clause).Select(p => Within(framework, p)))
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
                        IsSoft = clause.IsSoftLaw || clause.Modality is Modality.Should or Modality.ShouldNot || framework.Rank == Rank.Guideline,
                        IsPolicy = RankOf(framework) == Rank.Policy,
                    });
                }
            }
        }

        return rules.ToImmutable();
    }

    /// <summary>The cases of a check's pattern. Where it does not speak of organisations, those without one.</summary>
    public Func<Case, bool> Pattern(ClauseModel pattern)
    {
        var acts = new Acts(sentences);
        Func<Case, bool> who = acts.Who(pattern);
        Func<Case, bool> conditions = acts.Conditions(pattern);
        Func<Case, bool> approved = acts.Approved(pattern);
        Func<Case, bool> act = acts.Act(pattern);
        bool speaks = sentences.NamesOrganisations(pattern.Subject) || sentences.NamesOrganisations(pattern.Of)
            || pattern.Where.Concat(pattern.When).Concat(pattern.Unless).Append(pattern.With).Any(sentences.SpeaksOfOrganisations);
        int organisation = sentences.Lexicon.Attribute(TaxonomyModel.Organisations);
        return c => who(c) && conditions(c) && approved(c) && act(c) && (speaks || !sentences.Notes.NodesOf(organisation).Any(c.Leaf(organisation).IsWithin));
    }

    // The days of the framework, and of them those of the clause if it has any, but for those on which it is repealed. Without days of the framework: never.
    private Func<Case, bool> InForce(FrameworkModel framework, ClauseModel clause)
    {
        Func<Case, bool>[] law = [.. framework.Force.Select(d => sentences.OnDays(d.From, d.Until))];
        Func<Case, bool>[] own = [.. clause.Force.Select(d => sentences.OnDays(d.From, d.Until))];
        Func<Case, bool>[] repealed =
        [
            .. _law.Frameworks.Where(f => !f.Force.IsEmpty && (f.Repeals.Contains(framework.Name) || f.Repeals.Contains($"{framework.Name}.{clause.Name}")))
                .Select(f => sentences.OnDays(f.Force.Min(d => d.From ?? DateOnly.MinValue), null)),
        ];
        return c => law.Any(d => d(c)) && (own.Length == 0 || own.Any(d => d(c))) && !repealed.Any(d => d(c));
    }

    // A policy binds its organisation.
    private Part Within(FrameworkModel framework, Part part)
    {
        if (!sentences.Lexicon.IsOrganisation(framework.Authority))
        {
            return part;
        }

        Func<Case, bool> own = sentences.Slot(TaxonomyModel.Organisations, ListSet.Of(framework.Authority));
        return part with { Trigger = c => own(c) && part.Trigger(c) };
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
        ? RankOf(framework)
        : framework.Implements.Min(name => RankOf(_law.Frameworks.First(f => f.Name == name)));

    private Rank RankOf(FrameworkModel framework) => framework.Rank ?? (sentences.Lexicon.IsOrganisation(framework.Authority) ? Rank.Policy : Rank.Statute);
}
