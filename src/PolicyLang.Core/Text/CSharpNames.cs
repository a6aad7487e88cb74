namespace PolicyLang.Text;

/// <summary>What can be a name in generated C#.</summary>
internal static class CSharpNames
{
    private static readonly HashSet<string> Reserved = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum "
            + "event explicit extern "
        + "false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object "
            + "operator out override "
        + "params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this "
            + "throw true try typeof "
        + "uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a word is reserved.</summary>
    public static bool IsKeyword(string name) => Reserved.Contains(name);

    /// <summary>Whether a text can be a namespace: identifiers joined with dots.</summary>
    public static bool IsNamespace(string text) =>
        text.Split('.')
            .All(part => part.Length > 0 && (char.IsLetter(part[0]) || part[0] == '_') && part.All(c => char.IsLetterOrDigit(c) || c == '_')
            && !IsKeyword(part));
}
