using PolicyLang.Text;

namespace PolicyLang.Cli;

/// <summary>All that a command may touch of the world outside: streams, the folder it runs in, the terminal.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="RawOutput">Standard output as bytes; only the language server writes to it.</param>
/// <param name="Output">Standard output as text.</param>
/// <param name="Error">Standard error as text.</param>
/// <param name="WorkingFolder">Absolute; paths are relative to it.</param>
internal sealed record CommandHost(Stream Input, Stream RawOutput, TextWriter Output, TextWriter Error, string WorkingFolder)
{
    /// <summary>The day on which the command runs; asked for only where somebody says <c>today</c>.</summary>
    public Func<CalendarDay> Today { get; init; } = () =>
        CalendarDay.FromDate(DateTime.Today.Year, DateTime.Today.Month, DateTime.Today.Day);

    /// <summary>Ends a command that would go on; Ctrl-C does, too.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>How many may work at a time; no answer depends on it.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Whether a person would have to type the input.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal, so that progress may be shown there.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colour may be used on standard output.</summary>
    public bool Color { get; init; }

    /// <summary>An absolute path as output shows it: relative to the working folder, with slashes.</summary>
    public string Show(string fullPath) => Path.GetRelativePath(WorkingFolder, fullPath).Replace('\\', '/');

    /// <summary>The name of a file of the user in a workspace: as it is shown, and no file that ships has it.</summary>
    public string NameOf(string fullPath) => Inputs.OwnNames.Of(Show(fullPath));

    /// <summary>The absolute path of a path that a user wrote.</summary>
    public string FullPath(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, WorkingFolder));
}
