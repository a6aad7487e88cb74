namespace PolicyLang.Cli.Tests;

/// <summary>A command asks Linux for large pages of memory.</summary>
public sealed class LargePagesTests
{
    [Fact]
    public void New_objects_lie_in_memory_that_may_have_large_pages()
    {
        Assert.SkipUnless(File.Exists("/sys/kernel/mm/transparent_hugepage/enabled"), "This system has no large pages that a program can ask for.");

        LargePages.Ask();

        Assert.Contains(File.ReadLines("/proc/self/smaps"), line => line.StartsWith("VmFlags:", StringComparison.Ordinal) && line.Split(' ').Contains("hg"));
    }
}
