using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>The vocabulary for people: taxonomies as trees, blocs with their members, attributes with their types.</summary>
internal sealed class VocabularyText(AnsiStyle ink, TerminalWriter output)
{
    private const int NameWidth = 28;

    public void Write(VocabularyListing listing)
    {
        foreach (VocabularyTaxonomy taxonomy in listing.Taxonomies)
        {
            Head("taxonomy", taxonomy.Name, taxonomy.Title);
            foreach (VocabularyEntry entry in taxonomy.Entries)
            {
                Line(new string(' ', 2 * entry.Depth) + entry.Name, entry.Title, entry.Iri);
            }
        }

        foreach (VocabularyBloc bloc in listing.Blocs)
        {
            Head(bloc.Supranational ? "supranational bloc" : "bloc", bloc.Name, bloc.Title);
            foreach (string line in (bloc.Documentation ?? string.Empty).Split('\n').Where(l => l.Length > 0))
            {
                output.Line($"  // {line}");
            }

            foreach (VocabularyMember member in bloc.Members)
            {
                Line(member.Name, Period(member), null);
            }
        }

        if (listing.Attributes.Length > 0)
        {
            output.Line(ink.Bold("attributes"));
        }

        foreach (VocabularyAttribute attribute in listing.Attributes)
        {
            Line(attribute.Name, $"{attribute.Type}{(attribute.Chosen ? ", chosen" : string.Empty)}", attribute.Title);
        }
    }

    private void Head(string kind, string name, string? title) =>
        output.Line($"{ink.Bold($"{kind} {name}")}{(title is null ? string.Empty : $"  {title}")}");

    private void Line(string name, string? first, string? second)
    {
        string line = $"  {name.PadRight(NameWidth)}  {first}{(first is not null && second is not null ? "  " : string.Empty)}{second}";
        output.Line(line.TrimEnd());
    }

    private static string Period(VocabularyMember member)
    {
        string[] parts =
        [
            .. member.Since is { } since ? [$"since {since}"] : Array.Empty<string>(),
            .. member.Until is { } until && until < CalendarDay.Last ? [$"until {until}"] : Array.Empty<string>(),
            .. member.When is { } when ? [$"when {when}"] : Array.Empty<string>(),
        ];
        return string.Join(" ", parts);
    }
}
