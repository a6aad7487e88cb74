using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyLang.Tests.Project;

/// <summary>
/// The switches of a file over a value of an enum of ours that let a member which is added later pass in silence: what is left over does not
/// throw. Found by syntax: an enum is known by the last part of its name, or of the name that an alias stands for.
/// </summary>
internal sealed class EnumSwitches(IReadOnlyDictionary<string, ImmutableHashSet<string>> enums)
{
    /// <summary>The members of each enum that texts declare, by its name.</summary>
    public static EnumSwitches Of(IEnumerable<string> texts) => new(texts
        .SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<EnumDeclarationSyntax>())
        .GroupBy(e => e.Identifier.Text, StringComparer.Ordinal)
        .ToDictionary(e => e.Key, e => e.SelectMany(one => one.Members).Select(m => m.Identifier.Text).ToImmutableHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The lines, from 1, on which such switches begin.</summary>
    public ImmutableArray<int> Silent(string text)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var names = new Names(enums, root);
        return
        [
            .. root.DescendantNodes().Where(node => node switch
            {
                SwitchExpressionSyntax expression => expression.Arms.Any(a => names.Has(a.Pattern)) && expression.Arms.Any(a => TakesTheRest(a.Pattern) && a is { WhenClause: null, Expression: not ThrowExpressionSyntax }),
                SwitchStatementSyntax statement => statement.Sections.SelectMany(s => s.Labels).Any(names.Has) && !statement.Sections.Any(s => s.Labels.Any(TakesTheRest) && s.Statements.Last() is ThrowStatementSyntax),
                _ => false,
            }).Select(node => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1),
        ];
    }

    private static bool TakesTheRest(PatternSyntax pattern) => pattern is DiscardPatternSyntax or VarPatternSyntax { Designation: not ParenthesizedVariableDesignationSyntax };

    private static bool TakesTheRest(SwitchLabelSyntax label) => label is DefaultSwitchLabelSyntax or CasePatternSwitchLabelSyntax { WhenClause: null, Pattern: DiscardPatternSyntax or VarPatternSyntax };

    // What the names of one file stand for.
    private sealed class Names(IReadOnlyDictionary<string, ImmutableHashSet<string>> enums, SyntaxNode root)
    {
        private readonly Dictionary<string, string> _aliases = root.DescendantNodes().OfType<UsingDirectiveSyntax>()
            .Where(u => u is { Alias: not null, Name: not null }).ToDictionary(u => u.Alias?.Name.Identifier.Text ?? string.Empty, u => Last(u.Name), StringComparer.Ordinal);

        private readonly ImmutableArray<string> _static =
            [.. root.DescendantNodes().OfType<UsingDirectiveSyntax>().Where(u => u.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)).Select(u => Last(u.Name)).Where(enums.ContainsKey)];

        public bool Has(SwitchLabelSyntax label) => label switch
        {
            CaseSwitchLabelSyntax one => HasMember(one.Value),
            CasePatternSwitchLabelSyntax one => Has(one.Pattern),
            _ => false,
        };

        // What looks at several values at once lists combinations, not members.
        public bool Has(PatternSyntax pattern) => pattern switch
        {
            ConstantPatternSyntax constant => HasMember(constant.Expression),
            BinaryPatternSyntax both => Has(both.Left) || Has(both.Right),
            UnaryPatternSyntax not => Has(not.Pattern),
            ParenthesizedPatternSyntax inner => Has(inner.Pattern),
            _ => false,
        };

        private bool HasMember(ExpressionSyntax value) => value switch
        {
            MemberAccessExpressionSyntax member => IsMember(Last(member.Expression), member.Name.Identifier.Text),
            IdentifierNameSyntax name => _static.Any(e => IsMember(e, name.Identifier.Text)),
            _ => false,
        };

        private bool IsMember(string type, string name) => enums.TryGetValue(_aliases.GetValueOrDefault(type, type), out ImmutableHashSet<string>? members) && members.Contains(name);

        private static string Last(SyntaxNode? name) => name switch
        {
            SimpleNameSyntax simple => simple.Identifier.Text,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.Text,
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            _ => string.Empty,
        };
    }
}
