using PolicyLang.LanguageServer.Documents;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Files on disk, open documents above them, and changes of both.</summary>
public sealed class WorkspaceFilesTests
{
    private const string A = "file:///laws/a.policy";
    private const string B = "file:///laws/b%20c.policy.md";

    [Fact]
    public async Task Every_file_of_the_folder_is_checked()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(Disk(), folder: "/laws");
        await server.FindingsAsync(A, "0:0");
        await server.FindingsAsync(B, "1:0");
    }

    [Fact]
    public async Task An_open_document_covers_the_file_until_it_is_closed()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(Disk(), folder: "/laws");
        await server.FindingsAsync(A, "0:0");
        await server.OpenAsync(A, "\n\n ?");
        await server.FindingsAsync(A, "2:1");
        server.Host.Files["/laws/a.policy"] = "\n?";
        await ChangedAsync(server, A, 2);
        await server.ChangeAsync(A, 2, (2, 0, 2, 1, ""));
        await server.FindingsAsync(A, "2:0");
        await server.Client.NotifyAsync("textDocument/didClose", $$$"""{"textDocument":{"uri":"{{{A}}}"}}""");
        await server.FindingsAsync(A, "1:0");
    }

    [Fact]
    public async Task A_document_outside_the_folder_goes_when_it_is_closed()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await server.OpenAsync("untitled:Untitled-1", "?");
        await server.FindingsAsync("untitled:Untitled-1", "0:0");
        await server.Client.NotifyAsync("textDocument/didClose", """{"textDocument":{"uri":"untitled:Untitled-1"}}""");
        await server.FindingsAsync("untitled:Untitled-1", "");
    }

    [Fact]
    public async Task The_settings_of_the_project_weigh_the_findings()
    {
        var host = new FakeHost();
        const string text = "framework F { authority JP in force from 2020-01-01\n transfer T { Controller must not transfer Health from JP\n unless not explicit_consent } }";
        host.Files["/laws/a.policy"] = text;
        await using (ServerUnderTest server = await ServerUnderTest.StartAsync(host, folder: "/laws"))
        {
            // A hint is told where the text is open.
            await server.FindingsAsync(A, "2:1");
            await server.OpenAsync(A, text);
            await server.FindingsAsync(A, "1:10 2:1");
        }

        host.Settings = WorkspaceSettings.Default with { Severities = WorkspaceSettings.Default.Severities.Add("PL3101", null) };
        await using ServerUnderTest weighed = await ServerUnderTest.StartAsync(host, folder: "/laws");
        await weighed.OpenAsync(A, text);
        await weighed.FindingsAsync(A, "1:10");
    }

    [Fact]
    public async Task A_project_file_that_is_written_anew_and_says_the_same_costs_nothing()
    {
        var host = new FakeHost { Settings = Silent() };
        host.Files["/laws/a.policy"] = "framework F { authority EU in force from 2020-01-01 transfer A { Exporter must not transfer Health from EEA to US } }";
        var state = new ProjectSet();
        var loader = new FolderLoader(host, state, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        loader.ChangeFolders(["/laws"], []);
        await loader.Idle;
        Workspace before = state.Main.Current.Workspace;
        Assert.Equal(Silent(), before.Settings);
        _ = before.Diagnostics;

        host.Settings = Silent();
        loader.Reload(["/laws/policy.json"]);
        await loader.Idle;
        Assert.Same(before, state.Main.Current.Workspace);

        host.Files["/laws/a.policy"] = host.Files["/laws/a.policy"]?.Replace("US", "JP", StringComparison.Ordinal);
        loader.Reload(["/laws/policy.json", "/laws/a.policy"]);
        await loader.Idle;
        Assert.True(state.Main.Current.Workspace.FollowsEarlierRules);

        host.Settings = WorkspaceSettings.Default;
        loader.Reload(["/laws/policy.json"]);
        await loader.Idle;
        Assert.Equal(WorkspaceSettings.Default, state.Main.Current.Workspace.Settings);

        static WorkspaceSettings Silent() => new() { Severities = WorkspaceSettings.Default.Severities.Add("PL3101", null) };
    }

    [Fact]
    public async Task Changes_on_disk_are_followed()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(Disk(), folder: "/laws");
        await server.FindingsAsync(A, "0:0");
        server.Host.Files["/laws/a.policy"] = " ?";
        await ChangedAsync(server, A, 2);
        await server.FindingsAsync(A, "0:1");
        server.Host.Files["/laws/new.policy"] = "  ?";
        await ChangedAsync(server, "file:///laws/new.policy", 1);
        await server.FindingsAsync("file:///laws/new.policy", "0:2");
        server.Host.Files.TryRemove("/laws/a.policy", out _);
        await ChangedAsync(server, A, 3);
        await server.FindingsAsync(A, "");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_finding()
    {
        FakeHost disk = Disk();
        disk.Files["/laws/secret.policy"] = null;
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(disk, folder: "/laws");
        await server.FindingsAsync("file:///laws/secret.policy", "0:0");
    }

    [Fact]
    public async Task Folders_come_and_go()
    {
        FakeHost disk = Disk();
        disk.Files["/more/m.policy"] = "?";
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(disk, folder: "/laws");
        await server.FindingsAsync(A, "0:0");
        await server.Client.NotifyAsync("workspace/didChangeWorkspaceFolders", """{"event":{"added":[{"uri":"file:///more","name":"m"}],"removed":[{"uri":"file:///laws","name":"l"}]}}""");
        await server.FindingsAsync("file:///more/m.policy", "0:0");
        await server.FindingsAsync(A, "");
    }

    [Fact]
    public async Task A_client_may_escape_as_it_likes_and_hears_its_own_spelling()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(Disk(), folder: "/laws");
        await server.FindingsAsync(A, "0:0");
        const string Escaped = "file:///laws/%61.policy";
        await server.OpenAsync(Escaped, " ?");
        await server.FindingsAsync(Escaped, "0:1");
        await server.FindingsAsync(A, "");
    }

    private static Task ChangedAsync(ServerUnderTest server, string uri, int type) =>
        server.Client.NotifyAsync("workspace/didChangeWatchedFiles", $$"""{"changes":[{"uri":"{{uri}}","type":{{type}}}]}""");

    private static FakeHost Disk()
    {
        var disk = new FakeHost();
        disk.Files["/laws/a.policy"] = "?";
        disk.Files["/laws/b c.policy.md"] = "```policy\n?\n```\n";
        return disk;
    }
}
