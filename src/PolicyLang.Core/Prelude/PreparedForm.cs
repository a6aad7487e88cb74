using System.Diagnostics;
using PolicyLang.Parsing;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Prelude;

/// <summary>
/// Reads where the declarations of a file stand from a form that was made of its text before, which takes a fraction of the time that
/// parsing takes. What they say is in the text alone; tokens are read from it when somebody asks for them.
/// </summary>
/// <remarks>
/// Frameworks have no form. The form is a series of unsigned numbers, seven bits in a byte, lowest first; all bytes of a number but the
/// last have the eighth bit. It begins with the length of the text in UTF-16 code units and the count of declarations. An island is counted
/// from the one before it; in an island, the start of each span from that of the span before it.
/// </remarks>
internal sealed class PreparedForm
{
    private readonly string _text;
    private readonly byte[] _form;
    private int _at;
    private int _island;
    private int _start;

    private PreparedForm(string text, byte[] form)
    {
        _text = text;
        _form = form;
    }

    /// <summary>The tree of a text; null where the form was made of another one.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="form">Its form.</param>
    public static SyntaxTree? Read(string file, string text, byte[] form) => new PreparedForm(text, form).Read(file);

    private SyntaxTree? Read(string file)
    {
        if (Number() != _text.Length)
        {
            return null;
        }

        var declarations = ImmutableArray.CreateBuilder<PositionedNode<DeclarationSyntax>>(Number());
        for (int i = 0; i < declarations.Capacity; i++)
        {
            _island += Number();
            _start = 0;
            declarations.Add(new PositionedNode<DeclarationSyntax>(Declaration(), _island));
        }

        return new SyntaxTree(file, new SourceText(_text), default, [], declarations.MoveToImmutable(), [])
        {
            LateIslands = new Lazy<ImmutableArray<SyntaxBlock>>(() => PolicyParser.Parse(file, _text).Islands),
        };
    }

    private DeclarationSyntax Declaration()
    {
        var kind = (PreparedKind)Number();
        if (kind == PreparedKind.Text)
        {
            return PolicyParser.Parse(string.Empty, _text.Substring(_island, Number())).Declarations[0].Node;
        }

        var has = (PreparedParts)Number();
        TextSpan span = Span();
        string? documentation = has.HasFlag(PreparedParts.Documentation)
            ? Documentation.PrecedingComment(_text.Substring(_island, span.Start), span.Start)
            : null;
        NameSyntax name = Name();
        return kind switch
        {
            PreparedKind.Jurisdiction => new JurisdictionSyntax(name, Title(has), Many(Part), documentation, false, span),
            PreparedKind.Bloc => new BlocSyntax(
                name, Title(has), has.HasFlag(PreparedParts.Supranational), null, Many(Entry), documentation, false, span),
            PreparedKind.Taxonomy => new TaxonomySyntax(name, Title(has), Many(Node), documentation, false, span),
            PreparedKind.Attribute => new AttributeSyntax(name, has.HasFlag(PreparedParts.Set), Name(),
                has.HasFlag(PreparedParts.Chosen), has.HasFlag(PreparedParts.SelfJudged), Title(has), documentation, false, span),
            _ => throw new UnreachableException(),
        };
    }

    private JurisdictionPartSyntax Part()
    {
        var has = (PreparedParts)Number();
        TextSpan span = Span();
        return new JurisdictionPartSyntax(Name(), Title(has), span);
    }

    private BlocEntrySyntax Entry()
    {
        var has = (PreparedParts)Number();
        TextSpan span = Span();
        return new BlocEntrySyntax(Many(Reference), has.HasFlag(PreparedParts.Since) ? Date() : null,
            has.HasFlag(PreparedParts.Until) ? Date() : null, null, span);
    }

    private TaxonomyNodeSyntax Node()
    {
        var has = (PreparedParts)Number();
        TextSpan span = Span();
        NameSyntax name = Name();
        IriLiteralSyntax? iri = has.HasFlag(PreparedParts.Iri) && Span() is var at ? new IriLiteralSyntax(Inside(at), at) : null;
        return new TaxonomyNodeSyntax(
            name, iri, Title(has), has.HasFlag(PreparedParts.Opposes) ? Reference() : null, Many(Node), span);
    }

    private ImmutableArray<T> Many<T>(Func<T> read)
    {
        int count = Number();
        if (count == 0)
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<T>(count);
        for (int i = 0; i < count; i++)
        {
            all.Add(read());
        }

        return all.MoveToImmutable();
    }

    private NameSyntax Name()
    {
        TextSpan span = Span();
        return new NameSyntax(_text.Substring(_island + span.Start, span.Length), span);
    }

    private ReferenceSyntax Reference() => new(Name());

    private DateLiteralSyntax Date()
    {
        TextSpan span = Span();
        return new DateLiteralSyntax(new CalendarDay(Number()), span);
    }

    private TextLiteralSyntax? Title(PreparedParts has) =>
        has.HasFlag(PreparedParts.Title) && Span() is var span ? new TextLiteralSyntax(Inside(span), span) : null;

    // Without the marks around it.
    private string Inside(TextSpan span) => _text.Substring(_island + span.Start + 1, span.Length - 2);

    private TextSpan Span()
    {
        _start += Number();
        return new TextSpan(_start, Number());
    }

    private int Number()
    {
        int number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = _form[_at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
