using PolicyLang.Cli.Inputs;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands;

/// <summary>A date on the command line.</summary>
internal static class DateArgument
{
    /// <summary>The word for the day on which a command runs.</summary>
    public const string Today = "today";

    /// <summary>A day, or <c>today</c>; null where none was given.</summary>
    /// <exception cref="InputException">The text is no day.</exception>
    public static CalendarDay? ParseAsOf(string? text, CommandHost host) => text == Today ? host.Today() : Parse(text);

    /// <summary>The day, or null where none was given.</summary>
    /// <exception cref="InputException">The text is no day.</exception>
    public static CalendarDay? Parse(string? text) =>
        text is null ? null
        : CalendarDay.TryParse(text, out CalendarDay day) ? day
        : throw new InputException(
            new InputProblem(ProjectDiagnostics.BadFact, $"'{text}' is not a date.", "Write year-month-day, for example 2024-03-01."));
}
