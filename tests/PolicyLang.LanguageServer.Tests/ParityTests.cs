using System.Text.Json.Nodes;
using PolicyLang.Cli;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>What the editor shows, each conflict by itself, is what <c>policyc check</c> prints, for every example.</summary>
public sealed class ParityTests
{
    private static string Examples { get; } = Repository.PathOf("tests/cases/first-examples");

    public static TheoryData<string> Folders => [".", .. Directory.GetDirectories(Examples).Where(folder => Directory.EnumerateFiles(folder, "*.policy*", SearchOption.AllDirectories).Any()).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task The_server_finds_what_check_finds(string name)
    {
        string folder = Path.GetFullPath(Path.Combine(Examples, name));
        string[] expected = Check(folder);
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(Disk(folder), capabilities: Session.Able, folder: folder, settings: """{"eachConflict":true}""");
        await server.Client.UntilAsync(all => Found(all, folder).SequenceEqual(expected) ? all : null);
    }

    private static FakeHost Disk(string folder)
    {
        var disk = new FakeHost();
        foreach (string file in Directory.GetFiles(folder, "*.policy*", SearchOption.AllDirectories))
        {
            disk.Files[file] = File.ReadAllText(file);
        }

        return disk;
    }

    private static string[] Check(string folder)
    {
        using var output = new StringWriter();
        PolicyCommand.Run(["check", "--format", "json"], new CommandHost(Stream.Null, Stream.Null, output, TextWriter.Null, folder));
        return
        [
            .. (JsonNode.Parse(output.ToString())?["diagnostics"] as JsonArray ?? [])
                .Select(one => $"{one?["file"]}({one?["line"]},{one?["column"]})-({one?["endLine"]},{one?["endColumn"]}) {one?["severity"]} {one?["code"]}: {one?["message"]} {Related(one?["related"])}")
                .Order(StringComparer.Ordinal),
        ];

        static string Related(JsonNode? places) => string.Join(' ', (places as JsonArray ?? []).Select(one => $"{one?["line"]}:{one?["column"]} {one?["message"]}"));
    }

    private static string[] Found(IEnumerable<JsonObject> messages, string folder) =>
    [
        .. messages.Where(message => (string?)message["method"] == "textDocument/publishDiagnostics")
            .GroupBy(message => (string?)message["params"]?["uri"])
            .SelectMany(file => (file.Last()["params"]?["diagnostics"] as JsonArray ?? []).Select(one => Line(file.Key ?? string.Empty, one, folder)))
            .Order(StringComparer.Ordinal),
    ];

    private static string Line(string uri, JsonNode? one, string folder)
    {
        string file = Path.GetRelativePath(folder, new Uri(uri).LocalPath);
        string severity = (int?)one?["severity"] switch { 1 => "error", 2 => "warning", 3 => "information", _ => "hint" };
        string message = ((string?)one?["message"] ?? string.Empty).Split('\n')[0];
        string related = string.Join(' ', (one?["relatedInformation"] as JsonArray ?? []).Select(place => $"{At(place?["location"]?["range"]?["start"], ":")} {place?["message"]}"));
        return $"{file}({At(one?["range"]?["start"], ",")})-({At(one?["range"]?["end"], ",")}) {severity} {one?["code"]}: {message} {related}";
    }

    private static string At(JsonNode? position, string separator) => $"{(int?)position?["line"] + 1}{separator}{(int?)position?["character"] + 1}";
}
