using System.Text;

namespace PolicyLang.Cli.Commands;

/// <summary>The pages of <c>docs/diagnostics</c>, which ship inside the program.</summary>
internal static class HelpPages
{
    private const string Folder = "diagnostics/";
    private const string Extension = ".md";
    private const int Suggestions = 3;

    /// <summary>All codes, sorted.</summary>
    public static ImmutableArray<string> Codes { get; } =
    [
        .. typeof(HelpPages).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The page of a code in Markdown; null where there is none.</summary>
    public static string? Read(string code)
    {
        using Stream? stream = typeof(HelpPages).Assembly.GetManifestResourceStream(Folder + code + Extension);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>"PL4001: Title".</summary>
    public static string Heading(string code) => (Read(code) ?? string.Empty).Split('\n', 2)[0].TrimStart('#', ' ').TrimEnd();

    /// <summary>The codes that are written most alike, at most three.</summary>
    public static ImmutableArray<string> Near(string wanted)
    {
        string digits = string.Concat(wanted.Where(char.IsAsciiDigit));
        return int.TryParse(digits, out int number)
            ? [.. Codes.OrderBy(code => Math.Abs(int.Parse(code.AsSpan(2)) - number)).Take(Suggestions).Order(StringComparer.Ordinal)]
            : [];
    }
}
