namespace PolicyLang.Decisions;

/// <summary>A minimal change of what the actor decides after which the act is lawful.</summary>
/// <param name="Change">The new value of every attribute that changes.</param>
/// <param name="Outcome">What the case then is: permitted or unregulated.</param>
internal sealed record ComplyingWay(CaseFacts Change, Outcome Outcome);
