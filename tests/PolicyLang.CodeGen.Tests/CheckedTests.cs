using PolicyLang.CodeGen.Checking;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Generated code passes the compiler and the analyzers without a warning.</summary>
public sealed class CheckedTests
{
    public static TheoryData<string> Folders => Examples.Folders;

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task The_models_of_an_example_have_no_warning(string folder)
    {
        ImmutableArray<GeneratedFile> files = ModelGenerator.Generate(Examples.Read(folder), CodeGenSettings.Default).Files;
        ImmutableArray<string> findings = await ModelCompilation.Create(files, "Models").FindingsAsync(TestContext.Current.CancellationToken);
        Assert.True(findings.IsEmpty, string.Join('\n', findings));
    }
}
