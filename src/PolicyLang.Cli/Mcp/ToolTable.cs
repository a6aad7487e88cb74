using System.Text.Json;
using PolicyLang.Mcp;

namespace PolicyLang.Cli.Mcp;

/// <summary>The tools that assistants may call: <c>tools.json</c> beside this file, which ships inside the program.</summary>
internal static class ToolTable
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<McpTool> All { get; } = Read();

    private static ImmutableArray<McpTool> Read()
    {
        using Stream stream = typeof(ToolTable).Assembly.GetManifestResourceStream("mcp/tools.json")
            ?? throw new InvalidOperationException("mcp/tools.json");
        using JsonDocument document = JsonDocument.Parse(stream);
        return
        [
            .. document.RootElement.EnumerateArray().Select(tool => new McpTool(
                Text(tool, "name"), Text(tool, "title"), Text(tool, "description"), tool.GetProperty("inputSchema").GetRawText(),
                tool.GetProperty("readOnly").GetBoolean())),
        ];
    }

    private static string Text(JsonElement tool, string name) => tool.GetProperty(name).GetString() ?? string.Empty;
}
