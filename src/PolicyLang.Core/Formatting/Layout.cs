using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Formatting;

/// <summary>The lines of an island in the canonical layout.</summary>
internal sealed class Layout
{
    /// <summary>The width to which the keywords of properties are padded: that of "authority" and a blank.</summary>
    private const int PropertyWidth = 10;

    private readonly SyntaxBlock _island;
    private readonly List<FormattedLine> _lines = [];

    private Layout(SyntaxBlock island) => _island = island;

    public static List<FormattedLine> LayOut(SyntaxBlock island)
    {
        var layout = new Layout(island);
        layout.Add(island.Node);
        return layout._lines;
    }

    private ImmutableArray<Token> Tokens => _island.Tokens;

    private int FirstIn(TextSpan span)
    {
        int low = 0;
        int high = Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Tokens[middle].Start < span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int EndOf(TextSpan span) => FirstIn(new TextSpan(span.End, 0));

    private void Line(int indent, TextSpan span, bool keepBlank = false) =>
        _lines.Add(new FormattedLine(indent, FirstIn(span), EndOf(span), keepBlank));

    private void Add(SyntaxNode? node)
    {
        switch (node)
        {
            case ClauseSyntax { Sentence: { } sentence } clause:
                int start = FirstIn(sentence.Span);
                _lines.Add(new FormattedLine(1, 0, start));
                ToModifierSyntax? inSentence = LawReading.UndecidedTo(clause);
                Line(2, inSentence is null ? sentence.Span : sentence.Span.Cover(inSentence.Span));
                AddModifiers(inSentence is null ? clause.Modifiers : clause.Modifiers.Remove(inSentence));
                _lines.Add(new FormattedLine(1, Tokens.Length - 1, Tokens.Length));
                break;
            case PropertiesSyntax properties:
                AddProperties(properties);
                break;
            case PartySyntax party:
                AddBlock([.. party.Adoptions.Select(a => a.Span).Concat(party.Invocations.Select(i => i.Span)).OrderBy(s => s.Start)]);
                break;
            case JurisdictionSyntax { Parts.IsEmpty: false } jurisdiction:
                AddBlock(jurisdiction.Parts.Select(p => p.Span));
                break;
            case BlocSyntax { Expression: null } bloc:
                AddEntries(bloc.Entries);
                break;
            case DatedListSyntax list:
                AddEntries(list.Entries);
                break;
            case TaxonomySyntax taxonomy:
                AddTaxonomy(taxonomy);
                break;
            case ScenarioSyntax scenario:
                AddScenario(scenario);
                break;
            case CheckSyntax check:
                AddCheck(check);
                break;
            case AcknowledgeSyntax acknowledge:
                AddAcknowledge(acknowledge);
                break;
            default:
                _lines.Add(new FormattedLine(0, 0, Tokens.Length));
                break;
        }
    }

    private void AddModifiers(ImmutableArray<ModifierSyntax> modifiers)
    {
        foreach (ModifierSyntax modifier in modifiers.OrderBy(m => m.Form))
        {
            Line(2, modifier.Span);
        }
    }

    private void AddProperties(PropertiesSyntax properties)
    {
        foreach (PropertySyntax property in properties.Properties)
        {
            int first = FirstIn(property.Span);
            int value = property is ForcePropertySyntax or ResolvePropertySyntax ? first + 2 : first + 1;
            _lines.Add(new FormattedLine(1, first, EndOf(property.Span), true, value, PropertyWidth));
        }
    }

    /// <summary>A head up to its brace, one line for each part, and the closing brace.</summary>
    private void AddBlock(IEnumerable<TextSpan> parts)
    {
        _lines.Add(new FormattedLine(0, 0, AfterBrace()));
        foreach (TextSpan part in parts)
        {
            int end = EndOf(part);
            end += end < Tokens.Length && Tokens[end].Kind == TokenKind.Comma ? 1 : 0;
            _lines.Add(new FormattedLine(1, FirstIn(part), end, true));
        }

        _lines.Add(new FormattedLine(0, Tokens.Length - 1, Tokens.Length));
    }

    private int AfterBrace()
    {
        int i = 0;
        while (i < Tokens.Length && Tokens[i].Kind != TokenKind.OpenBrace)
        {
            i++;
        }

        return Math.Min(i + 1, Tokens.Length);
    }

    private void AddEntries(ImmutableArray<BlocEntrySyntax> entries)
    {
        const int widest = 40;
        int width = 0;
        foreach (BlocEntrySyntax entry in entries.Where(HasPeriod))
        {
            int own = LineWriter.Width(_island, FirstIn(entry.Span), EndOfMembers(entry));
            width = own <= widest ? Math.Max(width, own) : width;
        }

        _lines.Add(new FormattedLine(0, 0, AfterBrace()));
        foreach (BlocEntrySyntax entry in entries)
        {
            bool pad = HasPeriod(entry);
            _lines.Add(new FormattedLine(1, FirstIn(entry.Span), EndOf(entry.Span), true, pad ? EndOfMembers(entry) : -1, width + 1));
        }

        _lines.Add(new FormattedLine(0, Tokens.Length - 1, Tokens.Length));
    }

    private static bool HasPeriod(BlocEntrySyntax entry) => entry.Since is not null || entry.Until is not null || entry.When is not null;

    private int EndOfMembers(BlocEntrySyntax entry) => EndOf(entry.Members[entry.Members.Length - 1].Span);

    private void AddTaxonomy(TaxonomySyntax taxonomy)
    {
        _lines.Add(new FormattedLine(0, 0, AfterBrace()));
        AddNodes(taxonomy.Nodes, 1);
        _lines.Add(new FormattedLine(0, Tokens.Length - 1, Tokens.Length));
    }

    private void AddNodes(ImmutableArray<TaxonomyNodeSyntax> nodes, int indent)
    {
        foreach (TaxonomyNodeSyntax node in nodes)
        {
            int first = FirstIn(node.Span);
            int end = EndOf(node.Span);
            int comma = end < Tokens.Length && Tokens[end].Kind == TokenKind.Comma ? 1 : 0;
            if (node.Nodes.IsEmpty)
            {
                _lines.Add(new FormattedLine(indent, first, end + comma, true));
                continue;
            }

            _lines.Add(new FormattedLine(indent, first, FirstIn(node.Nodes[0].Span), true));
            AddNodes(node.Nodes, indent + 1);
            _lines.Add(new FormattedLine(indent, end - 1, end + comma));
        }
    }

    private void AddScenario(ScenarioSyntax scenario)
    {
        _lines.Add(new FormattedLine(0, 0, AfterBrace()));
        if (!scenario.Phrase.IsEmpty)
        {
            TextSpan phrase = scenario.Phrase[0].Span.Cover(scenario.Phrase[scenario.Phrase.Length - 1].Span);
            Line(1, scenario.Of is { } of ? phrase.Cover(of.Span) : phrase);
        }

        for (int i = 0; i < scenario.Slots.Length; i++)
        {
            // "from A to B" is read in one breath.
            bool together = scenario.Slots[i] is PlaceSlotSyntax { Kind: PlaceSlotKind.From } && i + 1 < scenario.Slots.Length
                && scenario.Slots[i + 1] is ToSlotSyntax;
            Line(1, together ? scenario.Slots[i].Span.Cover(scenario.Slots[i + 1].Span) : scenario.Slots[i].Span, true);
            i += together ? 1 : 0;
        }

        foreach (ExpectSyntax expectation in scenario.Expectations)
        {
            int first = FirstIn(expectation.Span);
            while (first > 0 && Tokens[first].Kind != TokenKind.ExpectWord)
            {
                first--;
            }

            _lines.Add(new FormattedLine(1, first, EndOf(expectation.Span), true));
        }

        _lines.Add(new FormattedLine(0, Tokens.Length - 1, Tokens.Length));
    }

    private void AddCheck(CheckSyntax check)
    {
        int brace = AfterBrace();
        int modifiers = check.Modifiers.IsEmpty
            ? Tokens.Length - 1
            : FirstIn(check.Modifiers.Select(m => m.Span).OrderBy(s => s.Start).First());
        _lines.Add(new FormattedLine(0, 0, brace));
        _lines.Add(new FormattedLine(1, brace, modifiers));
        foreach (ModifierSyntax modifier in check.Modifiers.OrderBy(m => m.Form))
        {
            Line(1, modifier.Span);
        }

        _lines.Add(new FormattedLine(0, Tokens.Length - 1, Tokens.Length));
    }

    private void AddAcknowledge(AcknowledgeSyntax acknowledge)
    {
        int because = acknowledge.Because is null ? Tokens.Length : FirstIn(acknowledge.Because.Span) - 1;
        int until = acknowledge.Until is null ? Tokens.Length : FirstIn(acknowledge.Until.Span) - 1;
        _lines.Add(new FormattedLine(0, 0, because));
        _lines.Add(new FormattedLine(1, because, until));
        _lines.Add(new FormattedLine(1, until, Tokens.Length));
        _lines.RemoveAll(l => l.First >= l.End);
    }
}
