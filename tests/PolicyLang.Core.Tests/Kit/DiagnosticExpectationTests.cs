using PolicyLang.Testing;
using Xunit.Sdk;

namespace PolicyLang.Tests.Kit;

public sealed class DiagnosticExpectationTests
{
    [Fact]
    public void What_is_marked_is_found() =>
        DiagnosticExpectation.Verify("{|PL1015:blok|} B { CH }", message: "'blok' is not a declaration.", help: "Did you mean 'bloc'?");

    [Theory]
    [InlineData("blok B { CH }")]
    [InlineData("{|PL1014:blok|} B { CH }")]
    [InlineData("{|PL1015:blok B|} { CH }")]
    [InlineData("{|PL1015:bloc|} B { CH }")]
    public void Anything_else_fails_and_shows_the_source(string marked)
    {
        XunitException failure = Assert.ThrowsAny<XunitException>(() => DiagnosticExpectation.Verify(marked));
        Assert.Contains("Found:", failure.Message, StringComparison.Ordinal);
        Assert.Contains(marked, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_message_fails() =>
        Assert.ThrowsAny<XunitException>(() => DiagnosticExpectation.Verify("{|PL1015:blok|} B { CH }", message: "Another."));
}
