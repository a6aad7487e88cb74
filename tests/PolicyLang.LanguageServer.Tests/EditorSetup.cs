using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>The set-ups that docs/editors.md gives to copy, and a folder in which an editor finds them and <c>policyc</c>.</summary>
internal sealed partial class EditorSetup : IDisposable
{
    /// <summary>A file with a name that is misspelled, a clause that yields to another, and a line to lay out.</summary>
    public const string Text = """
        framework F "First" {
          authority EU
          in force from 2020-01-01

          transfer Ban "Ä ban — 😀" {
            Exporter must not transfer Health
            from EEA
            to US
          }

          transfer Free { Exporter may transfer Health from EEA to US when explicit_consent subject to Ban }
          transfer Odd {
            Exporter may transfer Helth
            from EEA
            to US
          }
        }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("editor").FullName;

    public EditorSetup(string setup)
    {
        File.WriteAllText(Laws, Text.ReplaceLineEndings("\n"));
        File.WriteAllText(PathOf("setup"), setup);
        Directory.CreateDirectory(PathOf("bin"));
        File.WriteAllText(PathOf("bin/policyc"), $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "policyc.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf("bin/policyc"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The file to open.</summary>
    public string Laws => PathOf("a.policy");

    /// <summary>Runs an editor that finds the set-up, the file and the place for its result in the environment, and nothing of whoever runs the test.</summary>
    /// <returns>The result.</returns>
    public async Task<JsonNode> RunAsync(string editor, params string[] arguments)
    {
        (int code, string log) = await NodeTools.RunAsync(editor, arguments, new Dictionary<string, string>
        {
            ["PATH"] = $"{PathOf("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["HOME"] = _folder,
            ["XDG_CACHE_HOME"] = _folder,
            ["XDG_CONFIG_HOME"] = _folder,
            ["XDG_DATA_HOME"] = _folder,
            ["XDG_STATE_HOME"] = _folder,
            ["POLICY_SETUP"] = PathOf("setup"),
            ["POLICY_FILE"] = Laws,
            ["POLICY_OUT"] = PathOf("out.json"),
        });
        Assert.True(code == 0 && File.Exists(PathOf("out.json")), log);
        return JsonNode.Parse(await File.ReadAllTextAsync(PathOf("out.json"), TestContext.Current.CancellationToken)) ?? throw new InvalidDataException(log);
    }

    /// <summary>Writes a file beside the set-up.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text.ReplaceLineEndings("\n"));
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The blocks of a language on the page, in order.</summary>
    public static string[] Blocks(string language) =>
        [.. Fence().Matches(Repository.Read("docs/editors.md").ReplaceLineEndings("\n")).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value)];

    private string PathOf(string name) => Path.Combine(_folder, name);

    [GeneratedRegex("^```(\\w+)\\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
