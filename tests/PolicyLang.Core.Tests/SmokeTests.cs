namespace PolicyLang.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void A_day_reads_back() => Assert.Equal("2024-02-29", Text.CalendarDay.FromDate(2024, 2, 29).ToString());
}
