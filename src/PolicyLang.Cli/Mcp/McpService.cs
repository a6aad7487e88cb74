using System.Text;
using System.Text.Json;
using PolicyLang.Cli.Commands;
using PolicyLang.Cli.Inputs;
using PolicyLang.Mcp;

namespace PolicyLang.Cli.Mcp;

/// <summary>What assistants are served: tools, the language reference, the pages of diagnostics, the drafting guide.</summary>
/// <param name="runner">Answers calls.</param>
internal sealed class McpService(ToolRunner runner) : IMcpService, IDisposable
{
    private const string Reference = "policylang://reference/";
    private const string Diagnostics = "policylang://diagnostics/";
    private const string Folder = "reference/";
    private const string Guide = "drafting-guide";
    private const string Ending = ".md";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);

    public string Instructions =>
        "PolicyLang states who may, must or must not do what with which data, from where to where; the answers are exact. Before you write "
        + $"policies, read {Reference}{Guide}. Check each draft with the tool 'check' until nothing is found. It is a reading aid, not "
            + $"legal advice.";

    public ImmutableArray<McpTool> Tools => ToolTable.All;

    public ImmutableArray<McpPage> Pages { get; } =
    [
        .. References().OrderBy(r => r != Guide).ThenBy(r => r, StringComparer.Ordinal)
            .Select(r => new McpPage(Reference + r, Heading(Text(Folder + r + Ending)), "A page of the language reference")),
        .. HelpPages.Codes.Select(c => new McpPage(Diagnostics + c, HelpPages.Heading(c), "What the diagnostic means")),
    ];

    public ImmutableArray<McpPrompt> Prompts { get; } =
    [
        new("draft-policy", "Draft a policy", "The drafting guide, with what is to be drafted",
            [("task", "What the policy is to say: whose law, who, what, from where to where, since when")]),
    ];

    public async Task<McpAnswer?> CallAsync(string tool, IReadOnlyDictionary<string, JsonElement> arguments, CancellationToken cancellation)
    {
        if (Tools.All(t => t.Name != tool))
        {
            return null;
        }

        if (!await _turn.WaitAsync(Patience, cancellation).ConfigureAwait(false))
        {
            return Late();
        }

        Task<McpAnswer> work = Task.Run(() => Run(tool, arguments), CancellationToken.None);
        _ = work.ContinueWith(_ => _turn.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        try
        {
            return await work.WaitAsync(Patience, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return Late();
        }
    }

    public string? Read(string uri) =>
        uri.StartsWith(Diagnostics, StringComparison.Ordinal) ? HelpPages.Read(uri[Diagnostics.Length..])
        : uri.StartsWith(Reference, StringComparison.Ordinal) && References().Contains(uri[Reference.Length..])
            ? Text(Folder + uri[Reference.Length..] + Ending)
            : null;

    public string? Prompt(string name, IReadOnlyDictionary<string, string> arguments) => name != "draft-policy" ? null
        : $"{Text(Folder + Guide + Ending)}\n## The task\n\n"
            + (arguments.TryGetValue("task", out string? task) ? task : "Ask the user what the policy is to say.") + "\n";

    public void Dispose() => _turn.Dispose();

    private static McpAnswer Late() =>
        new($"The answer takes more than {Patience.TotalSeconds} seconds; ask about fewer files, or one framework.", null, true);

    private McpAnswer Run(string tool, IReadOnlyDictionary<string, JsonElement> arguments)
    {
        try
        {
            return runner.Run(tool, new ToolCall(arguments));
        }
        catch (ToolException exception)
        {
            return new McpAnswer(exception.Message, null, true);
        }
        catch (InputException exception)
        {
            return new McpAnswer(string.Join(' ', exception.Problems.Select(p => p.Message)), null, true);
        }
    }

    private static IEnumerable<string> References() => typeof(McpService).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..^Ending.Length]);

    private static string Heading(string text) => text.Split('\n', 2)[0].TrimStart('#', ' ').TrimEnd();

    private static string Text(string name)
    {
        using Stream stream = typeof(McpService).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
