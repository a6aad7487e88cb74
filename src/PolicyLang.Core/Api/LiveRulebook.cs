namespace PolicyLang;

/// <summary>
/// The rulebook that a running program serves, replaced when policy files change. Whoever has taken <see cref="Current"/> goes on with it;
/// a version of which part is not understood is refused, and the last good one stays. Thread-safe.
/// </summary>
/// <param name="first">The first rulebook.</param>
public sealed class LiveRulebook(PolicyRulebook first)
{
    private readonly Lock _replacing = new();
    private volatile PolicyRulebook _current = first;

    /// <summary>The newest rulebook that was taken. Take it once for each piece of work.</summary>
    public PolicyRulebook Current => _current;

    /// <summary>Takes a changed rulebook, unless part of it was not understood.</summary>
    /// <param name="change">From the current rulebook to the next: <c>book => book.With("acme.policy", text)</c>.</param>
    /// <param name="errors">Why it was not taken; none where it was.</param>
    /// <returns>Whether it was taken.</returns>
    public bool TryUpdate(Func<PolicyRulebook, PolicyRulebook> change, out IReadOnlyList<PolicyFinding> errors)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_replacing)
        {
            PolicyRulebook next = change(_current);
            errors = next.HidingErrors();
            if (errors.Count == 0)
            {
                _current = next;
            }

            return errors.Count == 0;
        }
    }
}
