using PolicyLang.Parsing;
using PolicyLang.Prelude;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Tests.Project;

/// <summary>Makes of a parsed text the form that <see cref="PreparedForm"/> reads.</summary>
internal sealed class PreparedFormWriter
{
    private readonly List<byte> _form = [];
    private string _island = string.Empty;
    private int _start;

    /// <summary>The form of a text.</summary>
    public static byte[] Write(string text)
    {
        SyntaxTree tree = PolicyParser.Parse("form.policy", text);
        var writer = new PreparedFormWriter();
        writer.Number(text.Length);
        writer.Number(tree.Declarations.Length);
        int before = 0;
        int island = 0;
        foreach (SyntaxBlock block in tree.Islands)
        {
            if (block is { Kind: SyntaxBlockKind.Declaration, Node: DeclarationSyntax declaration })
            {
                writer.Number(island - before);
                before = island;
                writer.Declaration(declaration, block.Text);
            }

            island += block.Text.Length;
        }

        return [.. writer._form];
    }

    private void Declaration(DeclarationSyntax declaration, string island)
    {
        int length = _form.Count;
        _island = island;
        _start = 0;
        if (declaration.IsBroken || !TryDeclaration(declaration))
        {
            _form.RemoveRange(length, _form.Count - length);
            Number((int)PreparedKind.Text);
            Number(island.Length);
        }
    }

    private bool TryDeclaration(DeclarationSyntax declaration)
    {
        PreparedParts documentation = declaration.Documentation is null ? 0 : PreparedParts.Documentation;
        return declaration switch
        {
            JurisdictionSyntax d => Head(PreparedKind.Jurisdiction, documentation | Has(d.Title), d.Span) && Name(d.Name) && Title(d.Title)
                && Many(d.Parts, Part),
            BlocSyntax { Expression: null } d =>
                Head(PreparedKind.Bloc, documentation | Has(d.Title) | If(d.Supranational, PreparedParts.Supranational), d.Span)
                && Name(d.Name) && Title(d.Title) && Many(d.Entries, Entry),
            TaxonomySyntax d => Head(PreparedKind.Taxonomy, documentation | Has(d.Title), d.Span) && Name(d.Name) && Title(d.Title)
                && Many(d.Nodes, Node),
            AttributeSyntax d => Head(PreparedKind.Attribute, documentation | Has(d.Title) | If(d.IsSet, PreparedParts.Set)
                | If(d.Chosen, PreparedParts.Chosen) | If(d.SelfJudged, PreparedParts.SelfJudged), d.Span)
                && Name(d.Name) && Name(d.TypeName) && Title(d.Title),
            _ => false,
        };
    }

    private bool Part(JurisdictionPartSyntax part) => Head(Has(part.Title), part.Span) && Name(part.Name) && Title(part.Title);

    private bool Entry(BlocEntrySyntax entry) => entry.When is null
        && Head(If(entry.Since is not null, PreparedParts.Since) | If(entry.Until is not null, PreparedParts.Until), entry.Span)
        && Many(entry.Members, Reference) && Date(entry.Since) && Date(entry.Until);

    private bool Node(TaxonomyNodeSyntax node) =>
        Head(Has(node.Title) | If(node.Iri is not null, PreparedParts.Iri) | If(node.Opposes is not null, PreparedParts.Opposes), node.Span)
        && Name(node.Name) && (node.Iri is null || Inside(node.Iri.Value, node.Iri.Span)) && Title(node.Title)
        && (node.Opposes is null || Reference(node.Opposes)) && Many(node.Nodes, Node);

    private bool Head(PreparedKind kind, PreparedParts has, TextSpan span)
    {
        Number((int)kind);
        return Head(has, span);
    }

    private bool Head(PreparedParts has, TextSpan span)
    {
        Number((int)has);
        return Span(span);
    }

    private bool Many<T>(ImmutableArray<T> all, Func<T, bool> write)
    {
        Number(all.Length);
        return all.All(write);
    }

    private bool Name(NameSyntax name) => name.Text == _island.Substring(name.Span.Start, name.Span.Length) && Span(name.Span);

    private bool Reference(ReferenceSyntax reference) =>
        reference.Parts.Length == 1 && reference.Span == reference.Parts[0].Span && Name(reference.Parts[0]);

    private bool Title(TextLiteralSyntax? title) => title is null || Inside(title.Value, title.Span);

    private bool Inside(string value, TextSpan span) => value == _island[(span.Start + 1)..(span.End - 1)] && Span(span);

    private bool Date(DateLiteralSyntax? date)
    {
        bool written = date is null || Span(date.Span);
        if (date is not null)
        {
            Number(date.Day.Number);
        }

        return written;
    }

    private bool Span(TextSpan span)
    {
        int from = span.Start - _start;
        _start = span.Start;
        Number(Math.Max(0, from));
        Number(span.Length);
        return from >= 0;
    }

    private void Number(int number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            _form.Add((byte)(number | 0x80));
        }

        _form.Add((byte)number);
    }

    private static PreparedParts Has(TextLiteralSyntax? title) => If(title is not null, PreparedParts.Title);

    private static PreparedParts If(bool has, PreparedParts part) => has ? part : PreparedParts.None;
}
