using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyLang.Law;
using PolicyLang.LanguageServer;
using PolicyLang.WebServer;

namespace PolicyLang.Cli.Tests.Web;

/// <summary>What the server for browsers has in the place of a disk and of standard input and output.</summary>
public sealed class WebHostTests
{
    private static readonly (string Path, string Text)[] Project =
    [
        ("p/policy.json", """{ "sources": ["laws/**"], "exclude": ["laws/old/**"] }"""), ("p/laws/a.policy", "// a"), ("p/laws/old/b.policy", ""),
        ("p/laws/.hidden.policy", ""), ("p/laws/deep/c.policy.md", ""), ("p/notes/d.policy", ""), ("q/e.policy", ""), ("q/bin/f.policy", ""), ("q/readme.md", ""),
    ];

    [Theory]
    [InlineData("p"), InlineData("p/laws"), InlineData("q"), InlineData("nowhere")]
    public void Files_belong_to_projects_as_they_do_on_disk(string folder)
    {
        using var run = new CommandRun(Project);
        Directory.CreateDirectory(run.PathOf(folder));
        var disk = new PolicyLang.Cli.Inputs.ServerHost(new CommandHost(Stream.Null, Stream.Null, TextWriter.Null, TextWriter.Null, run.Folder));
        FolderFiles there = disk.Find(run.PathOf(folder));
        FolderFiles here = Host(Project).Find("/" + folder);
        Assert.Equal(there.Paths.Select(path => Path.GetRelativePath(run.Folder, path)), here.Paths.Select(path => path[1..]));
        Assert.Equal(Path.GetRelativePath(run.Folder, there.Folder.Root), here.Folder.Root[1..]);
        Assert.All(Project, file => Assert.Equal(there.Folder.NameOf(run.PathOf(file.Path)) is { } name ? Path.GetRelativePath(run.Folder, name) : null, here.Folder.NameOf("/" + file.Path)?[1..]));
    }

    [Fact]
    public void A_project_file_that_cannot_be_used_is_a_finding()
    {
        FolderFiles found = Host([("policy.json", "{"), ("a.policy", "")]).Find("/");
        Assert.Equal([("PL7010", "/policy.json")], found.Diagnostics.Select(one => (one.Code, one.Location.File)));
        Assert.Equal(["/a.policy"], found.Paths);
    }

    [Fact]
    public void What_is_served_has_an_address_and_what_is_not_has_none()
    {
        WebHost host = Host([]);
        Assert.Equal("https://example.org/server/law/eu/gdpr.policy", host.ShippedFile("law/eu/gdpr.policy"));
        Assert.Equal("https://example.org/server/prelude/blocs.policy", host.ShippedFile("prelude/blocs.policy"));
        Assert.Null(host.ShippedFile("law/xx/none.policy"));
        Assert.Null(host.Read("/gone.policy").Text);
        Assert.Equal("'/gone.policy' is gone.", host.Read("/gone.policy").Problem?.Message);
    }

    /// <summary>The worker fetches what a text names; where that fails, nobody is told that the text is in order.</summary>
    [Fact]
    public async Task Law_that_is_not_there_is_an_error_that_says_so()
    {
        await using WebSession session = await new WebSession([("a.policy", "uses GDPR")], law: false).BegunAsync();
        JsonElement answer = await session.AskAsync("policy/check", []);
        Assert.Contains("'law/eu/gdpr.policy' of the law library could not be fetched.", answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_for_names_alone_answers_and_publishes_nothing()
    {
        var published = new List<string>();
        var input = new MessagePipe();
        var hover = new TaskCompletionSource<JsonElement>();
        void Take(string text)
        {
            JsonElement message = JsonDocument.Parse(text).RootElement;
            if (message.TryGetProperty("method", out JsonElement method))
            {
                published.Add(method.GetString() ?? "");
            }
            else if (message.GetProperty("id").GetInt32() == 2)
            {
                hover.SetResult(message);
            }
        }

        Task<int> served = PolicyServer.RunAsync(input.Reader, new MessageStream(Take), Host([("a.policy", "uses GDPR\nframework ? {")]),
            new ServerOptions("1.2.3", TimeSpan.Zero) { NamesOnly = true }, static () => Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        foreach (string message in (string[])[
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":"file:///","capabilities":{}}}""",
            """{"jsonrpc":"2.0","method":"initialized","params":{}}""",
            """{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.policy","languageId":"policy","version":1,"text":"uses GDPR\nframework ? {"}}}""",
            """{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.policy"},"position":{"line":0,"character":6}}}""",
        ])
        {
            input.Write(Encoding.UTF8.GetBytes(message));
        }

        JsonElement answer = await hover.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Contains("General Data Protection Regulation", answer.GetProperty("result").ToString(), StringComparison.Ordinal);
        input.Write("""{"jsonrpc":"2.0","method":"exit"}"""u8);
        await served.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("textDocument/publishDiagnostics", published);
    }

    /// <summary>Whatever pieces the server writes in, the client gets whole messages without headers.</summary>
    [Theory]
    [InlineData(1), InlineData(7), InlineData(1000)]
    public void Messages_are_whole_whatever_pieces_they_come_in(int size)
    {
        string[] messages = ["""{"a":"ä€𝄞"}""", "{}", new string(' ', 100) + "[]"];
        byte[] all = [.. messages.SelectMany(message => (byte[])[.. Encoding.ASCII.GetBytes($"Content-Type: x\r\ncontent-length: {Encoding.UTF8.GetByteCount(message)}\r\n\r\n"), .. Encoding.UTF8.GetBytes(message)])];
        var taken = new List<string>();
        using var stream = new MessageStream(taken.Add);
        foreach (byte[] piece in all.Chunk(size))
        {
            stream.Write(piece);
        }

        Assert.Equal(messages, taken);
    }

    [Fact]
    public async Task Many_messages_wait_in_the_pipe_in_their_order()
    {
        var pipe = new MessagePipe();
        string[] messages = [.. Enumerable.Range(0, 300).Select(number => $"{{\"n\":{number},\"text\":\"{new string('x', 1000)}\"}}")];
        foreach (string message in messages)
        {
            pipe.Write(Encoding.UTF8.GetBytes(message));
        }

        string expected = string.Concat(messages.Select(message => $"Content-Length: {message.Length}\r\n\r\n{message}"));
        byte[] read = new byte[expected.Length];
        await pipe.Reader.ReadExactlyAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(expected, Encoding.UTF8.GetString(read));
    }

    private static WebHost Host((string Path, string Text)[] files)
    {
        var memory = new MemoryFiles();
        foreach ((string path, string text) in files)
        {
            memory.Put("/" + path, text);
        }

        var law = new FetchedLaw();
        law.Open(LawLibrary.Version, LawLibrary.ReadIndex());
        law.Put("law/eu/gdpr.policy", LawLibrary.Read("law/eu/gdpr.policy"));
        return new WebHost(memory, law, "https://example.org/server/");
    }
}
