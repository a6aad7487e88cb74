using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PolicyLang.Benchmarks.Models;

/// <summary>Cedar's answers to the cases, and its times; in a process of its own.</summary>
internal static class CedarRun
{
    /// <summary>The folder with <c>decide.mjs</c> and its installed packages.</summary>
    public const string FolderVariable = "POLICYLANG_CEDAR";

    /// <summary>Null where Cedar is not installed.</summary>
    /// <param name="set">The clauses and the cases.</param>
    /// <param name="cases">How many of the cases are asked, from the first on.</param>
    /// <param name="rounds">How often each is asked.</param>
    public static (bool[] Allowed, double[] Nanoseconds)? Decide(EquivalentSet set, int cases, int rounds)
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { Length: > 0 } folder)
        {
            return null;
        }

        string work = Directory.CreateTempSubdirectory("cedar").FullName;
        try
        {
            File.WriteAllText(Path.Combine(work, "set.cedar"), set.Cedar());
            using (var json = new Utf8JsonWriter(File.Create(Path.Combine(work, "cases.json"))))
            {
                json.WriteStartArray();
                foreach (EquivalentSet.Situation situation in set.Cases.Take(cases))
                {
                    situation.WriteJson(json);
                }

                json.WriteEndArray();
            }

            var start = new ProcessStartInfo("node", [Path.Combine(folder, "decide.mjs"), Path.Combine(work, "set.cedar"), Path.Combine(work, "cases.json"), rounds.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("node does not start");
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            JsonElement result = JsonDocument.Parse(output).RootElement;
            return (
                [.. result.GetProperty("answers").EnumerateArray().Select(a => a.GetString() == "allow")],
                [.. result.GetProperty("times").EnumerateArray().Select(t => t.GetDouble())]);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
