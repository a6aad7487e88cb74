using System.Diagnostics.CodeAnalysis;

namespace PolicyLang.Regions;

/// <summary>What a piece of work within a budget came to: a value, or that the budget did not suffice. The default is undecided.</summary>
/// <param name="value">The value.</param>
internal readonly struct Attempt<T>(T value)
{
    /// <summary>Whether there is a value.</summary>
    public bool IsDecided { get; } = true;

    /// <summary>Takes the value, if there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T decided)
    {
        decided = value;
        return IsDecided;
    }

    /// <summary>The value, or another where it is undecided.</summary>
    public T Or(T undecided) => IsDecided ? value : undecided;

    /// <summary>The same where the other takes work to make.</summary>
    public T OrElse(Func<T> undecided) => IsDecided ? value : undecided();
}
