namespace PolicyLang.Oracle.Model;

/// <summary>A fact of a scenario, its values as they are written. <c>since_E</c> is the day of an event E.</summary>
public sealed record FactModel(string Attribute, ImmutableArray<string> Values);

/// <summary>What a scenario expects.</summary>
public abstract record Expectation;

/// <summary>An outcome, by clauses; of what is named "permitted", "prohibited", "conflicting" or "unregulated".</summary>
public sealed record OutcomeExpectation(string Outcome, ImmutableArray<string> By) : Expectation;

/// <summary><c>conflict between A and B</c>.</summary>
public sealed record ConflictExpectation(ImmutableArray<string> Between) : Expectation;

/// <summary><c>no conflict</c>, or <c>no conflict between A and B</c> where sides are given.</summary>
public sealed record NoConflictExpectation(ImmutableArray<string> Between) : Expectation;

public sealed record AppliesExpectation(string Clause, bool Applies) : Expectation;

public sealed record AdviceExpectation(bool Discouraged, ImmutableArray<string> By) : Expectation;

public sealed record DutyExpectation(string Clause) : Expectation;

public enum WayKind
{
    Add,
    Remove,
    SendTo,
    StoreIn,
}

public sealed record WayExpectation(WayKind Kind, string Name) : Expectation;

public sealed record WaitExpectation(Duration Duration) : Expectation;

/// <summary>A scenario. Several kinds of data are several cases.</summary>
public sealed record ScenarioModel(string Title, ImmutableArray<FactModel> Facts, ImmutableArray<string> Under, ImmutableArray<Expectation> Expectations);

/// <summary><c>acknowledge conflict between …</c>.</summary>
public sealed record AcknowledgementModel(ImmutableArray<string> Between, DateOnly? Until);
