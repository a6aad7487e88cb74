using PolicyLang.Diagnostics;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Mistakes;

/// <summary>The mistakes that drafters make: one finding each, at the right place, and a fix that mends the text.</summary>
public sealed class MistakeTests(ITestOutputHelper output)
{
    /// <summary>What share of the mistakes has a fix, in percent.</summary>
    private const int ShareWithFix = 78;

    private static readonly ImmutableArray<MistakeCase> All =
        [.. Repository.Files("tests/cases/mistakes", "*.cases").SelectMany(MistakeCase.Read)];

    public static TheoryData<string> Cases => [.. All.Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mistake_is_found_once_where_it_is_and_its_fix_mends_it(string name)
    {
        MistakeCase mistake = All.Single(c => c.ToString() == name);
        Diagnostic found = Assert.Single(DiagnosticExpectation.Verify(mistake.Marked));
        Assert.NotEmpty(found.Message);
        if (found.Fix is { } fix)
        {
            string mended = fix.Apply(MarkedText.Parse(mistake.Marked).Text);
            // What well-written clauses say to each other is no mistake in writing.
            ImmutableArray<Diagnostic> left = [.. Workspace.Empty.With("test.policy", mended).Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Information && d.Code[2] is not ('4' or '5'))];
            Assert.True(left.IsEmpty, $"After '{fix.Title}':\n{DiagnosticExpectation.Annotate(mended, "test.policy", left)}");
        }
    }

    [Fact]
    public void Most_mistakes_have_a_fix()
    {
        ImmutableArray<MistakeCase> without = [.. All.Where(c => Workspace.Empty.With("test.policy", MarkedText.Parse(c.Marked).Text).Diagnostics.All(d => d.Fix is null))];
        int share = 100 * (All.Length - without.Length) / All.Length;
        output.WriteLine($"{All.Length} mistakes, {share} % with a fix. Without: {string.Join("; ", without)}");
        Assert.True(All.Length >= 200, $"There are {All.Length} mistakes.");
        Assert.True(share >= ShareWithFix, $"{share} % have a fix. Without: {string.Join("; ", without)}");
    }
}
