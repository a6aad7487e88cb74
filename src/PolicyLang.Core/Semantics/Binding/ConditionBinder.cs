using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Resolves the names of conditions and checks that each fits its attribute.</summary>
internal sealed class ConditionBinder(BindingScope scope, SetBinder sets)
{
    /// <summary>The bound condition; null where it, or a part of it, was refused.</summary>
    public BoundCondition? Bind(ConditionSyntax syntax, SyntaxContext site) => syntax switch
    {
        OrConditionSyntax or => BindAll(or.Operands, site) is { IsDefault: false } operands ? new BoundOr(operands) : null,
        AndConditionSyntax and => BindAll(and.Operands, site) is { IsDefault: false } operands ? new BoundAnd(operands) : null,
        NotConditionSyntax not => Bind(not.Operand, site) is { } operand ? new BoundNot(operand) : null,
        NamedConditionSyntax named => BindNamed(named, site),
        IsConditionSyntax @is => BindIs(@is, site),
        CompareConditionSyntax compare => BindCompare(compare, site),
        IncludeConditionSyntax include => BindInclude(include, site),
        MissingConditionSyntax => Refuse(),
        _ => throw new UnreachableException(),
    };

    private ImmutableArray<BoundCondition> BindAll(ImmutableArray<ConditionSyntax> operands, SyntaxContext site)
    {
        var bound = ImmutableArray.CreateBuilder<BoundCondition>(operands.Length);
        foreach (ConditionSyntax operand in operands)
        {
            if (Bind(operand, site) is { } condition)
            {
                bound.Add(condition);
            }
        }

        return bound.Count == operands.Length ? bound.ToImmutable() : default;
    }

    private BoundCondition? Refuse()
    {
        sets.Failed = true;
        return null;
    }

    private BoundCondition? Refuse(Diagnostic diagnostic)
    {
        scope.Report(diagnostic);
        return Refuse();
    }

    private BoundCondition? BindNamed(NamedConditionSyntax syntax, SyntaxContext site)
    {
        string name = syntax.Name.Text;
        Location location = site.Locate(syntax.Span);
        if (scope.Attribute(name) is { } attribute)
        {
            scope.Refer(attribute, location);
            return attribute.Type == AttributeType.Flag
                ? new BoundFlag(attribute)
                : Refuse(NameDiagnostics.WrongType.Create(
                    location, $"'{name}' is {attribute.Kind}, not a flag.", $"Say what it must be: {Example(attribute)}."));
        }

        if (scope.Defines.TryGetValue(name, out DefineSymbol? define) && define.IsCondition)
        {
            sets.Failed |= define.HasErrors;
            return new BoundDefined(scope.Refer(define, location));
        }

        if (OwnerOf(name) is { } owner)
        {
            return Refuse(NameDiagnostics.BareNode.Create(
                location,
                $"'{name}' is {scope.Anything(name)?.Kind}; a condition on its own must be a flag or a defined condition.",
                $"Write '{owner}'.",
                fix: new Fix($"Write '{owner}'", [new TextEdit(location.Span, owner)])));
        }

        scope.ReportMissing(name, location, "a flag or defined condition", FlagsAndConditions());
        return Refuse();
    }

    private IEnumerable<string> FlagsAndConditions() =>
        scope.Attributes.Values.Where(a => a.Type == AttributeType.Flag).Select(a => a.Name)
            .Concat(scope.Defines.Values.Where(d => d.IsCondition).Select(d => d.Name));

    // A lone "Marketing" most likely means "purpose is Marketing": take the first fitting attribute.
    private string? OwnerOf(string name)
    {
        foreach (AttributeSymbol attribute in scope.Attributes.Values)
        {
            if (attribute.Taxonomy is { } taxonomy && scope.Element(name, taxonomy) is not null)
            {
                return attribute.Type == AttributeType.Node ? $"{attribute.Name} is {name}" : $"{attribute.Name} include {name}";
            }
        }

        return null;
    }

    private AttributeSymbol? BindAttribute(ReferenceSyntax reference, SyntaxContext site)
    {
        if ((scope.Attribute(reference.Text) ?? scope.Clock(reference.Text)) is { } attribute)
        {
            return scope.Refer(attribute, site.Locate(reference.Span));
        }

        sets.Failed = true;
        scope.ReportMissing(reference.Text, site.Locate(reference.Span), "an attribute", scope.Attributes.Keys);
        return null;
    }

    private BoundCondition? BindIs(IsConditionSyntax syntax, SyntaxContext site)
    {
        if (BindAttribute(syntax.Attribute, site) is not { } attribute)
        {
            return null;
        }

        if (attribute.Type == AttributeType.Node && attribute.Taxonomy is { } taxonomy)
        {
            if (syntax.Set is ListSetSyntax { Names.Length: 1 } list && IsOtherAttribute(list.Names[0], attribute))
            {
                return RefuseAttribute(list.Names[0], site);
            }

            return new BoundIs(attribute, sets.Bind(syntax.Set, taxonomy, $"a {taxonomy.Name}", site));
        }

        string[] values = (syntax.Set as ListSetSyntax)?.Names.Select(n => n.Text).ToArray() ?? [];
        return Refuse(NameDiagnostics.WrongType.Create(
            site.Locate(syntax.Span), $"'{attribute.Name}' is {attribute.Kind}; 'is' fits an attribute with exactly one node.",
            $"Write for example {Example(attribute)}.", fix: Rewrite(attribute, values, site.Locate(syntax.Span))));
    }

    // A node may have the name of an attribute.
    private bool IsOtherAttribute(ReferenceSyntax name, AttributeSymbol attribute) =>
        scope.Attribute(name.Text) is { Type: not AttributeType.Flag } && attribute.Taxonomy?.Find(name.Text) is null;

    private BoundCondition? RefuseAttribute(ReferenceSyntax name, SyntaxContext site) => Refuse(NameDiagnostics.WrongType.Create(
        site.Locate(name.Span),
        $"'{name.Text}' is an attribute, too; attributes cannot be compared with each other.",
        "Compare each with a value of its own, or declare a flag that says how the two stand."));

    private BoundCondition? BindCompare(CompareConditionSyntax syntax, SyntaxContext site)
    {
        if (BindAttribute(syntax.Attribute, site) is not { } attribute)
        {
            return null;
        }

        switch (attribute.Type, syntax.Value)
        {
            case (AttributeType.Count, NumberLiteralSyntax number):
                long kept = ClockNames.Kept(attribute.Name, number.Value);
                if (attribute.Name == BuiltInAttributes.Elapsed || scope.Attribute(attribute.Name) is null)
                {
                    scope.Compare(attribute.Name, kept);
                }

                return new BoundCompare(attribute, syntax.Operator, kept);
            case (AttributeType.Date, DateLiteralSyntax date):
                return new BoundCompare(attribute, syntax.Operator, date.Day.Number);
            case (_, null):
                return Refuse();
            case (_, ReferenceSyntax other) when IsOtherAttribute(other, attribute):
                return RefuseAttribute(other, site);
            default:
                return Refuse(NameDiagnostics.WrongType.Create(
                    site.Locate(syntax.Span),
                    $"'{attribute.Name}' is {attribute.Kind}; this comparison does not fit it.",
                    $"Write for example {Example(attribute)}.",
                    fix: syntax is { Operator: ComparisonOperator.Equal, Value: ReferenceSyntax value }
                        ? Rewrite(attribute, [value.Text], site.Locate(syntax.Span))
                        : RewriteNumber(attribute, syntax, site)));
        }
    }

    private BoundCondition? BindInclude(IncludeConditionSyntax syntax, SyntaxContext site)
    {
        if (BindAttribute(syntax.Attribute, site) is not { } attribute)
        {
            return null;
        }

        if (attribute.Type == AttributeType.NodeSet && attribute.Taxonomy is { } taxonomy)
        {
            ImmutableArray<Symbol> names = sets.BindNames(syntax.Names, taxonomy, $"a {taxonomy.Name}", site);
            return names.Length == syntax.Names.Length ? new BoundInclude(attribute, syntax.Kind, names) : null;
        }

        return Refuse(NameDiagnostics.WrongType.Create(
            site.Locate(syntax.Span),
            $"'{attribute.Name}' is {attribute.Kind}; 'include' fits a set.",
            $"Write for example {Example(attribute)}.",
            fix: syntax.Kind == IncludeKind.Any
                ? Rewrite(attribute, [.. syntax.Names.Select(n => n.Text)], site.Locate(syntax.Span))
                : null));
    }

    // The same values in the form that fits the attribute, where every value does.
    private Fix? Rewrite(AttributeSymbol attribute, string[] values, Location location)
    {
        string list = string.Join(", ", values);
        string? meant = attribute.Type switch
        {
            AttributeType.Flag => list switch { "true" or "yes" => attribute.Name, "false" or "no" => $"not {attribute.Name}", _ => null },
            AttributeType.Node => $"{attribute.Name} is {list}",
            AttributeType.NodeSet => values.Length == 1 ? $"{attribute.Name} include {list}" : $"{attribute.Name} include any of {list}",
            AttributeType.Count or AttributeType.Date => null,
            _ => throw new UnreachableException(),
        };
        bool fits = attribute.Taxonomy is not { } taxonomy
            || (values.Length > 0 && values.All(v => scope.Element(v, taxonomy) is not null));
        return meant is null || !fits ? null : new Fix($"Write '{meant}'", [new TextEdit(location.Span, meant)]);
    }

    // "us_warrant = 1", and a date compared with a year.
    private static Fix? RewriteNumber(AttributeSymbol attribute, CompareConditionSyntax syntax, SyntaxContext site)
    {
        if (syntax.Value is not NumberLiteralSyntax { Value: var number } literal)
        {
            return null;
        }

        (string? meant, TextSpan span) = (attribute.Type, syntax.Operator, number) switch
        {
            (AttributeType.Flag, ComparisonOperator.Equal, 1) => (attribute.Name, syntax.Span),
            (AttributeType.Flag, ComparisonOperator.Equal, 0) => ($"not {attribute.Name}", syntax.Span),
            (AttributeType.Date, ComparisonOperator.GreaterOrEqual or ComparisonOperator.Less, >= 1000 and <= 9999) =>
                ($"{number}-01-01", literal.Span),
            (AttributeType.Date, ComparisonOperator.Greater or ComparisonOperator.LessOrEqual, >= 1000 and <= 9999) =>
                ($"{number}-12-31", literal.Span),
            _ => (null, syntax.Span),
        };
        return meant is null ? null : new Fix($"Write '{meant}'", [new TextEdit(site.Locate(span).Span, meant)]);
    }

    private static string Example(AttributeSymbol attribute) => attribute.Type switch
    {
        AttributeType.Flag => $"'{attribute.Name}' or 'not {attribute.Name}'",
        AttributeType.Count => $"'{attribute.Name} >= 1_000'",
        AttributeType.Date => $"'{attribute.Name} >= 2025-01-01'",
        AttributeType.Node => $"'{attribute.Name} is {FirstNode(attribute)}'",
        AttributeType.NodeSet => $"'{attribute.Name} include {FirstNode(attribute)}'",
        _ => throw new UnreachableException(),
    };

    private static string FirstNode(AttributeSymbol attribute) => attribute.Taxonomy?.Nodes.FirstOrDefault()?.Name ?? "X";
}
