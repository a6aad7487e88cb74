using PolicyLang.Cli.Reporters;

namespace PolicyLang.Cli.NewProjects;

/// <summary>Asks a person at a terminal, line by line; an empty answer takes what stands in brackets.</summary>
internal sealed class ProjectQuestions(TextReader answers, TextWriter output)
{
    private readonly TerminalWriter _terminal = new(output);

    /// <summary>What is answered.</summary>
    /// <param name="question">The question.</param>
    /// <param name="otherwise">What an empty answer means.</param>
    public string Ask(string question, string otherwise)
    {
        _terminal.Line($"{question} [{otherwise}]");
        output.Flush();
        return answers.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : otherwise;
    }
}
