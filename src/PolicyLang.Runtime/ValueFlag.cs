namespace PolicyLang.Runtime;

/// <summary>A truth that may be found out when it is first asked for; two are equal where their values are.</summary>
internal readonly struct ValueFlag(bool value, Func<bool>? find = null) : IEquatable<ValueFlag>
{
    private readonly bool _value = value;
    private readonly Func<bool>? _find = find;

    public bool Value => _find?.Invoke() ?? _value;

    public bool Equals(ValueFlag other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is ValueFlag other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();
}
