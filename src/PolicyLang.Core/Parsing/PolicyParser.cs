using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

public static class PolicyParser
{
    public static SyntaxTree Parse(string file, string text) => throw new NotImplementedException();

    public static SyntaxTree Parse(SyntaxTree? previous, string file, string text) => Parse(file, text);
}
