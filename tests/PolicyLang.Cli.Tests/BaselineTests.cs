using System.Text;
using System.Text.Json.Nodes;

namespace PolicyLang.Cli.Tests;

/// <summary><c>check --baseline</c> and <c>--watch</c>.</summary>
public sealed class BaselineTests
{
    private const string Treaty = "bloc Signatories { BR, JP }\nframework T { authority Signatories rank treaty in force from 2020-01-01\n  norm Flow { parties must not prohibit transfer Health from own territory to anywhere } }\n";
    private const string Brazil = "framework BrAct { authority BR in force from 2020-01-01\n  transfer Ban { must not transfer Health from BR to JP } }\n";
    private const string Japan = "framework JpAct { authority JP in force from 2020-01-01\n  transfer Ban { must not transfer Health from JP to BR } }\n";

    [Fact]
    public void The_output_of_a_check_is_a_baseline_wherever_its_lines_have_moved()
    {
        using var run = new CommandRun(("law.policy", Treaty + Brazil));
        run.Write("baseline.json", Encoding.UTF8.GetBytes(run.Run("check --format json").Output));
        run.Write("law.policy", Encoding.UTF8.GetBytes("// moved\n\n\n" + Brazil + Treaty));
        CommandRun.Result again = run.Run("check --baseline baseline.json --fail-on information");
        Assert.Equal(0, again.Code);
        Assert.StartsWith("no findings", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fixed", again.Output, StringComparison.Ordinal);

        run.Write("law.policy", Encoding.UTF8.GetBytes(Treaty + Japan));
        JsonNode told = JsonNode.Parse(run.Run("check --baseline baseline.json --format json").Output) ?? throw new FormatException();
        Assert.Equal(["JpAct.Ban", "T.Flow"], told["conflicts"]?[0]?["clauses"]?.AsArray().Select(c => c?.GetValue<string>()));
        Assert.Contains(told["baseline"]?["fixed"]?.AsArray() ?? [], f => f?.GetValue<string>() == "PL4005 BrAct.Ban + T.Flow (BR)");
    }

    [Fact]
    public void An_error_that_hides_rules_is_never_known()
    {
        using var run = new CommandRun(("law.policy", Treaty + "framework X { authority Nowhere }"));
        run.Write("baseline.json", Encoding.UTF8.GetBytes(run.Run("check --format json").Output));
        Assert.Contains("PL2002", run.Run("check --baseline baseline.json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_checks_again_after_a_change_and_ends_cleanly()
    {
        using var run = new CommandRun(("law.policy", Brazil));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var output = new Told();
        await using var error = new Told();
        using var raw = new MemoryStream();
        using var input = new MemoryStream();
        Task<int> watching = Task.Run(() => PolicyCommand.Run(["check", "--watch", "--format", "msbuild"], new CommandHost(input, raw, output.Writer, error.Writer, run.Folder) { Stop = stop.Token }), TestContext.Current.CancellationToken);
        await Until(() => Count(error) == 1, stop.Token);
        Assert.DoesNotContain("PL4005", output.Text, StringComparison.Ordinal);

        // What is no policy file is not looked at.
        run.Write("notes.txt", "nothing"u8.ToArray());
        await Task.Delay(400, TestContext.Current.CancellationToken);
        Assert.Equal(1, Count(error));

        run.Write("treaty.policy", Encoding.UTF8.GetBytes(Treaty));
        await Until(() => Count(error) == 2, stop.Token);
        Assert.Contains("PL4005", output.Text, StringComparison.Ordinal);

        await stop.CancelAsync();
        Assert.Equal(0, await watching);
    }

    private static int Count(Told error) => error.Text.Split("Waiting for a change").Length - 1;

    /// <summary>What one thread writes and another reads.</summary>
    private sealed class Told : IAsyncDisposable
    {
        private readonly StringWriter _text = new();

        public Told() => Writer = TextWriter.Synchronized(_text);

        public TextWriter Writer { get; }

        public string Text
        {
            get
            {
                // The writer locks itself while it writes.
                lock (Writer)
                {
                    return _text.ToString();
                }
            }
        }

        public ValueTask DisposeAsync() => Writer.DisposeAsync();
    }

    private static async Task Until(Func<bool> reached, CancellationToken patience)
    {
        while (!reached())
        {
            await Task.Delay(50, patience);
        }
    }
}
