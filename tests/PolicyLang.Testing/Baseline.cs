using Xunit;

namespace PolicyLang.Testing;

/// <summary>Compares results with files that hold what is expected.</summary>
internal static class Baseline
{
    /// <summary>Set to 1, it makes every comparison write what it finds.</summary>
    public const string UpdateVariable = "POLICYLANG_UPDATE_BASELINES";

    /// <summary>Fails unless a file holds exactly a text; line ends do not count.</summary>
    /// <param name="path">The file.</param>
    /// <param name="actual">The text.</param>
    public static void Verify(string path, string actual)
    {
        string normal = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".");
            File.WriteAllText(path, normal);
            return;
        }

        Assert.True(File.Exists(path), $"There is no baseline {path}; set {UpdateVariable}=1 to write it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), normal);
    }
}
