using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class CaseQuestionTests
{
    private static readonly Workspace Chapter = Law.Of("attribute urgent: flag\nattribute unused: flag\n" + Law.Framework("F", "EU", """
        transfer Bar { Exporter must not transfer PersonalData from EEA to outside EEA subject to Safe }
        transfer Safe { Exporter may transfer PersonalData from EEA to outside EEA when safeguards include SCC or urgent }
        norm Other { Controller must not disclose PersonalData to US when purpose is Marketing }
        """));

    [Fact]
    public void The_act_and_its_day_are_asked_first() =>
        Assert.Equal(["action", "date"], Asked([]));

    [Fact]
    public void Only_what_the_decision_depends_on_is_asked() =>
        Assert.Equal(["actor", "data", "origin", "destination", "safeguards", "urgent"], Asked([new("action", ["transfer"]), new("date", ["2024-01-01"])]));

    [Fact]
    public void What_an_answer_settles_is_asked_no_more()
    {
        RawFact[] known = [new("action", ["transfer"]), new("date", ["2024-01-01"]), new("actor", ["Exporter"]), new("data", ["Health"]), new("origin", ["DE"]), new("destination", ["US"])];

        Assert.Equal(["safeguards", "urgent"], Asked(known));
        Assert.Empty(Asked([.. known, new("urgent", ["true"])]));
    }

    [Fact]
    public void Of_a_set_only_the_elements_that_make_a_difference_are_offered()
    {
        CaseQuestion safeguards = Chapter.Questions([new("action", ["transfer"]), new("date", ["2024-01-01"])], out _).Single(q => q.Attribute.Name == "safeguards");

        Assert.Equal(["SCC"], safeguards.Choices.Select(c => c.Name));
    }

    [Fact]
    public void Nothing_that_does_not_matter_changes_a_decision()
    {
        RawFact[] known = [new("action", ["transfer"]), new("date", ["2024-01-01"]), new("actor", ["Exporter"]), new("data", ["Health"]), new("origin", ["DE"])];
        ImmutableArray<CaseQuestion> questions = Chapter.Questions(known, out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Outcome outcome = Decide(known);
        foreach (CaseQuestion question in questions.Where(q => !q.Matters && q.Choices.Length > 0 && known.All(k => k.Attribute != q.Attribute.Name)))
        {
            Assert.All(question.Choices, choice => Assert.Equal(outcome, Decide([.. known, new(question.Attribute.Name, [choice.Name])])));
        }
    }

    [Theory]
    [InlineData("actor=Exporter data=Health origin=DE destination=US")]
    [InlineData("actor=Exporter data=Health origin=DE destination=US urgent=true")]
    [InlineData("actor=Exporter data=Health origin=DE")]
    [InlineData("actor=Controller")]
    public void What_weighs_one_is_exactly_what_alone_changes_the_answer(string told)
    {
        RawFact[] known = [new("action", ["transfer"]), new("date", ["2024-01-01"]), .. told.Split(' ').Select(f => f.Split('=')).Select(f => new RawFact(f[0], [f[1]]))];
        ImmutableArray<CaseQuestion> open = [.. Chapter.Questions(known, out _).Where(q => known.All(k => k.Attribute != q.Attribute.Name) && q.Attribute.Type is not (AttributeType.Count or AttributeType.Date))];
        Outcome outcome = Decide(known);
        IEnumerable<string> alone = open.Where(q => Values(q).Any(value => Decide([.. known, new(q.Attribute.Name, [value])]) != outcome)).Select(q => q.Attribute.Name);

        Assert.Equal(alone, open.Where(q => q.Weight == 1).Select(q => q.Attribute.Name));
        Assert.All(open.Where(q => q.Weight is not null), q => Assert.True(q.Matters));
    }

    [Fact]
    public void What_changes_the_answer_only_along_with_others_weighs_as_many()
    {
        ImmutableArray<CaseQuestion> questions = Chapter.Questions([new("action", ["transfer"]), new("date", ["2024-01-01"]), new("actor", ["Exporter"])], out _);

        Assert.Equal(["data 2", "origin 2", "destination -", "safeguards -", "urgent -"], questions.Where(q => q.Matters).Select(q => $"{q.Attribute.Name} {q.Weight?.ToString() ?? "-"}"));
    }

    [Fact]
    public void A_wrong_answer_is_told_and_the_questions_stay()
    {
        ImmutableArray<CaseQuestion> questions = Chapter.Questions([new("action", ["transfr"])], out ImmutableArray<Problem> problems);

        Assert.Equal(["There is no action 'transfr' for 'action'; did you mean 'transfer'?"], problems.Select(p => p.Message));
        Assert.NotEmpty(questions);
    }

    private static ImmutableArray<string> Asked(IEnumerable<RawFact> known)
    {
        ImmutableArray<CaseQuestion> questions = Chapter.Questions(known, out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        return [.. questions.Where(q => q.Matters).Select(q => q.Attribute.Name)];
    }

    private static IEnumerable<string> Values(CaseQuestion question) =>
        question.Attribute.Type == AttributeType.Flag ? ["true"] : (question.Attribute.Taxonomy?.Nodes ?? []).Select(n => n.Name);

    private static Outcome Decide(IEnumerable<RawFact> facts)
    {
        Decision? decision = Chapter.Decide(facts, out _);
        Assert.NotNull(decision);
        return decision.Outcome;
    }
}
