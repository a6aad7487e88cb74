using System.Text;

namespace PolicyLang.Fuzz;

/// <summary>Inputs to start from: the smaller files of the repository, and messages of an editor.</summary>
public static class FuzzSeeds
{
    private const int Longest = 6000;

    private static readonly string[] Messages =
    [
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{} }}""",
        """{"jsonrpc":"2.0","method":"initialized","params":{} }""",
        """{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.policy","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":2} },"text":"\u00e9"}]} }""",
        """{"jsonrpc":"2.0","id":"a","method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.policy"},"position":{"line":0,"character":0} } }""",
        """{"jsonrpc":"2.0","id":7,"result":[null]}""",
        """{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"m","data":{"x":1.5e3} } }""",
        """[{"jsonrpc":"2.0","id":3,"method":"shutdown","params":null}]""",
    ];

    private static readonly string[] Cases =
    [
        """{"date":"2024-03-01","actor":["Exporter"],"action":"transfer","data":"Health","origin":"DE","destination":"US","us_warrant":true}""",
        """{"date":"2018-05-25","action":"disclose","subjects":12.5,"safeguards":["SCC","BCR"],"recipient":"Authority"}""",
        """{"actor":["\ud83d\ude00"],"data":null,"origin":[],"location":"outside EEA"}""",
    ];

    private static readonly string[] Projects =
    [
        """{ "name": "n", "edition": 1, "asOf": "today", "sources": ["**/*.policy"], "exclude": ["a/**"], "severities": { "PL3104": "off" } }""",
        "// one\n{ /* two */ \"mine\": [\"A\"], \"resolution\": [\"specialis\", \"superior\"], \"output\": { \"format\": \"text\", \"directory\": \"\\u00e9\" }, }",
    ];

    /// <summary>Those of a target.</summary>
    /// <param name="target">Its name.</param>
    /// <param name="repository">The folder of the repository.</param>
    public static ImmutableArray<byte[]> Of(string target, string repository) => target switch
    {
        "lsp" => [.. Messages.Select(Bytes), .. Messages.Select(m => Bytes($"Content-Length: {m.Length}\r\n\r\n{m}"))],
        "case" => [.. Cases.Select(Bytes)],
        "project" => [.. Projects.Select(Bytes)],
        "jsonld" => [.. Files(repository, "tests/cases/odrl", "*.jsonld"), .. Policies(repository, "jsonld")],
        "turtle" => Policies(repository, "turtle"),
        "literate" => Files(repository, "docs", "*.md"),
        _ => [.. Files(repository, "tests/cases/first-examples", "*.policy"), .. Files(repository, "tests/cases/hostile", "*.txt"), .. Files(repository, "src/PolicyLang.Core/Prelude", "*.policy")],
    };

    private static ImmutableArray<byte[]> Policies(string repository, string syntax) =>
    [
        .. Files(repository, "tests/cases/odrl/policies", "*.case").Select(bytes => Encoding.UTF8.GetString(bytes).Split("=== ")[1])
            .Where(part => part.StartsWith(syntax, StringComparison.Ordinal)).Select(part => Bytes(part[syntax.Length..])),
    ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static ImmutableArray<byte[]> Files(string repository, string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(repository, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).Where(bytes => bytes.Length <= Longest),
    ];
}
