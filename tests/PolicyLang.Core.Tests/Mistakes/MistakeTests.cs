using PolicyLang.Diagnostics;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Mistakes;

/// <summary>The mistakes that drafters make: one finding each, at the right place, and a fix that mends the text.</summary>
public sealed class MistakeTests(ITestOutputHelper output)
{
    /// <summary>What share of the mistakes has a fix at least.</summary>
    private const double ShareWithFix = 0.90;

    private static readonly ImmutableArray<MistakeCase> All =
        [.. Repository.Files("tests/cases/mistakes", "*.cases").SelectMany(MistakeCase.Read)];

    public static TheoryData<string> Cases => [.. All.Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mistake_is_found_once_where_it_is_and_its_fix_mends_it(string name)
    {
        MistakeCase mistake = All.Single(c => c.ToString() == name);
        Diagnostic found = Found(mistake);
        Assert.NotEmpty(found.Message);
        if (found.Fix is { } fix)
        {
            string mended = fix.Apply(MarkedText.Parse(mistake.Marked).Text);
            // What well-written clauses say to each other is no mistake in writing.
            ImmutableArray<Diagnostic> left = [.. Workspace.Empty.With("test.policy", mended).Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Information && d.Code[2] is not ('4' or '5'))];
            Assert.True(left.IsEmpty, $"After '{fix.Title}':\n{DiagnosticExpectation.Annotate(mended, "test.policy", left)}");
        }
    }

    // A conflict that a mistaken acknowledgement leaves standing is marked too; it is no mistake of wording.
    private static Diagnostic Found(MistakeCase mistake) =>
        Assert.Single(DiagnosticExpectation.Verify(mistake.Marked), d => !ConflictDiagnostics.All.Contains(d.Descriptor));

    [Fact]
    public void Most_mistakes_have_a_fix()
    {
        // What a hint is about may be meant: only its drafter knows.
        ImmutableArray<(MistakeCase Case, Diagnostic Found)> found = [.. All.Select(c => (c, Found(c))).Where(f => f.Item2.Severity > DiagnosticSeverity.Hint)];
        string[] without = [.. found.Where(f => f.Found.Fix is null).Select(f => $"{f.Found.Code} {f.Case}").Order(StringComparer.Ordinal)];
        double share = 1 - ((double)without.Length / found.Length);
        output.WriteLine(FormattableString.Invariant($"{found.Length} mistakes, {100 * share:F1} % with a fix."));
        foreach (IGrouping<string, (MistakeCase Case, Diagnostic Found)> code in found.GroupBy(f => f.Found.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{code.Key} {code.First().Found.Descriptor.Title}: {code.Count()}, {code.Count(f => f.Found.Fix is not null)} with a fix");
        }

        output.WriteLine($"Without:\n{string.Join("\n", without)}");
        Assert.True(All.Length >= 400, $"There are {All.Length} mistakes.");
        Assert.True(share >= ShareWithFix, $"{share:P1} have a fix. Without:\n{string.Join("\n", without)}");
    }
}
