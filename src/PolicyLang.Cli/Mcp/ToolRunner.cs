using System.Text.Json;
using PolicyLang.Mcp;

namespace PolicyLang.Cli.Mcp;

/// <summary>Answers calls by the commands of the program, so that assistants and people are told the same.</summary>
/// <param name="folder">The folder that is served.</param>
/// <param name="mayWrite">Whether files may be written.</param>
internal sealed class ToolRunner(string folder, bool mayWrite)
{
    /// <summary>The longest answer, in characters.</summary>
    public const int MostCharacters = 400_000;

    /// <summary>Answers a call.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="call">Its arguments.</param>
    /// <exception cref="ToolException">The call cannot be answered.</exception>
    public McpAnswer Run(string tool, ToolCall call) => tool switch
    {
        "check" => OfLaw(call, ["check", "--format", "json", .. Day(call, "--as-of", "asOf"), .. Day(call, "--on", "on")]),
        "conflicts" => OfLaw(call,
            ["conflicts", "--format", "json", .. Flag(call, "--all", "all"), .. Day(call, "--on", "on"),
                .. call.Texts("between").SelectMany(n => new[] { "--between", Name(n) })]),
        "decide" => Decide(call),
        "explain" => Explain(call),
        "repair" => OfLaw(call, ["repair", "--format", "json"]),
        "diff" => Diff(call),
        "law" => Law(call),
        "format" => Format(call),
        _ => throw new ToolException($"There is no tool '{tool}'."),
    };

    private static string[] Flag(ToolCall call, string option, string name) => call.IsSet(name) ? [option] : [];

    private static string[] Day(ToolCall call, string option, string name) => call.Text(name) is { } day ? [option, Name(day)] : [];

    // Nothing that an assistant sends may pass for an option.
    private static string Name(string text) => text.Length > 0 && text[0] != '-' ? text : throw new ToolException($"'{text}' is no name.");

    private McpAnswer OfLaw(ToolCall call, string[] command, byte[]? input = null)
    {
        using ToolFolder where = Where(call, out ImmutableArray<string> paths);
        return Answer(where.Path, [.. command, .. paths], input);
    }

    private ToolFolder Where(ToolCall call, out ImmutableArray<string> paths)
    {
        paths = call.Texts("paths");
        if (call.Files("files") is { } files)
        {
            return paths.IsEmpty ? ToolFolder.Of(files) : throw new ToolException("Give 'files' or 'paths', not both.");
        }

        RequireInside(paths);
        return ToolFolder.Served(folder);
    }

    private void RequireInside(ImmutableArray<string> paths)
    {
        string? outside = paths.FirstOrDefault(p => !ToolCall.IsInside(p) || !IsBelow(p));
        if (outside is not null)
        {
            throw new ToolException($"'{outside}' is not in the folder that is served; paths are relative to it and stay within it.");
        }
    }

    // A link may lead out of the folder.
    private bool IsBelow(string path)
    {
        string root = Path.TrimEndingDirectorySeparator(Inputs.RealPath.Of(Path.GetFullPath(folder)));
        string full = Inputs.RealPath.Of(Path.GetFullPath(path, folder));
        return full == root || full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private McpAnswer Decide(ToolCall call)
    {
        string facts = call.Object("case")
            ?? throw new ToolException("Give a 'case' such as { \"date\": \"2024-03-01\", \"actor\": [\"Exporter\"], \"action\": "
                + "\"transfer\" }.");
        string[] under = [.. call.Texts("under").SelectMany(n => new[] { "--under", Name(n) })];
        return OfLaw(call, ["decide", "--format", "json", .. Flag(call, "--explain", "explain"), .. under, "--case", "-"],
            System.Text.Encoding.UTF8.GetBytes(facts));
    }

    private McpAnswer Explain(ToolCall call)
    {
        string code = Name(call.Text("code") ?? throw new ToolException("Give a 'code' such as PL4001."));
        return Answer(folder, ["explain", code], null, isJson: false);
    }

    private McpAnswer Diff(ToolCall call)
    {
        ImmutableArray<(string, string)> old = call.Files("old") ?? throw new ToolException("Give the texts of the 'old' version.");
        ImmutableArray<(string, string)> fresh = call.Files("new") ?? throw new ToolException("Give the texts of the 'new' version.");
        using ToolFolder where = ToolFolder.Of(old.Select(f => ($"old/{f.Item1}", f.Item2)).Concat(fresh.Select(f =>
            ($"new/{f.Item1}", f.Item2))));
        return Answer(where.Path, ["diff", "old", "new", "--format", "json"]);
    }

    private McpAnswer Law(ToolCall call)
    {
        McpAnswer all = Answer(folder, ["law", .. call.Texts("names").Select(Name), "--format", "json", .. Day(call, "--on", "on")]);
        return call.Text("query") is { } query && all.Structured is { } json ? LawSearch.Find(json, query) : all;
    }

    private McpAnswer Format(ToolCall call)
    {
        ImmutableArray<(string Name, string Text)> files =
            call.Files("files") ?? throw new ToolException("Give the texts of 'files' by their names.");
        if (call.IsSet("save") && !mayWrite)
        {
            throw new ToolException("The server writes no files; it was started without --allow-write. Hand the text to the user.");
        }

        using ToolFolder where = ToolFolder.Of(files);
        McpAnswer formatted = Answer(where.Path, ["format", "."], null, isJson: false);
        if (formatted.IsError)
        {
            return formatted;
        }

        (string Name, string Text)[] texts = [.. files.Select(f => (f.Name, File.ReadAllText(Path.Combine(where.Path, f.Name))))];
        if (call.IsSet("save"))
        {
            RequireInside([.. texts.Select(f => f.Name)]);
            var written = new Inputs.FileSet(Host(folder, TextWriter.Null, TextWriter.Null, null));
            foreach ((string name, string text) in texts)
            {
                written.Write(Path.Combine(folder, name), System.Text.Encoding.UTF8.GetBytes(text));
            }

            written.Commit();
        }

        string json = JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("files");
            foreach ((string name, string text) in texts)
            {
                writer.WriteString(name, text);
            }

            writer.WriteEndObject();
            writer.WriteBoolean("saved", call.IsSet("save"));
            writer.WriteEndObject();
        });
        return Json(json);
    }

    private static McpAnswer Answer(string where, IReadOnlyList<string> command, byte[]? input = null, bool isJson = true)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int code = PolicyCommand.Run(command, Host(where, output, error, input));
        string text = output.ToString();
        string told = error.ToString();
        bool isAnswer = code is ExitCodes.Clean or ExitCodes.Findings && text.Trim().Length > 0;
        if (!isAnswer && isJson && text.StartsWith('{'))
        {
            // Such as a case that an assumption rules out.
            return Json(text) with { IsError = true };
        }

        return text.Length > MostCharacters
            ? throw new ToolException($"The answer has more than {MostCharacters} characters; ask about fewer files, names or days.")
            : code is not (ExitCodes.Clean or ExitCodes.Findings) ? new McpAnswer((told + text).Trim(), null, true)
            : isJson && isAnswer ? Json(text)
            : new McpAnswer((text + told).Trim(), null, code != ExitCodes.Clean);
    }

    private static McpAnswer Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return new McpAnswer(text.TrimEnd(), document.RootElement.Clone(), false);
    }

    private static CommandHost Host(string where, TextWriter output, TextWriter error, byte[]? input) =>
        new(new MemoryStream(input ?? []), Stream.Null, output, error, where);
}
