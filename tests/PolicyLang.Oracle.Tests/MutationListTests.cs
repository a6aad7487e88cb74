using PolicyLang.Testing;

namespace PolicyLang.Oracle.Tests;

/// <summary>The deliberate breakages that <c>.ci/mutations</c> makes are there to be made.</summary>
public class MutationListTests
{
    [Fact]
    public void Every_breakage_changes_a_line_that_is_there()
    {
        string[][] breakages = [.. RepositoryFiles.Read("tests/PolicyLang.Oracle.Tests/mutations.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))];
        Assert.True(breakages.Length >= 20);
        Assert.All(breakages, b =>
        {
            Assert.Equal(4, b.Length);
            Assert.Contains(b[2], RepositoryFiles.Read(b[1]), StringComparison.Ordinal);
            Assert.NotEqual(b[2], b[3]);
        });
    }
}
