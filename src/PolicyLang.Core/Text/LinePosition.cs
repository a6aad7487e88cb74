namespace PolicyLang.Text;

/// <summary>A place in a text. Both parts count from 0 here; output for people counts from 1.</summary>
/// <param name="Line">Line, from 0.</param>
/// <param name="Character">UTF-16 code units from the start of the line, from 0.</param>
internal readonly record struct LinePosition(int Line, int Character) : IComparable<LinePosition>
{
    public int CompareTo(LinePosition other) => Line != other.Line ? Line.CompareTo(other.Line) : Character.CompareTo(other.Character);

    public static bool operator <(LinePosition a, LinePosition b) => a.CompareTo(b) < 0;

    public static bool operator >(LinePosition a, LinePosition b) => a.CompareTo(b) > 0;

    public static bool operator <=(LinePosition a, LinePosition b) => a.CompareTo(b) <= 0;

    public static bool operator >=(LinePosition a, LinePosition b) => a.CompareTo(b) >= 0;
}
