using System.CommandLine;

namespace PolicyLang.Cli.Commands.Comparisons;

/// <summary>The words and options that the commands which compare laws share.</summary>
internal sealed class ComparisonOptions
{
    /// <param name="words">What the words are, besides paths.</param>
    /// <param name="formats">The forms of the output, the usual one first.</param>
    public ComparisonOptions(string words, params string[] formats)
    {
        Words = GlobalOptions.Words("words", $"{words} Words that exist as a path, or hold '/', '*' or '.policy', are files, folders or "
            + "globs; without one, the project found from here upwards, else this folder.");
        Format = GlobalOptions.Format(formats);
    }

    public Argument<string[]> Words { get; }

    public Option<string> Format { get; }

    public Option<string> On { get; } = new("--on")
    { Description = "The day; if nothing is said, the one of --as-of or of the project file.", HelpName = "YYYY-MM-DD|today" };

    public Option<string> AsOf { get; } = GlobalOptions.AsOf();

    public Option<bool> All { get; } = new("--all") { Description = "Tell all, however much there is." };

    public Option<string> Law { get; } = GlobalOptions.Law();

    /// <summary>A command with these, and more.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">Whole lines that somebody might type.</param>
    /// <param name="more">Its own options.</param>
    public Command Command(string name, string description, ImmutableArray<string> examples, params Option[] more)
    {
        var command = new Command(name, $"{description}\n\nExamples:\n{string.Join('\n', examples.Select(e => $"  {e}"))}") { Words };
        foreach (Option option in more.Concat([On, AsOf, All, Format, Law]))
        {
            command.Add(option);
        }

        return command;
    }
}
