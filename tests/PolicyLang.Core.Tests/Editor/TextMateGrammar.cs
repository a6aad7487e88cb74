using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyLang.Syntax;

namespace PolicyLang.Tests.Editor;

/// <summary>The TextMate grammar of the editor extension, made from the compiler's own keyword table: a new keyword cannot be forgotten there.</summary>
internal static class TextMateGrammar
{
    private const string Letter = @"[\p{L}\p{M}\p{N}_]";
    private const string WordStart = $"(?<!{Letter}|\\.)";
    private const string WordEnd = $"(?!{Letter}|\\.{Letter})";
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text()
    {
        var grammar = new JsonObject
        {
            ["comment"] = "Generated from src/PolicyLang.Core/Syntax/Keywords.cs by tests/PolicyLang.Core.Tests/Editor; do not edit.",
            ["name"] = "Policy",
            ["scopeName"] = "source.policy",
            ["patterns"] = new JsonArray(Include("comments"), Include("literals"), Include("declarations"), Include("keywords"), Include("punctuation")),
            ["repository"] = new JsonObject
            {
                ["comments"] = Group(
                    Match("///.*$", "comment.line.documentation.policy"),
                    Match("//.*$", "comment.line.double-slash.policy"),
                    Region(@"/\*", @"\*/", "comment.block.policy")),
                ["literals"] = Group(
                    Region("\"", "\"|$", "string.quoted.double.policy", Match(@"\\(?:[""\\n]|u\{[0-9A-Fa-f]+\})", "constant.character.escape.policy")),
                    Match(@"<[A-Za-z][A-Za-z0-9+.-]*:[^>\s]*>", "string.other.iri.policy"),
                    Match(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", "constant.numeric.date.policy"),
                    Match(@"\b[0-9][0-9_]*\b", "constant.numeric.integer.policy")),
                ["declarations"] = Group(Declaration(Keywords.StartsDeclaration, Ends + "|$"), Declaration(Keywords.StartsClause, Ends)),
                ["keywords"] = Group([.. Keywords.All.Append(Keywords.SelfJudged).GroupBy(Scope).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Match(Words(g), g.Key))]),
                ["punctuation"] = Group(
                    Match("[{}]", "punctuation.section.block.policy"),
                    Match("[()]", "punctuation.section.group.policy"),
                    Match("<=|>=|[=<>]", "keyword.operator.comparison.policy"),
                    Match(",", "punctuation.separator.policy")),
            },
        };
        return grammar.ToJsonString(Layout) + "\n";
    }

    // What a word does decides its colour: whoever skims a page should see where clauses begin and what they allow or forbid.
    private static string Scope(string word) => Keywords.KindOf(word) switch
    {
        var kind when Keywords.StartsDeclaration(kind) || Keywords.StartsClause(kind) => "storage.type.policy",
        TokenKind.MayWord or TokenKind.MustWord or TokenKind.NeedWord or TokenKind.ShouldWord or TokenKind.NotWord or TokenKind.OnlyWord => "keyword.control.modality.policy",
        TokenKind.AndWord or TokenKind.OrWord or TokenKind.ExceptWord or TokenKind.IsWord or TokenKind.IncludeWord => "keyword.operator.word.policy",
        >= TokenKind.PermittedWord and <= TokenKind.AdvisedWord => "constant.language.outcome.policy",
        TokenKind.AnyWord or TokenKind.AnywhereWord or TokenKind.AllWord or TokenKind.NoneWord or TokenKind.AnyoneWord => "constant.language.quantity.policy",
        _ => "keyword.other.policy",
    };

    private static string Words(IEnumerable<string> words) => $"{WordStart}(?:{string.Join('|', words)}){WordEnd}";

    // What follows the name in a declaration. In "may transfer Health" no name is declared; there the line may end.
    private static readonly string Ends = $@"[""{{:=<]|{Keywords.WordOf(TokenKind.CitesWord)}\b|{Keywords.WordOf(TokenKind.UnderWord)}\b|{Keywords.WordOf(TokenKind.AsWord)}\b";

    // The name after the word that declares it.
    private static JsonObject Declaration(Func<TokenKind, bool> declares, string ends)
    {
        // An assumption has no name.
        IEnumerable<string> words = Keywords.All.Where(w => declares(Keywords.KindOf(w)) && w != Keywords.WordOf(TokenKind.AssumeWord));
        return new JsonObject
        {
            ["match"] = $@"{WordStart}({string.Join('|', words)})\s+(\p{{L}}{Letter}*)(?=\s*(?:{ends}))",
            ["captures"] = new JsonObject { ["1"] = Name("storage.type.policy"), ["2"] = Name("entity.name.type.policy") },
        };
    }

    private static JsonObject Name(string scope) => new() { ["name"] = scope };

    private static JsonObject Include(string part) => new() { ["include"] = $"#{part}" };

    private static JsonObject Group(params ReadOnlySpan<JsonObject> patterns) => new() { ["patterns"] = new JsonArray([.. patterns]) };

    private static JsonObject Match(string pattern, string scope) => new() { ["name"] = scope, ["match"] = pattern };

    private static JsonObject Region(string begin, string end, string scope, params JsonObject[] patterns)
    {
        var region = new JsonObject { ["name"] = scope, ["begin"] = begin, ["end"] = end };
        if (patterns.Length > 0)
        {
            region["patterns"] = new JsonArray([.. patterns]);
        }

        return region;
    }
}
