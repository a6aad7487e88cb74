using System.Text.RegularExpressions;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>
/// After every edit of one of several files that speak of each other, names mean what they mean in a fresh workspace, and its findings
/// and conflicts are the same.
/// </summary>
public class FileEditsTests(ITestOutputHelper output)
{
    private const int Files = 4;
    private const int Edits = 14;
    private static readonly int Workspaces = RandomWorkspacesTests.Number("POLICYLANG_EDITED_WORKSPACES", 16);

    [Fact]
    public void An_edit_in_one_file_bears_on_all_that_speak_of_it()
    {
        int rebound = 0;
        int followed = 0;
        for (int seed = 1; seed <= Workspaces; seed++)
        {
            var random = new Random(seed);
            List<string>[] files = Split(PolicyText.Of(WorkspaceGenerator.Create(seed, seed % 2 == 0 ? Constructs.Today : Constructs.Conduct, largest: 3000).Law), random);
            Workspace workspace = Workspace.Empty.With(Texts(files));
            _ = workspace.Diagnostics;
            for (int edit = 0; edit < Edits; edit++)
            {
                Edit(files, random, edit);
                Vocabulary ground = workspace.Model.Vocabulary;
                workspace = workspace.With(Texts(files).Where(f => workspace.Tree(f.Key)?.Text.Content != f.Value));

                // An editor may ask for conflicts before it asks for findings, or not at all.
                _ = edit % 2 == 0 ? workspace.OpenConflicts : [];
                Workspace fresh = Workspace.Empty.With(Texts(files));
                rebound += ReferenceEquals(workspace.Model.Vocabulary, ground) ? 1 : 0;
                followed += workspace.FollowsEarlierRules ? 1 : 0;
                string where = $"seed {seed}, edit {edit}\n{string.Join("\n---\n", Texts(files).Select(f => f.Value))}";
                Same(Told.Names(fresh.Model), Told.Names(workspace.Model), where);
                Same(Told.Findings(fresh), Told.Findings(workspace), where);
                Assert.Equal(fresh.Diagnostics, workspace.GetDiagnosticsByFile(CancellationToken.None).Values.SelectMany(f => f), Told.SameFinding);
            }
        }

        output.WriteLine($"{rebound} of {Workspaces * Edits} edits left the vocabulary alone, after {followed} rules were taken over");
        Assert.True(rebound > Workspaces * Edits / 3, $"only {rebound} edits left the vocabulary alone");
    }

    private static void Same(string expected, string actual, string where) =>
        Assert.True(expected == actual, $"--- fresh\n{expected}\n--- followed\n{actual}\n--- {where}");

    private static KeyValuePair<string, string>[] Texts(List<string>[] files) => [.. files.Select((lines, i) => KeyValuePair.Create($"{i}.policy", string.Join('\n', lines)))];

    // Every declaration goes to one of the files; a scenario and a check speak of clauses of others.
    private static List<string>[] Split(string text, Random random)
    {
        List<string>[] files = [.. Enumerable.Range(0, Files).Select(_ => new List<string>())];
        List<string> current = files[0];
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0 && line[0] is not (' ' or '}'))
            {
                current = files[random.Next(Files)];
            }

            current.Add(line);
        }

        return files;
    }

    private static void Edit(List<string>[] files, Random random, int edit)
    {
        (List<string> File, int Line, string Framework, string Name)[] clauses = [.. files.SelectMany(Clauses)];
        List<string> any = files[random.Next(Files)];
        if (clauses.Length == 0)
        {
            any.Add($"// {edit}");
            return;
        }

        (List<string> file, int at, string framework, string name) = clauses[random.Next(clauses.Length)];
        (_, _, string otherFramework, string other) = clauses[random.Next(clauses.Length)];
        switch (random.Next(13))
        {
            case 0:
                file.RemoveAt(at);
                break;
            case 1:
                file[at] = file[at].Replace($" {name} ", $" {name}x ", StringComparison.Ordinal);
                break;
            case 2:
                file[at] = file[at].Replace(" }", $" subject to {otherFramework}.{other} }}", StringComparison.Ordinal);
                break;
            case 3:
                file[at] = file[at].Replace(" }", $" prevails over {otherFramework} }}", StringComparison.Ordinal);
                break;
            case 4:
                file[at] = file[at].Replace(" }", " within 3 days of fa }", StringComparison.Ordinal);
                break;
            case 5:
                file[at] = file[at].Replace(" }", random.Next(2) == 0 ? " unless fa" : " when fb }", StringComparison.Ordinal);
                break;
            case 6:
                any.Add($"acknowledge conflict between {framework}.{name} and {otherFramework}.{other} because \"{edit}\"");
                break;
            case 7:
                any.Add($"scenario \"{edit}\" {{ store on 2021-01-01 expect permitted by {framework}.{name} }}");
                break;
            case 8:
                any.Insert(any.Count, $"define Extra{edit} as fa");
                break;
            case 9 or 10 or 11:
                EditProperty(files[random.Next(Files)], random, otherFramework);
                break;
            default:
                any.Insert(random.Next(any.Count + 1), "// a remark that moves what follows");
                break;
        }
    }

    // One property of a framework is another, is gone, or comes back.
    private static void EditProperty(List<string> file, Random random, string otherFramework)
    {
        int[] authorities = [.. Enumerable.Range(0, file.Count).Where(i => file[i].StartsWith("  authority ", StringComparison.Ordinal))];
        if (authorities.Length == 0)
        {
            return;
        }

        int parties = file.FindIndex(line => line.StartsWith("  parties ", StringComparison.Ordinal));
        if (parties >= 0 && random.Next(2) == 0)
        {
            file[parties] = $"  parties {(random.Next(2) == 0 ? "JP" : "any")}";
            return;
        }

        int at = authorities[random.Next(authorities.Length)];
        string pattern;
        string property;
        (pattern, property) = random.Next(5) switch
        {
            0 => ("authority \\w+", $"authority {(random.Next(2) == 0 ? "JP" : "EU")}"),
            1 or 2 => ("( rank \\w+)?(?= in|$| repl| impl| cit)", random.Next(4) switch { 0 => "", 1 => " rank policy", 2 => " rank constitution", _ => " rank guideline" }),
            3 => ("( in force( from \\S+| until \\S+)+)?$", random.Next(3) switch { 0 => "", 1 => " in force from 2021-01-01", _ => " in force from 2020-06-01 until 2030-01-01" }),
            _ => ("$", random.Next(3) switch { 0 => $" replaces {otherFramework}", 1 => $" implements {otherFramework}", _ => " citation \"x\"" }),
        };
        file[at] = new Regex(pattern).Replace(file[at], property, 1);
    }

    private static IEnumerable<(List<string> File, int Line, string Framework, string Name)> Clauses(List<string> file)
    {
        string framework = string.Empty;
        for (int i = 0; i < file.Count; i++)
        {
            string[] words = file[i].Split(' ');
            framework = words[0] == "framework" ? words[1] : framework;
            if (file[i].StartsWith("  sovereignty ", StringComparison.Ordinal))
            {
                yield return (file, i, framework, words[3]);
            }
        }
    }
}
