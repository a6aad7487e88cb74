using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Text;
using PolicyLang.Syntax;
using ClauseKind = PolicyLang.Oracle.Model.ClauseKind;
using Modality = PolicyLang.Oracle.Model.Modality;

namespace PolicyLang.Oracle.Tests.Reading;

/// <summary>Reads clauses.</summary>
/// <param name="taxonomies">The words.</param>
/// <param name="frameworks">The names of the frameworks.</param>
/// <param name="conditions">Reads conditions.</param>
internal sealed class ClauseReader(ImmutableArray<TaxonomyModel> taxonomies, IReadOnlySet<string> frameworks, ConditionReader conditions)
{
    /// <summary>What a list of clauses names: a framework, or a clause with its framework, which is left out where it is the one at hand.</summary>
    public string Target(string framework, ReferenceSyntax name) => name.Parts.Length > 1 || frameworks.Contains(name.Text) ? name.Text : $"{framework}.{name.Text}";

    public ClauseModel Read(string framework, ClauseSyntax clause)
    {
        SentenceSyntax sentence = clause.Sentence ?? throw new InvalidOperationException(clause.Name.Text);
        var read = new ClauseModel(Enum.Parse<ClauseKind>(clause.Kind.ToString()), clause.Name.Text, ModalityOf(sentence), SetReader.Read(sentence.Act.Verbs))
        {
            Subject = SetReader.Optional(sentence is ConductSentenceSyntax c1 ? c1.Subject : (sentence as LawSentenceSyntax)?.Subject),
            Of = SetReader.Optional(sentence is ConductSentenceSyntax c2 ? c2.Of : (sentence as LawSentenceSyntax)?.Of),
            IsSoftLaw = sentence is LawSentenceSyntax { IsSoft: true },
            Object = SetReader.Optional(sentence.Act.Object),
            ObjectIsTarget = sentence.Act.Object is ListSetSyntax list && list.Names.Any(n => IsIn("target", n.Text)),
        };
        read = clause.Modifiers.Aggregate(read, (c, m) => With(framework, c, m));

        // 'parties must allow A to B' alone is B by A, unless A names actions.
        bool isSubject = read is { IsLawMaking: true, Subject: null, Object: null, To: not null } && read.ToRoles.IsEmpty && read.Verbs is ListSet verbs && verbs.Members.Any(v => IsIn("role", v));
        return isSubject ? read with { Subject = read.Verbs, Verbs = read.To ?? read.Verbs, To = null } : read;
    }

    private bool IsIn(string taxonomy, string name) => taxonomies.Any(t => t.Name == taxonomy && t.Nodes.Any(n => n.Name == name));

    private static Modality ModalityOf(SentenceSyntax sentence) => sentence switch
    {
        ConductSentenceSyntax conduct => Enum.Parse<Modality>(conduct.Modality.ToString()),
        LawSentenceSyntax law => Enum.Parse<Modality>("Parties" + law.Modality),
        _ => throw new InvalidOperationException(sentence.ToString()),
    };

    private ClauseModel With(string framework, ClauseModel c, ModifierSyntax modifier) => modifier switch
    {
        FromModifierSyntax from => c with { From = SetReader.Read(from.Set) },
        ToModifierSyntax to => c with { ToRoles = SetReader.Names(to.Roles), To = SetReader.Read(to.Set) },
        InModifierSyntax at => c with { In = SetReader.Read(at.Set), OnlyIn = at.Only },
        OutsideModifierSyntax outside => c with { In = ((ListSet)SetReader.Read(outside.Set)) with { Outside = true } },
        ForModifierSyntax purpose => c with { For = SetReader.Read(purpose.Set) },
        AgainstModifierSyntax against => c with { Against = SetReader.Read(against.Set) },
        CollectedModifierSyntax collected => c with { Collected = SetReader.Read(collected.Set) },
        WhereModifierSyntax condition => c with { Where = c.Where.Add(conditions.Read(condition.Condition)) },
        TowardsAnyoneModifierSyntax => c with { TowardsAnyone = true },
        WhenModifierSyntax condition => c with { When = c.When.Add(conditions.Read(condition.Condition)) },
        UnlessModifierSyntax unless => c with { Unless = c.Unless.Add(conditions.Read(unless.Condition)) },
        WithModifierSyntax how => c with { With = conditions.Read(how.Condition) },
        WithinModifierSyntax within => c with { Within = DurationOf(within.Duration) },
        NotBeforeModifierSyntax before => c with { NotBefore = DurationOf(before.Duration) },
        NotEnforceableModifierSyntax weak => c with { NotEnforceable = true, NotEnforceableUntil = SetReader.Day(weak.Until) },
        ForceModifierSyntax force => c with { Force = c.Force.Add(SetReader.Days(force.Force)) },
        NameListModifierSyntax names => With(framework, c, names),
        _ => throw new InvalidOperationException(modifier.ToString()),
    };

    private ClauseModel With(string framework, ClauseModel c, NameListModifierSyntax list)
    {
        ImmutableArray<string> words = SetReader.Names(list.Names);
        ImmutableArray<string> clauses = [.. list.Names.Select(n => Target(framework, n)), .. list.LawOf.Select(n => PolicyText.LawOf + n.Text)];
        return list.Kind switch
        {
            NameListKind.Notifying => c with { Notifying = words },
            NameListKind.ApprovedBy => c with { ApprovedBy = words },
            NameListKind.SubjectTo => c with { SubjectTo = clauses },
            NameListKind.PrevailsOver => c with { PrevailsOver = clauses },
            NameListKind.Notwithstanding => c with { Notwithstanding = clauses },
            NameListKind.Invoking => c with { Invoking = clauses },
            NameListKind.ExemptFrom => c with { ExemptFrom = clauses },
            _ => throw new InvalidOperationException(list.Kind.ToString()),
        };
    }

    private static Duration DurationOf(DurationSyntax duration) => new(duration.Count, Enum.Parse<ClockUnit>(duration.Unit.ToString()), duration.Event?.Text);
}
