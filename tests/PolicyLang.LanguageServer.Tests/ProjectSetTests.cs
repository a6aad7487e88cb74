using System.Text.Json.Nodes;
using PolicyLang.LanguageServer.Documents;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>Folders of a window are projects of their own, and a document that belongs to none changes nothing in them.</summary>
public sealed class ProjectSetTests
{
    private const string Gdpr = "framework GDPR { authority EU in force from 2018-05-25 sovereignty Art48 { Exporter must not disclose PersonalData from EEA to Authority outside EEA } }";
    private const string CloudAct = "framework CloudAct { authority US in force from 2018-03-23 sovereignty S2713 { ServiceProvider must disclose CommunicationsData to Authority in US } }";

    [Fact]
    public async Task Two_folders_of_a_window_share_no_names()
    {
        var host = new FakeHost();
        host.Files["/one/a.policy"] = Gdpr;
        host.Files["/one/b.policy"] = CloudAct;
        host.Files["/two/b.policy"] = CloudAct;
        await using var server = new ServerUnderTest(host);
        await server.Client.RequestAsync("initialize", $$"""{"processId":null,"rootUri":null,"capabilities":{{ServerUnderTest.Everything}},"workspaceFolders":[{"uri":"file:///one","name":"one"},{"uri":"file:///two","name":"two"}]}""");
        await server.Client.NotifyAsync("initialized");
        JsonArray one = await server.Client.DiagnosticsAsync("file:///one/b.policy", all => all.Count > 0);
        Assert.Contains("PL4001", one.Select(d => (string?)d?["code"]));
        await server.OpenAsync("file:///two/b.policy", CloudAct);
        JsonArray two = await server.Client.DiagnosticsAsync("file:///two/b.policy", _ => true);
        Assert.DoesNotContain(two, d => (int?)d?["severity"] <= 2);
        JsonObject renamed = await server.Client.RequestAsync("textDocument/rename", $$"""{"textDocument":{"uri":"file:///two/b.policy"},"position":{"line":0,"character":{{CloudAct.IndexOf("S2713", StringComparison.Ordinal)}} },"newName":"Sx"}""");
        Assert.Equal(["file:///two/b.policy"], (renamed["result"]?["changes"] as JsonObject ?? []).Select(c => c.Key));
        JsonObject symbols = await server.Client.RequestAsync("workspace/symbol", """{"query":"S2713"}""");
        Assert.Equal(["file:///one/b.policy", "file:///two/b.policy"], (symbols["result"] as JsonArray ?? []).Select(s => (string?)s?["location"]?["uri"]).Order(StringComparer.Ordinal));
        JsonObject conflicts = await server.Client.RequestAsync("policy/conflicts", "{}");
        Assert.Single(conflicts["result"]?["conflicts"] as JsonArray ?? []);
    }

    [Theory]
    [InlineData("file:///elsewhere/copy.policy")]
    [InlineData("untitled:Untitled-1")]
    [InlineData("git:/laws/a.policy")]
    public async Task A_document_of_no_project_changes_none(string uri)
    {
        var host = new FakeHost();
        host.Files["/laws/a.policy"] = Gdpr;
        await using ServerUnderTest server = await ServerUnderTest.StartAsync(host, folder: "/laws");
        await server.OpenAsync("file:///laws/b.policy", "framework B { authority Atlantis in force from 2020-01-01 }");
        await server.FindingsAsync("file:///laws/b.policy", "0:24");
        await server.OpenAsync(uri, Gdpr + " " + CloudAct);
        JsonArray own = await server.Client.DiagnosticsAsync(uri, all => all.Count > 0);
        Assert.Contains("PL4001", own.Select(d => (string?)d?["code"]));
        Assert.DoesNotContain("PL2001", own.Select(d => (string?)d?["code"]));
        await server.ChangeAsync("file:///laws/b.policy", 2, (0, 0, 0, 0, " "));
        await server.FindingsAsync("file:///laws/b.policy", "0:25");
        Assert.DoesNotContain(server.Client.Received, m => (string?)m["params"]?["uri"] == "file:///laws/a.policy" && m["params"]?["diagnostics"] is JsonArray { Count: > 0 });
        await server.Client.NotifyAsync("textDocument/didClose", $$$"""{"textDocument":{"uri":"{{{uri}}}"}}""");
        await server.FindingsAsync(uri, "");
    }

    [Fact]
    public void A_file_is_one_file_by_whatever_path_it_is_opened()
    {
        var projects = new ProjectSet();
        projects.SetFolders([new ProjectFolder("/w", file => file is "/w/a.policy" or "/link/a.policy" ? "/w/a.policy" : null)]);
        WorkspaceState project = Assert.Single(projects.All);
        project.SetDisk(new Dictionary<string, FileText?> { ["/w/a.policy"] = new(Gdpr, null) }, [], PolicyLang.Workspaces.WorkspaceSettings.Default);
        projects.Open("file:///link/a.policy", 1, CloudAct);
        Assert.Same(project, projects.Of("file:///link/a.policy"));
        Assert.Equal(["CloudAct"], project.Current.Workspace.Model.Frameworks.Select(f => f.Name));
        projects.Open("file:///w/a.policy", 1, Gdpr);
        Assert.NotSame(project, projects.Of("file:///w/a.policy"));
        Assert.Equal(["CloudAct"], project.Current.Workspace.Model.Frameworks.Select(f => f.Name));
        projects.Close("file:///link/a.policy");
        Assert.Equal(["GDPR"], project.Current.Workspace.Model.Frameworks.Select(f => f.Name));
    }

    [Fact]
    public void Documents_move_when_their_project_changes()
    {
        var projects = new ProjectSet();
        projects.Open("file:///w/a.policy", 1, Gdpr);
        projects.Open("untitled:b", 1, CloudAct);
        Assert.Same(projects.Of("untitled:b"), projects.Of("file:///w/a.policy"));
        bool excluded = false;
        var folder = new ProjectFolder("/w", file => !excluded && file.StartsWith("/w/", StringComparison.Ordinal) ? file : null);
        projects.SetFolders([folder]);
        Assert.NotNull(projects.Of("file:///w/a.policy").Folder);
        Assert.Null(projects.Of("untitled:b").Folder);
        WorkspaceState rooted = projects.Of("file:///w/a.policy");
        excluded = true;
        projects.SetFolders([folder]);
        Assert.Null(projects.Of("file:///w/a.policy").Folder);
        Assert.Empty(rooted.Current.Open);
        Assert.True(projects.Change("file:///w/a.policy", 2, [new("// changed")]));
    }

    [Fact]
    public void Of_folders_within_folders_the_innermost_tells_the_findings()
    {
        var projects = new ProjectSet();
        ProjectFolder[] folders = [.. new[] { "/w", "/w/in" }.Select(root => new ProjectFolder(root, file => file.StartsWith(root + "/", StringComparison.Ordinal) ? file : null))];
        projects.SetFolders(folders);
        foreach (ProjectFolder folder in folders)
        {
            projects.In(folder)?.SetDisk(new Dictionary<string, FileText?> { ["/w/in/a.policy"] = new(Gdpr, null) }, [], PolicyLang.Workspaces.WorkspaceSettings.Default);
        }

        Assert.Equal([false, true], folders.Select(folder => projects.In(folder) is { } project && projects.Owns(project, "file:///w/in/a.policy")));
    }
}
