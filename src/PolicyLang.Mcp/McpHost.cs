using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace PolicyLang.Mcp;

/// <summary>Serves one client over two streams, in the Model Context Protocol.</summary>
public static class McpHost
{
    private const string Markdown = "text/markdown";

    /// <summary>Serves until the client leaves.</summary>
    /// <param name="input">What the client sends.</param>
    /// <param name="output">What it is sent.</param>
    /// <param name="service">What is served.</param>
    /// <param name="version">The version of the program.</param>
    /// <param name="cancellation">Ends the service.</param>
    public static async Task RunAsync(Stream input, Stream output, IMcpService service, string version, CancellationToken cancellation)
    {
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "policyc", Version = version, Title = "PolicyLang" },
            ServerInstructions = service.Instructions,
            Capabilities = new ServerCapabilities
            {
                Tools = new ToolsCapability(),
                Resources = new ResourcesCapability(),
                Prompts = new PromptsCapability(),
            },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. service.Tools.Select(Describe)] }),
                CallToolHandler = (request, stop) => CallAsync(service, request.Params, stop),
                ListResourcesHandler = (_, _) => ValueTask.FromResult(
                    new ListResourcesResult { Resources = [.. service.Pages.Select(Describe)] }),
                ReadResourceHandler = (request, _) => ValueTask.FromResult(Read(service, request.Params?.Uri)),
                ListPromptsHandler = (_, _) => ValueTask.FromResult(
                    new ListPromptsResult { Prompts = [.. service.Prompts.Select(Describe)] }),
                GetPromptHandler = (request, _) => ValueTask.FromResult(Prompt(service, request.Params)),
            },
        };
        var transport = new StreamServerTransport(input, output, "policyc", null);
        await using (transport.ConfigureAwait(false))
        {
            McpServer server = McpServer.Create(transport, options);
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    private static Tool Describe(McpTool tool)
    {
        using JsonDocument schema = JsonDocument.Parse(tool.InputSchema);
        return new Tool
        {
            Name = tool.Name,
            Title = tool.Title,
            Description = tool.Description,
            InputSchema = schema.RootElement.Clone(),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = tool.IsReadOnly,
                DestructiveHint = false,
                IdempotentHint = true,
                OpenWorldHint = false,
            },
        };
    }

    private static Resource Describe(McpPage page) =>
        new() { Uri = page.Uri, Name = page.Name, Description = page.Description, MimeType = Markdown };

    private static Prompt Describe(McpPrompt prompt) => new()
    {
        Name = prompt.Name,
        Title = prompt.Title,
        Description = prompt.Description,
        Arguments = [.. prompt.Arguments.Select(a => new PromptArgument { Name = a.Name, Description = a.Description, Required = false })],
    };

    private static async ValueTask<CallToolResult> CallAsync(IMcpService service, CallToolRequestParams? call, CancellationToken stop)
    {
        var arguments = new Dictionary<string, JsonElement>(call?.Arguments ?? new Dictionary<string, JsonElement>(),
            StringComparer.Ordinal);
        McpAnswer answer = await service.CallAsync(call?.Name ?? string.Empty, arguments, stop).ConfigureAwait(false)
            ?? throw new McpProtocolException($"There is no tool '{call?.Name}'.", McpErrorCode.InvalidParams);
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = answer.Text }],
            StructuredContent = answer.Structured,
            IsError = answer.IsError,
        };
    }

    private static ReadResourceResult Read(IMcpService service, string? uri) => service.Read(uri ?? string.Empty) is { } text
        ? new ReadResourceResult { Contents = [new TextResourceContents { Uri = uri ?? string.Empty, MimeType = Markdown, Text = text }] }
        : throw new McpProtocolException($"There is no page '{uri}'.", McpErrorCode.InvalidParams);

    private static GetPromptResult Prompt(IMcpService service, GetPromptRequestParams? asked)
    {
        Dictionary<string, string> arguments = (asked?.Arguments ?? new Dictionary<string, JsonElement>())
            .ToDictionary(a => a.Key, a => a.Value.ValueKind == JsonValueKind.String ? a.Value.GetString()
                ?? string.Empty : a.Value.GetRawText());
        string text = service.Prompt(asked?.Name ?? string.Empty, arguments)
            ?? throw new McpProtocolException($"There is no prompt '{asked?.Name}'.", McpErrorCode.InvalidParams);
        return new GetPromptResult
        {
            Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = text } }],
        };
    }
}
