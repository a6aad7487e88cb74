using System.Globalization;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>The server's text is the client's text. Each question mark in it is one finding, which shows where the server sees it.</summary>
public sealed class TextSyncTests
{
    private const string Uri = "file:///laws/a.policy";

    [Theory]
    [InlineData("utf-16", 6)]
    [InlineData("utf-8", 8)]
    [InlineData("utf-32", 5)]
    public async Task Positions_are_counted_in_the_negotiated_unit(string encoding, int character)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(capabilities: $$$"""{"general":{"positionEncodings":["{{{encoding}}}"]}}""");
        await server.OpenAsync(Uri, "/*\n\U0001F600*/\n");
        await server.ChangeAsync(Uri, 2, (0, 2, 1, 0, ""));
        await server.ChangeAsync(Uri, 3, (0, character, 0, character, "?"));
        await server.FindingsAsync(Uri, $"0:{character}");
    }

    [Fact]
    public async Task Several_edits_in_one_message_apply_one_after_another()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, " \r\n \r \n ");
        await server.ChangeAsync(Uri, 2, (1, 1, 1, 1, "  ?"), (0, 0, 0, 1, "\n\n"), (5, 0, 5, 0, "?"));
        await server.FindingsAsync(Uri, "3:3 5:0");
    }

    [Fact]
    public async Task A_change_without_a_range_replaces_the_text()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, "? ?");
        await server.Client.NotifyAsync("textDocument/didChange", $$"""{"textDocument":{"uri":"{{Uri}}","version":2},"contentChanges":[{"text":"\n ?"}]}""");
        await server.FindingsAsync(Uri, "1:1");
    }

    [Fact]
    public async Task Places_outside_the_text_are_moved_into_it()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync(Uri, "  \n  ");
        await server.ChangeAsync(Uri, 2, (0, 99, 0, 99, "?"));
        await server.FindingsAsync(Uri, "0:2");
        await server.ChangeAsync(Uri, 3, (99, 0, 99, 0, "?"));
        await server.FindingsAsync(Uri, "0:2 1:2");
        await server.ChangeAsync(Uri, 4, (1, 3, 1, 0, ""));
        await server.FindingsAsync(Uri, "0:2");
    }

    [Fact]
    public async Task Random_edits_leave_the_text_that_the_client_has()
    {
        const int Seed = 4711;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        string[] pieces = [" ", "\n", "?", "//\U0001F600\n", "  \r\n", "// é\n"];
        string text = "\n";
        await server.OpenAsync(Uri, text);
        for (int version = 2; version < 300; version++)
        {
            (int start, int end) = (random.Next(text.Length + 1), random.Next(text.Length + 1));
            (start, end) = (Whole(text, Math.Min(start, end)), Whole(text, Math.Min(Math.Max(start, end), Math.Min(start, end) + 4)));
            string piece = pieces[random.Next(pieces.Length)];
            (int Line, int Character) from = PlaceOf(text, start);
            (int Line, int Character) to = PlaceOf(text, end);
            await server.ChangeAsync(Uri, version, (from.Line, from.Character, to.Line, to.Character, piece));
            text = text[..start] + piece + text[end..];
        }

        await server.Client.NotifyAsync("textDocument/didChange", $$"""{"textDocument":{"uri":"{{Uri}}","version":300},"contentChanges":[]}""");
        await server.Client.UntilAsync(all => all.LastOrDefault(message => (int?)message["params"]?["version"] == 300));
        string expected = string.Join(' ', Marks(text).Select(at => string.Create(CultureInfo.InvariantCulture, $"{PlaceOf(text, at).Line}:{PlaceOf(text, at).Character}")));
        await server.FindingsAsync(Uri, expected);
    }

    [Fact]
    public async Task A_burst_is_analysed_once_and_versions_never_go_back()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(delay: TimeSpan.FromMilliseconds(200));
        await server.OpenAsync(Uri, "");
        for (int version = 2; version <= 200; version++)
        {
            await server.ChangeAsync(Uri, version, (0, 0, 0, 0, version % 2 == 0 ? "?" : " "));
        }

        await server.Client.UntilAsync(all => all.LastOrDefault(message => (int?)message["params"]?["version"] == 200));
        int[] versions = [.. server.Client.Received.Select(message => (int?)message["params"]?["version"]).OfType<int>()];
        Assert.Equal(versions.Order(), versions);
        Assert.InRange(versions.Length, 1, 20);
    }

    // Never between CR and LF or inside a surrogate pair, where editors put no cursor.
    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && (char.IsLowSurrogate(text[at]) || (text[at] == '\n' && text[at - 1] == '\r')) ? at + 1 : at;

    // What stands in a comment is no finding.
    private static IEnumerable<int> Marks(string text)
    {
        bool comment = false;
        for (int i = 0; i < text.Length; i++)
        {
            comment = text[i] is not ('\n' or '\r') && (comment || (text[i] == '/' && i + 1 < text.Length && text[i + 1] == '/'));
            if (text[i] == '?' && !comment)
            {
                yield return i;
            }
        }
    }

    private static (int Line, int Character) PlaceOf(string text, int at)
    {
        int line = 0;
        int start = 0;
        for (int i = 0; i < at; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
                start = i + 1;
            }
        }

        return (line, at - start);
    }
}
