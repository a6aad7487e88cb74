namespace PolicyLang.Tests.Project;

/// <summary>Whoever adds a member to an enum hears from every switch that does not know it: none takes what is left over in silence.</summary>
public sealed class EnumSwitchTests
{
    [Fact]
    public void No_switch_over_an_enum_of_ours_passes_over_a_member_in_silence()
    {
        Dictionary<string, string> files = Repository.Files("src", "*.cs").ToDictionary(f => f, Repository.Read);

        // The grammar asks of a token whether it is one of a few; what is left over is every other word of the language, by intention.
        EnumSwitches switches = EnumSwitches.Of(files.Where(f => !f.Key.EndsWith("/TokenKind.cs", StringComparison.Ordinal)).Select(f => f.Value));
        string[] silent = [.. files.SelectMany(f => switches.Silent(f.Value).Select(line => $"{f.Key}:{line}"))];
        Assert.True(silent.Length == 0, "Name every member, and let the last arm throw UnreachableException, in\n" + string.Join('\n', silent));
    }

    [Theory]
    [InlineData("int F(E e) => e switch { E.A => 1, _ => 2 };")]
    [InlineData("int F(E e) => e switch { E.A => 1, var other => 2 };")]
    [InlineData("int F(N.E e) => e switch { N.E.A or N.E.B => 1, _ => 2 };")]
    [InlineData("int F(Other e) => e switch { Other.A => 1, _ => 2 };")]
    [InlineData("int F(E e) => e switch { B => 1, _ => 2 };")]
    [InlineData("int F(E e) => e switch { not E.A => 1, _ => 2 };")]
    [InlineData("int F(E e) { switch (e) { case E.A: return 1; default: return 2; } }")]
    [InlineData("void F(E e) { switch (e) { case E.A: G(); break; } }")]
    [InlineData("int F(E e) { switch (e) { case E.A or E.B: return 1; case var x: return 2; } }")]
    public void What_is_silent_is_found(string member) => Assert.Equal([2], Sample(member));

    [Theory]
    [InlineData("int F(E e) => e switch { E.A => 1, E.B => 2, _ => throw new UnreachableException() };")]
    [InlineData("int F(E e) => e switch { E.A => 1, var x when G(x) => 3, _ => throw new UnreachableException() };")]
    [InlineData("int F(int i) => i switch { 1 => (int)E.A, _ => 2 };")]
    [InlineData("int F(Foreign e) => e switch { Foreign.A => 1, _ => 2 };")]
    [InlineData("int F(E e) => e switch { E.C => 1, _ => 2 };")]
    [InlineData("int F(object o) => o switch { string { Length: 1 } => 1, _ => 2 };")]
    [InlineData("int F(C c) => c switch { { Kind: E.A } => 1, _ => 2 };")]
    [InlineData("int F(E e, int i) => (e, i) switch { (E.A, 1) => 1, _ => 2 };")]
    [InlineData("void F(E e) { switch (e) { case E.A: G(); break; default: throw new UnreachableException(); } }")]
    public void What_is_not_is_left_alone(string member) => Assert.Empty(Sample(member));

    private static ImmutableArray<int> Sample(string member) =>
        EnumSwitches.Of(["namespace N; enum E { A, B }"]).Silent($"using Other = N.E; using static N.E;\nclass Sample {{ {member} }}");
}
