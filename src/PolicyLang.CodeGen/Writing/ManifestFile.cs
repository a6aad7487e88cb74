using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Writing;

/// <summary>The file that says what the models were made from.</summary>
internal static class ManifestFile
{
    public static GeneratedFile Write(PolicySources sources, CodeGenSettings settings)
    {
        CodeWriter code = FileHeader.Begin(settings, "System", "System.CodeDom.Compiler", "PolicyLang.Runtime")
            .Line("/// <summary>What the models were made from.</summary>").Generated().Line("internal static class PolicyManifest").Open()
            .Line("public static readonly Provenance Provenance = new(")
            .Line($"    {Literals.Text(sources.Fingerprint)},")
            .Line($"    {Literals.Text(FileHeader.Version)},")
            .Line($"    {(sources.AsOf is { } day ? Literals.Day(day) : "null")});").Line()
            .Line("public static readonly SourceModel[] Sources =").Line("[")
            .Rows(sources.Files, 1, f => $"new({Literals.Text(f.File)}, {Literals.Text(f.Sha256)})").Line("];").Close();
        return new GeneratedFile("PolicyManifest.cs", code.ToString());
    }
}
