using PolicyLang.Cli.Inputs;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands;

/// <summary>A date on the command line.</summary>
internal static class DateArgument
{
    /// <summary>The day, or null where none was given.</summary>
    /// <exception cref="InputException">The text is no day.</exception>
    public static CalendarDay? Parse(string? text) =>
        text is null ? null
        : CalendarDay.TryParse(text, out CalendarDay day) ? day
        : throw new InputException(new InputProblem(ProjectDiagnostics.BadFact, $"'{text}' is no date.", "Write year-month-day, for example 2024-03-01."));
}
