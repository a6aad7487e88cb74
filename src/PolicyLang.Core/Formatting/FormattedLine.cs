namespace PolicyLang.Formatting;

/// <summary>A run of tokens that is one line of the canonical layout.</summary>
/// <param name="Indent">How many steps it is indented.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="KeepBlank">Whether a blank line before it is kept.</param>
/// <param name="PadAt">Index of a token that is moved to a column; -1 for none.</param>
/// <param name="PadTo">The column, from the start of the line's own text.</param>
internal readonly record struct FormattedLine(int Indent, int First, int End, bool KeepBlank = false, int PadAt = -1, int PadTo = 0);
