using PolicyLang.Text;

namespace PolicyLang.Projects;

/// <summary>What a new project is to be.</summary>
/// <param name="Title">What the organisation is called.</param>
/// <param name="Under">The legal orders whose law binds it: jurisdictions and blocs.</param>
/// <param name="Uses">The frameworks of the law library that it uses.</param>
internal sealed record NewProject(string Title, ImmutableArray<string> Under, ImmutableArray<string> Uses)
{
    private static readonly char[] BetweenWords = [' ', '-', '.', ',', '&', '/'];

    /// <summary>The organisation's name in policy text: the letters and digits of its title.</summary>
    public string Name { get; } = NameOf(Title);

    /// <summary>The name of its policy.</summary>
    public string Policy => Name + "Policy";

    /// <summary>The day from which the policy is in force: the first of the year.</summary>
    public required CalendarDay From { get; init; }

    /// <summary>The kinds of data that it sends abroad.</summary>
    public ImmutableArray<string> Data { get; init; } = ["Health"];

    /// <summary>Where it sends them: jurisdictions and blocs; empty for anywhere.</summary>
    public ImmutableArray<string> Destinations { get; init; } = [];

    /// <summary>The name that policy text can have for a title; empty where it has no letter.</summary>
    public static string NameOf(string title)
    {
        string[] words = [.. title.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(c => char.IsLetterOrDigit(c) || c == '_'))).Where(word => word.Length > 0)];
        string name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return name.Length > 0 && char.IsLetter(name[0]) ? name : string.Empty;
    }
}
