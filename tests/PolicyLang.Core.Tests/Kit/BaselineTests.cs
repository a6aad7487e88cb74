using PolicyLang.Testing;

namespace PolicyLang.Tests.Kit;

public sealed class BaselineTests
{
    [Fact]
    public void The_text_of_the_file_is_compared_and_line_ends_are_not()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "a\nb\n");
        Assert.Null(Record.Exception(() => Baseline.Verify(path, "a\r\nb\r\n")));
        Assert.NotNull(Record.Exception(() => Baseline.Verify(path, "a\nc\n")));
        File.Delete(path);
        Assert.NotNull(Record.Exception(() => Baseline.Verify(path, "a\nb\n")));
    }
}
