using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>After every edit of random workspaces, what is known of a snapshot that follows another is what is known of a fresh one.</summary>
public class EditingTests(ITestOutputHelper output)
{
    private const int Edits = 12;
    private static readonly int Workspaces = RandomWorkspacesTests.Number("POLICYLANG_EDITED_WORKSPACES", 25);
    private static readonly string[] Modalities = ["must not", "must", "may", "need not", "may only"];

    [Fact]
    public void A_snapshot_that_follows_another_says_what_a_fresh_one_says()
    {
        int followed = 0;
        for (int seed = 1; seed <= Workspaces; seed++)
        {
            var random = new Random(seed);
            List<string> lines = [.. PolicyText.Of(WorkspaceGenerator.Create(seed, Constructs.Today, largest: 4000).Law).Split('\n')];
            Workspace workspace = Workspace.Empty.With("law.policy", string.Join("\n", lines));
            _ = workspace.Diagnostics;
            for (int edit = 0; edit < Edits; edit++)
            {
                Edit(lines, random, edit);
                string text = string.Join("\n", lines);
                workspace = workspace.With("law.policy", text);
                string expected = Told.Findings(Workspace.Empty.With("law.policy", text));
                string actual = Told.Findings(workspace);
                followed += workspace.FollowsEarlierRules ? 1 : 0;
                Assert.True(expected == actual, $"seed {seed}, edit {edit}\n--- fresh\n{expected}\n--- followed\n{actual}\n--- text\n{text}");
            }
        }

        output.WriteLine($"{followed} of {Workspaces * Edits} snapshots followed the one before");
        Assert.True(followed > Workspaces * Edits / 3, $"only {followed} snapshots followed the one before");
    }

    // One clause stands on each line of a framework.
    private static void Edit(List<string> lines, Random random, int edit)
    {
        int[] clauses = [.. Enumerable.Range(0, lines.Count).Where(i => lines[i].StartsWith("  sovereignty ", StringComparison.Ordinal))];
        if (clauses.Length == 0)
        {
            lines.Add($"// {edit}");
            return;
        }

        int at = clauses[random.Next(clauses.Length)];
        string name = lines[at].Split(' ')[3];
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[at].Replace($" {name} ", $" N{edit} ", StringComparison.Ordinal));
                break;
            case 2:
                string old = Modalities.First(m => lines[at].Contains($" {m} ", StringComparison.Ordinal) || m == "may only");
                lines[at] = lines[at].Replace($" {old} ", $" {Modalities[random.Next(Modalities.Length)]} ", StringComparison.Ordinal);
                break;
            case 3:
                lines[at] = lines[at].Replace(" }", random.Next(2) == 0 ? " unless fa }" : " when fb }", StringComparison.Ordinal);
                break;
            case 4:
                string other = lines[clauses[random.Next(clauses.Length)]].Split(' ')[3];
                lines[at] = lines[at].Replace(" }", $" subject to {other} }}", StringComparison.Ordinal);
                break;
            default:
                lines.Insert(random.Next(lines.Count), "// a remark that moves what follows");
                break;
        }
    }
}
