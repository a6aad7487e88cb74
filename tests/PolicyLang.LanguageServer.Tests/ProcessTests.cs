using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>The server as an editor starts it: <c>policyc lsp</c>.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task It_serves_a_folder_and_ends_with_0()
    {
        string folder = Directory.CreateTempSubdirectory("lsp").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.policy"), "define Big as missing_flag", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, "b.policy"), [0xFF], TestContext.Current.CancellationToken);
        using Process process = Start("lsp", "--stdio");
        Task<string> log = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await using (var client = new LspClient(process.StandardInput.BaseStream, process.StandardOutput.BaseStream))
        {
            await client.RequestAsync("initialize", $$"""{"processId":null,"rootUri":"file://{{folder}}","capabilities":{{ServerUnderTest.Everything}} }""");
            await client.NotifyAsync("initialized");
            JsonArray found = await client.DiagnosticsAsync($"file://{folder}/a.policy", all => all.Count == 1);
            string page = new Uri((string?)found[0]?["codeDescription"]?["href"] ?? "file:///none").LocalPath;
            Assert.Contains((string?)found[0]?["code"] ?? "no code", page);
            JsonArray unreadable = await client.DiagnosticsAsync($"file://{folder}/b.policy", all => all.Count == 1);
            Assert.Equal("PL7004", (string?)unreadable[0]?["code"]);
            await client.RequestAsync("shutdown", null);
            await client.NotifyAsync("exit", null);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("Started for 1 folders, positions in utf-16", await log);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Its_thread_pool_has_threads_at_hand_where_some_are_blocked()
    {
        // On a machine of two processors the blocking read of the input and one request that computes would keep all others waiting for half a second.
        JsonNode? settings = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policyc.runtimeconfig.json"), TestContext.Current.CancellationToken));
        Assert.InRange((int?)settings?["runtimeOptions"]?["configProperties"]?["System.Threading.ThreadPool.MinThreads"] ?? 0, 8, 64);
    }

    [Fact]
    public async Task It_ends_with_1_when_the_client_is_gone()
    {
        using Process process = Start("lsp");
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.Empty(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    internal static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "policyc.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("policyc did not start.");
    }
}
