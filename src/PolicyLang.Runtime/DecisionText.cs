namespace PolicyLang.Runtime;

/// <summary>Answers as one line of a log.</summary>
internal static class DecisionText
{
    private const int ShownDigits = 12;

    /// <summary>The outcome, then each part that is there.</summary>
    public static string Line(string outcome, params (string Name, IEnumerable<object> Items)[] parts) => string.Join(
        "; ",
        parts.Select(p => (p.Name, Text: string.Join(", ", p.Items))).Where(p => p.Text.Length > 0).Select(p => $"{p.Name} {p.Text}")
            .Prepend(outcome));

    /// <summary>Enough of a fingerprint to tell it from others.</summary>
    public static IEnumerable<object> ShortFingerprint(Provenance? provenance) =>
        provenance is null ? [] : [provenance.Fingerprint.Substring(0, Math.Min(ShownDigits, provenance.Fingerprint.Length))];
}
