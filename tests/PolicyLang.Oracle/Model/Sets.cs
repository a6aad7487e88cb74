namespace PolicyLang.Oracle.Model;

/// <summary>A set of leaves.</summary>
public abstract record SetExpression;

/// <summary><c>any</c>, <c>anywhere</c>.</summary>
public sealed record AnySet : SetExpression;

/// <summary><c>own territory</c>.</summary>
public sealed record OwnTerritory : SetExpression;

/// <summary><c>another party</c>, or <c>any party</c> with one's own.</summary>
public sealed record PartiesSet(bool WithOwn) : SetExpression;

/// <summary><c>any organisation</c>, after <c>of</c>.</summary>
public sealed record AnyOrganisation : SetExpression;

/// <summary><c>[outside] A, B [except C]</c>.</summary>
public sealed record ListSet(bool Outside, ImmutableArray<string> Members, ImmutableArray<string> Except) : SetExpression
{
    public static ListSet Of(params string[] members) => new(false, [.. members], []);
}
