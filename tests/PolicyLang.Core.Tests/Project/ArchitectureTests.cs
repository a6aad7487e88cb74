using System.Text.RegularExpressions;

namespace PolicyLang.Tests.Project;

/// <summary>The folders of Core build on one another in one direction only, and what is foreign stays where it belongs.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Layers =
    [
        "Text", "Diagnostics", "Syntax", "Parsing", "Formatting", "Prelude", "Library", "Semantics", "Regions", "Rules", "Decisions", "Conflicts", "Analysis",
        "Workspaces", "Repairs", "LanguageService", "Projects", "Api",
    ];

    private static IEnumerable<string> CoreFiles => Repository.Files("src/PolicyLang.Core", "*.cs");

    [Fact]
    public void Each_folder_uses_only_folders_below_it()
    {
        foreach (string file in CoreFiles)
        {
            string layer = file.Split('/')[2];
            int own = Array.IndexOf(Layers, layer);
            Assert.True(own >= 0, $"{file} is in a folder without a place in the order");
            foreach (Match used in UsedNamespace().Matches(Repository.Read(file)))
            {
                Assert.True(Array.IndexOf(Layers, used.Groups[1].Value) <= own, $"{file} uses {used.Groups[1].Value}, which stands above {layer}");
            }
        }
    }

    /// <summary>Lowering, then precedence, then overlap, then defeat: each stage is built from what those before it give.</summary>
    [Fact]
    public void The_stages_of_rules_build_on_one_another_in_one_direction()
    {
        string[] stages = ["Lowering", "Precedence", "Overlap", "Defeat"];
        string[] files = [.. CoreFiles.Where(f => f.StartsWith("src/PolicyLang.Core/Rules/", StringComparison.Ordinal) && stages.Contains(f.Split('/')[3]))];
        Dictionary<string, string> stageOf = files.ToDictionary(f => System.IO.Path.GetFileNameWithoutExtension(f), f => f.Split('/')[3]);
        Assert.True(stageOf.Count > 20, "the stages are not where they are looked for");
        foreach (string file in files)
        {
            int own = Array.IndexOf(stages, file.Split('/')[3]);
            string text = Comment().Replace(Repository.Read(file), string.Empty);
            Assert.DoesNotContain("RuleBook", text, StringComparison.Ordinal);
            Assert.Empty(stageOf.Where(t => Array.IndexOf(stages, t.Value) > own && Regex.IsMatch(text, $@"\b{t.Key}\b")).Select(t => $"{file} uses {t.Key} of {t.Value}"));
        }
    }

    /// <summary>What came before a snapshot is known in one folder.</summary>
    [Fact]
    public void Only_one_folder_knows_earlier_rules() => Assert.Empty(
        from file in CoreFiles
        where !file.StartsWith("src/PolicyLang.Core/Workspaces/Incremental/", StringComparison.Ordinal)
        where Regex.IsMatch(Comment().Replace(Repository.Read(file), string.Empty), @"\b(RuleDelta|ClauseDiff|CarriedStages|JudgedSnapshot|RuleUpdate|Rebinder)\b")
        select file);

    [Fact]
    public void The_parser_libraries_stay_in_their_folder() =>
        Assert.All(CoreFiles.Where(f => Repository.Read(f) is var text && (text.Contains("using Sprache") || text.Contains("using Markdig"))), f => Assert.StartsWith("src/PolicyLang.Core/Parsing/", f, StringComparison.Ordinal));

    /// <summary>The types of generated models are those of answers to strangers; inside, the language has its own.</summary>
    [Fact]
    public void Only_the_public_interface_uses_the_runtime() =>
        Assert.All(CoreFiles.Where(f => Repository.Read(f).Contains("using PolicyLang.Runtime")), f => Assert.StartsWith("src/PolicyLang.Core/Api/", f, StringComparison.Ordinal));

    [Fact]
    public void Protocol_library_and_compiler_stay_in_their_projects()
    {
        foreach (string file in Repository.Files("src", "*.cs"))
        {
            string text = Repository.Read(file);
            Assert.True(!text.Contains("using StreamJsonRpc") || file.StartsWith("src/PolicyLang.LanguageServer/", StringComparison.Ordinal), file);
            Assert.True(!text.Contains("using Microsoft.CodeAnalysis") || file.StartsWith("src/PolicyLang.CodeGen.Roslyn/", StringComparison.Ordinal) || file.StartsWith("src/PolicyLang.SourceGenerator/", StringComparison.Ordinal), file);
        }
    }

    [Fact]
    public void Files_are_small()
    {
        int[] lengths = [.. Repository.Files("src", "*.cs").Select(f => LinesOf(Repository.Read(f))).Order()];
        Assert.True(lengths[lengths.Length * 95 / 100] <= 200, $"the 95th percentile is {lengths[lengths.Length * 95 / 100]} lines");
    }

    [Fact]
    public void Types_are_small() => Assert.Empty(
        from file in Repository.Files("src", "*.cs")
        from type in TypesIn(file)
        group type.Lines by type.Name into parts
        where parts.Sum() > 400
        select $"{parts.Key} has {parts.Sum()} lines in {parts.Count()} parts");

    [Fact]
    public void Lines_are_short() => Assert.Empty(
        from file in Repository.Files("src", "*.cs")
        from line in Repository.Read(file).Split('\n').Select((text, index) => (Length: text.TrimEnd('\r').Length, Number: index + 1))
        where line.Length > 140
        select $"{file}:{line.Number} has {line.Length} characters");

    [Fact]
    public void Comments_have_at_most_fifteen_words() => Assert.Empty(
        from file in Repository.Files("src", "*.cs")
        from comment in CommentBlock().Matches(Repository.Read(file))
        let words = comment.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w != "//").ToArray()
        where words.Length > 15
        select $"{file}: {string.Join(' ', words)}");

    // Lines of comment that follow each other are one; those of documentation are none.
    [GeneratedRegex(@"^ *// ?(?!/).*(?:\n *//(?!/).*)*", RegexOptions.Multiline)]
    private static partial Regex CommentBlock();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    // All parts of a type count together; a file counts as a whole for each type that it declares.
    private static IEnumerable<(string Name, int Lines)> TypesIn(string file)
    {
        string text = Repository.Read(file);
        string scope = DeclaredNamespace().Match(text) is { Success: true } found ? found.Groups[1].Value : file;
        return DeclaredType().Matches(text).Select(m => ($"{scope}.{m.Groups[1].Value}", LinesOf(text))).Distinct();
    }

    private static int LinesOf(string text) => text.TrimEnd('\n').Split('\n').Length;

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex DeclaredNamespace();

    [GeneratedRegex(@"^(?:\w+ )*(?:class|struct|interface|record|enum) (?!struct|class)(\w+)", RegexOptions.Multiline)]
    private static partial Regex DeclaredType();

    [GeneratedRegex(@"^using (?:static )?PolicyLang\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex UsedNamespace();
}
