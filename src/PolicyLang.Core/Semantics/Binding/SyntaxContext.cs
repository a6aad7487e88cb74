using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>The file and island in which relative spans are to be read.</summary>
internal readonly record struct SyntaxContext(SyntaxTree Tree, int Offset)
{
    public Location Locate(TextSpan span) => Tree.Locate(Offset, span);
}
