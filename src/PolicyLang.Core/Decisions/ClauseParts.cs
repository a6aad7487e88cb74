using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Decisions;

/// <summary>Takes a clause of conduct apart and says of each part whether a case fits it.</summary>
internal sealed class ClauseParts(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly Reading _plain = new(book.Compiler, new ClauseRegions(book.Model, book.Compiler));
    private readonly Reading _keeping = new(book.Compiler.Keeping, new ClauseRegions(book.Model, book.Compiler.Keeping));

    /// <summary>The parts of a clause in the order in which they are written; none for a clause that could not be bound.</summary>
    public ImmutableArray<ExplainedPart> PartsOf(ClauseSymbol clause, long[] values)
    {
        if (clause.Meaning is not { Modality: not null } meaning || clause.Syntax.Node.Sentence is not ConductSentenceSyntax sentence)
        {
            return [];
        }

        // A case of keeping data is judged by the clause's rule about keeping, if any.
        bool keeping = _plain.Slots.CoversKeeping(clause, meaning) && Holds(_plain.Slots.KeepingActions(), values);
        Reading reading = keeping ? _keeping : _plain;
        ClauseRegions slots = reading.Slots;
        var parts = ImmutableArray.CreateBuilder<ExplainedPart>();
        Add(parts, clause, sentence.Subject, slots.Trigger(meaning.Blank() with { Subject = meaning.Subject }), values);
        Add(parts, clause, sentence.Of, slots.Trigger(meaning.Blank() with { Of = meaning.Of }), values);
        parts.Add(Part(clause, sentence.Act.Verbs, keeping || Holds(slots.Act(meaning.Blank() with { Verbs = meaning.Verbs }), values)));
        Add(parts, clause, sentence.Act.Object,
            slots.Trigger(meaning.Blank() with { ObjectAttribute = meaning.ObjectAttribute, Object = meaning.Object }), values);
        int condition = 0;
        int subject = 0;
        foreach (ModifierSyntax modifier in clause.Syntax.Node.Modifiers)
        {
            switch (modifier)
            {
                case WhereModifierSyntax about:
                    parts.Add(Conditional(reading, clause, about, about.Condition, meaning.Where[subject++], values));
                    break;
                case WhenModifierSyntax applies:
                    parts.Add(Conditional(reading, clause, applies, applies.Condition, meaning.Conditions[condition++], values));
                    break;
                case UnlessModifierSyntax unless:
                    parts.Add(Conditional(reading, clause, unless, unless.Condition, meaning.Conditions[condition++], values));
                    break;
                case WithModifierSyntax with when meaning.With is { } how:
                    parts.Add(Conditional(reading, clause, with, with.Condition, how, values));
                    break;
                case ToModifierSyntax to:
                    parts.Add(Part(clause, to, Holds(keeping ? slots.Abroad(meaning) : One(slots, meaning, to), values)));
                    break;
                case NameListModifierSyntax { Kind: not (NameListKind.Notifying or NameListKind.ApprovedBy) }
                    or NotEnforceableModifierSyntax or ForceModifierSyntax:
                    break;
                default:
                    parts.Add(Part(clause, modifier, Holds(One(slots, meaning, modifier), values)));
                    break;
            }
        }

        parts.Add(Force(clause, values));
        return parts.ToImmutable();
    }

    private ExplainedPart Force(ClauseSymbol clause, long[] values)
    {
        string days =
            string.Join(", ", clause.Force.Select(r => r.Until == CalendarDay.Last ? $"from {r.From}" : $"from {r.From} until {r.Until}"));
        return new ExplainedPart(
            $"in force {days}", Holds(_regions.Union([.. clause.Force.Select(book.Compiler.Days)]), values), clause.Location, []);
    }

    private void Add(ImmutableArray<ExplainedPart>.Builder parts, ClauseSymbol clause, SyntaxNode? node, Region region, long[] values)
    {
        if (node is not null)
        {
            parts.Add(Part(clause, node, Holds(region, values)));
        }
    }

    // The region of one modifier: that of a clause with nothing else in it.
    private Region One(ClauseRegions slots, BoundClause meaning, ModifierSyntax modifier)
    {
        BoundClause only = meaning.Only(modifier.Form);
        // A prohibition 'approved by' R speaks where R has not approved.
        Region approved = modifier.Form == ModifierForm.ApprovedBy
            && (meaning.Modality is Modality.MustNot or Modality.ShouldNot)
            ? _regions.Not(slots.Approved(only))
            : slots.Approved(only);
        return _regions.And(_regions.And(slots.Trigger(only), approved), slots.Act(only));
    }

    private ExplainedPart Conditional(
        Reading reading, ClauseSymbol clause, ModifierSyntax modifier, ConditionSyntax syntax, BoundCondition bound, long[] values)
    {
        BoundCondition inner = modifier is UnlessModifierSyntax && bound is BoundNot not ? not.Operand : bound;
        ImmutableArray<ExplainedPart> atoms = [.. Atoms(reading, clause, syntax, inner, values)];
        return Part(clause, modifier, Holds(reading.Compiler.Condition(bound), values)) with { Parts = atoms.Length > 1 ? atoms : [] };
    }

    private IEnumerable<ExplainedPart> Atoms(
        Reading reading, ClauseSymbol clause, ConditionSyntax syntax, BoundCondition bound, long[] values) => (syntax, bound) switch
    {
        (OrConditionSyntax or, BoundOr any) =>
            or.Operands.Zip(any.Operands, (s, b) => Atoms(reading, clause, s, b, values)).SelectMany(a => a),
        (AndConditionSyntax and, BoundAnd all) =>
            and.Operands.Zip(all.Operands, (s, b) => Atoms(reading, clause, s, b, values)).SelectMany(a => a),
        _ => [Part(clause, syntax, Holds(reading.Compiler.Condition(bound), values))],
    };

    private static ExplainedPart Part(ClauseSymbol clause, SyntaxNode node, bool holds)
    {
        TextSpan span = clause.Syntax.Absolute(node.Span);
        string text = clause.Location.Text.Content.Substring(span.Start, span.Length);
        return new ExplainedPart(string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), holds,
            clause.Location with { Span = span }, []);
    }

    private bool Holds(Region region, long[] values) => _regions.Holds(region, values);

    // Reads slots and conditions as written, or with the destination as the location.
    private sealed record Reading(RegionCompiler Compiler, ClauseRegions Slots);
}
