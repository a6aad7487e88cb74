using System.Text;
using PolicyLang.Cli;

namespace PolicyLang.Cli.Tests;

/// <summary>A folder of its own in which policyc is run in this process.</summary>
internal sealed class CommandRun : IDisposable
{
    public CommandRun(params (string Path, string Text)[] files)
    {
        Folder = Directory.CreateTempSubdirectory("policyc").FullName;
        foreach ((string path, string text) in files)
        {
            Write(path, Encoding.UTF8.GetBytes(text));
        }
    }

    public string Folder { get; }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, byte[] bytes)
    {
        string full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? Folder);
        File.WriteAllBytes(full, bytes);
    }

    /// <summary>Runs <c>policyc</c> with arguments split at blanks.</summary>
    public Result Run(string arguments, string input = "", string? folder = null) =>
        Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), Encoding.UTF8.GetBytes(input), folder);

    public Result Run(IReadOnlyList<string> arguments, byte[] input, string? folder = null, int workers = 1)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var raw = new MemoryStream();
        using var stdin = new MemoryStream(input);
        int code = PolicyCommand.Run(arguments, new CommandHost(stdin, raw, output, error, folder ?? Folder) { Workers = workers });
        return new Result(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public sealed record Result(int Code, string Output, string Error);
}
