namespace PolicyLang.CodeGen.Tests;

/// <summary>What the package shows to hosts that generate models themselves.</summary>
public sealed class PolicyModelsTests
{
    private const string Text = "framework F { authority EU in force from 2020-01-01 transfer A { Exporter must not transfer Health from DE to US } }";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Models_of_a_rulebook_bear_its_fingerprint()
    {
        PolicyRulebook book = PolicyRulebook.Parse("f.policy", Text);
        IReadOnlyList<GeneratedFile> files = PolicyModels.Generate(book, "Acme.Policies", cancellation: Stop);
        Assert.Contains(book.Fingerprint, Assert.Single(files, f => f.Name == "PolicyManifest.cs").Text, StringComparison.Ordinal);
        Assert.All(files, f => Assert.Contains("namespace Acme.Policies;", f.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_generated_is_refused()
    {
        PolicyRulebook broken = PolicyRulebook.Parse("f.policy", Text.Replace("Health", "Helth", StringComparison.Ordinal));
        Assert.Equal("PL2002", Assert.Single(Assert.Throws<RulebookException>(() => PolicyModels.Generate(broken, "Acme", cancellation: Stop)).Findings).Code);
        Assert.Throws<ArgumentException>(() => PolicyModels.Generate(PolicyRulebook.Empty, "1a", cancellation: Stop));
    }

    [Fact]
    public void Nothing_else_is_public() =>
        Assert.Equal(["GeneratedFile", "PolicyModels"], typeof(PolicyModels).Assembly.GetExportedTypes().Select(t => t.Name).Order(StringComparer.Ordinal));
}
