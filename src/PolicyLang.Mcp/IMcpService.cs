using System.Text.Json;

namespace PolicyLang.Mcp;

/// <summary>A tool that an assistant may call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Description">What it does, and when to call it.</param>
/// <param name="InputSchema">The JSON Schema of its arguments.</param>
/// <param name="IsReadOnly">Whether it changes nothing.</param>
public sealed record McpTool(string Name, string Title, string Description, string InputSchema, bool IsReadOnly);

/// <summary>What a tool answers.</summary>
/// <param name="Text">What is read: the JSON object itself, or a sentence.</param>
/// <param name="Structured">The JSON object; null where the answer is a text.</param>
/// <param name="IsError">Whether the call could not be answered.</param>
public sealed record McpAnswer(string Text, JsonElement? Structured, bool IsError);

/// <summary>A page that an assistant may read.</summary>
/// <param name="Uri">Its address.</param>
/// <param name="Name">Its title.</param>
/// <param name="Description">What it is about.</param>
public sealed record McpPage(string Uri, string Name, string Description);

/// <summary>A prompt: a text that a person hands to an assistant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Arguments">What may be filled in: name and description.</param>
public sealed record McpPrompt(string Name, string Title, string Description, ImmutableArray<(string Name, string Description)> Arguments);

/// <summary>What is served.</summary>
public interface IMcpService
{
    /// <summary>What an assistant should know before it calls anything.</summary>
    string Instructions { get; }

    ImmutableArray<McpTool> Tools { get; }

    ImmutableArray<McpPage> Pages { get; }

    ImmutableArray<McpPrompt> Prompts { get; }

    /// <summary>Calls a tool; null where there is none of this name.</summary>
    Task<McpAnswer?> CallAsync(string tool, IReadOnlyDictionary<string, JsonElement> arguments, CancellationToken cancellation);

    /// <summary>The text of a page in Markdown; null where there is none.</summary>
    string? Read(string uri);

    /// <summary>The text of a prompt; null where there is none.</summary>
    string? Prompt(string name, IReadOnlyDictionary<string, string> arguments);
}
