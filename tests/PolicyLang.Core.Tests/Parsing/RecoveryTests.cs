using PolicyLang.Parsing;
using PolicyLang.Syntax;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Parsing;

/// <summary>One mistake gives one finding at the right place, and the declarations around it stay.</summary>
public sealed class RecoveryTests
{
    private const string Head = "framework F {\n  authority JP\n";
    private const string A = "  transfer A { Controller must not transfer Health from JP to US }\n";
    private const string C = "  norm C { State should not attack CERT }\n";
    private const string After = "organisation Acme\n";

    [Theory]
    [InlineData("  transfer B { Controller must not transfer Health from JP to US {|PL1014:unles|} emergency }\n")]
    [InlineData("  transfer B { Controller must not transfer Health from JP to US when {|PL1010:}|}\n")]
    [InlineData("  transfer B { Controller must not transfer Health from JP to US {|PL1010:subject|} A }\n")]
    [InlineData("  transfer B { Controller must not transfer Health from JP to US within {|PL1010:when|} emergency }\n")]
    [InlineData("  transfer B { Controller {|PL1016:Health|} from JP to US }\n")]
    [InlineData("  transfer B { Controller {|PL1017:shall|} transfer Health from JP to US }\n")]
    [InlineData("  transfer B { {|PL1016:}|}\n")]
    [InlineData("  transfer {|PL1021:12|} { Controller must not transfer Health from JP to US }\n")]
    [InlineData("  {|PL1014:transfr|} B { Controller must not transfer Health from JP to US }\n")]
    [InlineData("  {|PL1014:rnak|} statute\n")]
    [InlineData("  rank statute {|PL1014:oops|}\n")]
    public void Inside_a_framework(string broken) => VerifyAround(Head + A, broken, C + "}\n" + After);

    [Fact]
    public void A_missing_brace_of_a_clause() =>
        VerifyAround(Head + A, "  transfer B {\n    Controller must not transfer Health from JP to {|PL1012:US|}\n", C + "}\n" + After);

    [Fact]
    public void A_missing_opening_brace_of_a_clause() =>
        VerifyAround(Head + A, "  transfer B\n    Controller must not transfer Health from JP to US }\n".Replace("B\n", "{|PL1012:B|}\n"), C + "}\n" + After);

    [Fact]
    public void An_extra_brace_after_a_clause() =>
        VerifyAround(Head + A, "  {|PL1013:}|}\n", C + "}\n" + After);

    [Theory]
    [InlineData("{|PL1015:framwork|} G {\n  authority JP\n  norm D { State should not attack CERT }\n}\n")]
    [InlineData("bloc G { CH, NO since {|PL1010:until|} 2020-01-01 }\n")]
    [InlineData("{|PL1015:blok|} G { CH, NO }\n")]
    [InlineData("define G {|PL1010:explicit_consent|}\n")]
    [InlineData("attribute G {|PL1010:flag|}\n")]
    [InlineData("party JP { adopts {|PL1010:since|} 2020-01-01 }\n")]
    [InlineData("{|PL1013:}|}\n")]
    [InlineData("bloc {|PL1010:{|} CH }\n")]
    [InlineData("{|PL1020:transfer|} G { Controller must not transfer Health from JP to US }\n")]
    [InlineData("taxonomy data { Gossip \"Gossip\" {|PL1011:<|} }\n")]
    [InlineData("jurisdiction XA \"Atlantis\" { XA_Port {|PL1011:=|} }\n")]
    public void Between_declarations(string broken) => VerifyAround(Head + A + C + "}\n", broken, After);

    [Fact]
    public void A_missing_brace_of_a_framework() =>
        VerifyAround("framework {|PL1012:F|} {\n  authority JP\n" + A, string.Empty, C + "\n" + After);

    private static void VerifyAround(string before, string broken, string after)
    {
        DiagnosticExpectation.Verify(before + broken + after);
        SyntaxTree tree = PolicyParser.Parse("test.policy", MarkedText.Parse(before + broken + after).Text);
        FrameworkUnit framework = tree.Frameworks.First();
        Assert.Equal("F", framework.Head.Node.Name.Text);
        IEnumerable<ClauseSyntax> whole = framework.Members.Select(m => m.Node).OfType<ClauseSyntax>().Where(c => !c.IsBroken);
        Assert.Equal(["A", "C"], whole.Select(c => c.Name.Text).Where(n => n is "A" or "C"));
        Assert.Equal("Acme", Assert.Single(tree.Declarations.Select(d => d.Node).OfType<OrganisationSyntax>()).Name.Text);
    }
}
