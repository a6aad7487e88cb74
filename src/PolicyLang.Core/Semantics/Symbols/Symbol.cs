using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>Something that has a name.</summary>
internal abstract class Symbol
{
    // Whoever makes it a second time makes the same.
    private ImmutableArray<Symbol> _alone;

    protected Symbol(string name, Location location)
    {
        Name = name;
        Location = location;
    }

    /// <summary>This one alone: nearly all lists of names have one, and each would be an object of its own.</summary>
    public ImmutableArray<Symbol> Alone => _alone.IsDefault ? _alone = [this] : _alone;

    /// <summary>The name, without qualification.</summary>
    public string Name { get; }

    /// <summary>Where the name is declared.</summary>
    public Location Location { get; }

    /// <summary>The title in quotes after the name.</summary>
    public string? Title { get; internal set; }

    /// <summary>The text of its documentation comments.</summary>
    public string? Documentation { get; internal set; }

    /// <summary>What it is, as a message names it: "a bloc", "a role".</summary>
    public abstract string Kind { get; }

    /// <summary>Whether part of its declaration was refused; what depends on it is then left out of conflicts and decisions.</summary>
    public bool HasErrors { get; internal set; }

    public override string ToString() => Name;
}
