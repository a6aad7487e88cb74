using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Features.Diagnostics;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>The one place that sends findings.</summary>
public sealed class PublisherTests
{
    [Fact]
    public async Task Older_snapshots_are_dropped_and_equal_findings_are_sent_once()
    {
        var publisher = new DiagnosticsPublisher();
        var sent = new List<string>();
        var last = new TaskCompletionSource();
        _ = publisher.RunAsync(message =>
        {
            sent.Add($"{message.Uri} {message.Version} {message.Diagnostics.Length}");
            if (message.Uri == "end")
            {
                last.SetResult();
            }

            return Task.CompletedTask;
        });
        publisher.Publish(3, [Of("a", 3, 1), Of("b", null, 1)]);
        publisher.Publish(2, [Of("a", 2, 0)]);
        publisher.Publish(4, [Of("a", 3, 1)]);
        publisher.Publish(5, [Of("a", 4, 1)]);
        publisher.Publish(6, [Of("a", 4, 1), Of("end", null, 0)]);
        await last.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(["a 3 1", "b  1", "b  0", "a 4 1", "end  0"], sent);
    }

    [Theory]
    [InlineData("file:///laws/a.policy", "/laws/a.policy")]
    [InlineData("file:///laws/b%20%23%25.policy", "/laws/b #%.policy")]
    [InlineData("file:///c%3A/laws/a.policy", "c:/laws/a.policy")]
    [InlineData("FILE:///C:/laws/a.policy", "c:/laws/a.policy")]
    [InlineData("file://host/laws/a.policy", "/laws/a.policy")]
    [InlineData("untitled:a", "untitled:a")]
    public void A_uri_names_a_file(string uri, string file) => Assert.Equal(file, DocumentUri.ToFile(uri));

    [Theory]
    [InlineData("/laws/b #%云.policy", "file:///laws/b%20%23%25%E4%BA%91.policy")]
    [InlineData("untitled:a", "untitled:a")]
    public void A_file_has_a_uri(string file, string uri) => Assert.Equal(uri, DocumentUri.FromFile(file));

    private static PublishDiagnosticsParams Of(string uri, int? version, int count) =>
        new(uri, [.. Enumerable.Range(0, count).Select(number => new Diagnostic(new(new(number, 0), new(number, 1)), 1, "PL1001", "policylang", "m"))], version);
}
