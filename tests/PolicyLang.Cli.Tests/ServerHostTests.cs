using PolicyLang.Cli.Inputs;
using PolicyLang.LanguageServer;

namespace PolicyLang.Cli.Tests;

/// <summary>The language server reads what <c>policyc check</c> reads.</summary>
public sealed class ServerHostTests
{
    [Fact]
    public void The_project_file_counts_and_is_checked()
    {
        using var run = new CommandRun(("laws/a.policy", ""), ("drafts/b.policy", ""), ("policy.json", """{ "sources": ["laws/*"], "nmae": "x" }"""));
        FolderFiles found = Host(run).Find(run.Folder);
        Assert.Equal([run.PathOf("laws/a.policy")], found.Paths);
        Assert.Equal([("PL7011", run.PathOf("policy.json"))], found.Diagnostics.Select(one => (one.Code, one.Location.File)));
    }

    [Fact]
    public void A_project_file_that_cannot_be_used_is_a_finding_and_an_empty_folder_is_none()
    {
        using var run = new CommandRun(("broken/policy.json", "{"));
        Directory.CreateDirectory(run.PathOf("empty"));
        Assert.Equal(["PL7010"], Host(run).Find(run.PathOf("broken")).Diagnostics.Select(one => one.Code));
        FolderFiles empty = Host(run).Find(run.PathOf("empty"));
        Assert.Empty(empty.Paths);
        Assert.Empty(empty.Diagnostics);
    }

    [Fact]
    public void What_a_project_uses_is_told_at_its_place_in_the_project_file()
    {
        using var run = new CommandRun(("a.policy", ""), ("policy.json", """{ "uses": ["GDPR"], "law": "0.1" }"""));
        FolderFiles found = Host(run).Find(run.Folder);
        Assert.Equal(run.PathOf("policy.json"), Assert.Single(found.Settings.Uses).Location.File);
        Assert.Equal(run.PathOf("policy.json"), found.Settings.LawVersion?.Location.File);
    }

    [Fact]
    public void The_law_library_stands_beside_the_program()
    {
        using var run = new CommandRun();
        Assert.All(PolicyLang.Law.LawLibrary.Instruments, file =>
            Assert.Equal(file.Read(), File.ReadAllText(new Uri(Host(run).ShippedFile(file.Path) ?? string.Empty).LocalPath)));
    }

    [Fact]
    public void Help_pages_stand_beside_the_program()
    {
        using var run = new CommandRun();
        string page = Host(run).HelpPage("PL7001") ?? string.Empty;
        Assert.StartsWith("# PL7001: ", File.ReadAllText(new Uri(page).LocalPath), StringComparison.Ordinal);
        Assert.Null(Host(run).HelpPage("PL0000"));
    }

    private static ServerHost Host(CommandRun run) => new(new CommandHost(Stream.Null, Stream.Null, TextWriter.Null, TextWriter.Null, run.Folder));
}
