using System.Diagnostics;
using System.Text.Json.Nodes;
using PolicyLang.Exchange.Rdf;

namespace PolicyLang.Cli.Tests;

/// <summary>The readers of JSON-LD and Turtle find what the parsers of npm find.</summary>
public sealed class RdfParityTests
{
    private const string Turtle = """
        @prefix odrl: <http://www.w3.org/ns/odrl/2/> . @base <http://example.org/base/> .
        PREFIX ex: <http://example.org/ns#>
        # A comment; with <signs> in it.
        <policy> a odrl:Set ; odrl:permission _:one, [ odrl:action odrl:use, odrl:read ; ex:note "a \"quote\"\n\u00e9"@en-gb ; ] .
        _:one ex:list ( 1 2.5 -3e2 true "x"^^ex:type ( ) [ ex:deep 'single' ] ) ; ex:long LONGtwo
        lines with "quotes" inside LONG ; ex:pre.dotted ex:local%20name ;; ex:end ex: .
        ex:a\,b ex:is ex:1st .
        """;

    private static readonly (string Name, string Text)[] JsonLd =
    [
        ("coercion", """{ "@context": { "xsd": "http://www.w3.org/2001/XMLSchema#", "ex": "http://example.org/", "day": { "@id": "ex:day", "@type": "xsd:date" }, "to": { "@id": "ex:to", "@type": "@id" }, "kind": { "@id": "ex:kind", "@type": "@vocab" }, "one": "ex:one" }, "@id": "ex:s", "day": "2024-01-01", "to": ["ex:a", { "@id": "ex:b" }], "kind": ["one", "ex:two"], "one": [1, 1.5, 2.0, true, null, "text", { "@value": "x", "@language": "de" }] }"""),
        ("lists", """{ "@context": { "@vocab": "http://example.org/", "items": { "@id": "items", "@container": "@list" } }, "items": [1, "two", { "three": 3 }], "more": { "@list": [] }, "set": { "@set": ["a"] } }"""),
        ("graph", """{ "@context": ["http://www.w3.org/ns/odrl.jsonld", { "@language": "en", "ex": "http://example.org/" }], "@graph": [{ "uid": "ex:one", "type": "Set", "ex:title": "in English", "permission": [{ "action": "use" }] }, { "@id": "_:b", "@type": ["Offer", "ex:Other"], "inheritFrom": "ex:one" }] }"""),
        ("nested contexts", """{ "@context": { "ex": "http://example.org/" }, "@id": "ex:s", "ex:p": { "@context": { "q": "ex:q", "ex": "http://other.example/" }, "q": "v", "ex:r": "w" }, "unknown": "dropped" }"""),
        ("array", """[{ "@id": "http://example.org/a", "http://example.org/p": 1e30 }, { "@id": "http://example.org/b", "http://example.org/p": -0.00012 }]"""),
    ];

    [Fact]
    public void Both_state_the_same()
    {
        string folder = Repository.PathOf("tests/lsp-clients");
        GitFolder.SkipWithout("node");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "jsonld")), "the packages of tests/lsp-clients are not installed");
        var documents = new JsonArray();
        foreach ((string name, string text) in JsonLd)
        {
            Add(name, "jsonld", text);
        }

        Add("turtle", "turtle", Turtle.Replace("LONG", "\"\"\"", StringComparison.Ordinal));
        foreach (string example in (string[])["ex1", "ex2"])
        {
            Add(example, "jsonld", Repository.Read($"tests/cases/odrl/{example}.odrl.jsonld"));
        }

        foreach (string file in Repository.Files("tests/cases/odrl/policies", "*.case").Where(f => !f.Contains("no-context", StringComparison.Ordinal)))
        {
            string[] part = Repository.Read(file).Split("=== ", StringSplitOptions.RemoveEmptyEntries)[0].Split('\n', 2);
            Add(Path.GetFileName(file), part[0], part[1]);
        }

        var start = new ProcessStartInfo("node", ["rdf.mjs"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process node = Process.Start(start) ?? throw new InvalidOperationException("node does not start");
        node.StandardInput.Write(documents.ToJsonString());
        node.StandardInput.Close();
        string output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length == documents.Count && lines.All(l => l.StartsWith("same ", StringComparison.Ordinal)), output);
        Assert.All(lines, l => Assert.True(int.Parse(l.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture) > 0, l));

        void Add(string name, string kind, string text) => documents.Add((JsonNode)new JsonObject
        {
            ["name"] = name.Replace(' ', '-'),
            ["kind"] = kind,
            ["text"] = text,
            ["ours"] = (kind == "turtle" ? TurtleReader.Read(text) : JsonLdReader.Read(text)).ToNTriples(),
        });
    }

    public static TheoryData<string, string> Broken { get; } = new()
    {
        { "<a> <b> .", "1:9" },
        { "<a> <b> <c>", "1:12" },
        { "<a> <b> \"open .", "1:9" },
        { "ex:a ex:b ex:c .", "1:1" },
        { "<a> <b> [ <c> <d> .", "1:19" },
        { "<a> \"text\" <c> .", "1:5" },
        { "<a b> <c> <d> .", "1:1" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_Turtle_is_told_with_its_place(string text, string place) =>
        Assert.Equal(place, Assert.Throws<RdfException>(() => TurtleReader.Read(text)).Place);

    [Fact]
    public void Broken_JSON_is_told_with_its_place() =>
        Assert.Equal("1:8", Assert.Throws<RdfException>(() => JsonLdReader.Read("{ \"a\": ]")).Place);

    [Fact]
    public void Depth_is_limited_by_a_sentence()
    {
        Assert.Throws<RdfException>(() => TurtleReader.Read("<a> <b> " + string.Concat(Enumerable.Repeat("[ <c> ", 5000))));
        Assert.Throws<RdfException>(() => JsonLdReader.Read(new string('[', 5000)));
    }
}
