using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds <c>resolve conflicts by</c>, which a workspace has once.</summary>
internal sealed class PrincipleBinder(BindingScope scope, ImmutableArray<Principle> principles)
{
    private static readonly string[] PrincipleNames = ["superior", "specialis", "posterior"];

    private static readonly Dictionary<string, string> OtherPrinciples = new(StringComparer.OrdinalIgnoreCase)
    {
        ["higher"] = "superior",
        ["hierarchy"] = "superior",
        ["specific"] = "specialis",
        ["special"] = "specialis",
        ["specialty"] = "specialis",
        ["later"] = "posterior",
        ["newer"] = "posterior",
        ["latest"] = "posterior",
    };

    private readonly Dictionary<Symbol, ImmutableArray<Principle>> _ofOrders = [];
    private readonly Dictionary<Symbol, Location> _stated = [];
    private Location? _resolved;

    /// <summary>The principles, explicit precedence first.</summary>
    public ImmutableArray<Principle> Principles { get; private set; } = principles;

    /// <summary>Those of legal orders that have their own.</summary>
    public IReadOnlyDictionary<Symbol, ImmutableArray<Principle>> OfOrders => _ofOrders;

    public void Bind(ResolveSyntax syntax, SyntaxContext site)
    {
        Location location = site.Locate(syntax.Span);
        if (syntax.Of is { } name)
        {
            BindOf(name, syntax, location, site);
            return;
        }

        if (_resolved is not null)
        {
            scope.Report(NameDiagnostics.Duplicate.Create(location, "'resolve conflicts by' stands twice.",
                "A workspace has one order of principles; keep one of the two, or name a legal order: 'resolve conflicts of X by …'.",
                [new RelatedLocation(_resolved, "first stated here")]));
            return;
        }

        _resolved = location;
        Principles = BindNames(scope, syntax.Principles, site);
    }

    private void BindOf(ReferenceSyntax name, ResolveSyntax syntax, Location location, SyntaxContext site)
    {
        if (scope.ReferOrder(name.Text, site.Locate(name.Span)) is not { } order)
        {
            return;
        }

        if (_stated.TryGetValue(order, out Location? first))
        {
            scope.Report(NameDiagnostics.Duplicate.Create(location, $"'resolve conflicts of {order.Name}' stands twice.",
                "A legal order has one order of principles; keep one of the two.", [new RelatedLocation(first, "first stated here")]));
            return;
        }

        _stated.Add(order, location);
        _ofOrders.Add(order, BindNames(scope, syntax.Principles, site));
    }

    /// <summary>Some principles by their names, explicit precedence before them.</summary>
    public static ImmutableArray<Principle> BindNames(BindingScope scope, ImmutableArray<ReferenceSyntax> names, SyntaxContext site)
    {
        var stated = ImmutableArray.CreateBuilder<Principle>();
        stated.Add(Principle.Explicit);
        foreach (ReferenceSyntax name in names)
        {
            int index = Array.IndexOf(PrincipleNames, name.Text);
            if (index >= 0)
            {
                stated.Add((Principle)(index + 1));
            }
            else if (!name.IsMissing)
            {
                ReportUnknown(scope, name.Text, site.Locate(name.Span));
            }
        }

        return [.. stated.Distinct()];
    }

    private static void ReportUnknown(BindingScope scope, string name, Location location)
    {
        string? nearest = OtherPrinciples.TryGetValue(name, out string? meant) ? meant : NearestName.Find(name, PrincipleNames);
        scope.Report(NameDiagnostics.UnknownWord.Create(
            location,
            $"There is no principle '{name}'.",
            "The principles are superior, specialis and posterior; explicit precedence always comes first.",
            fix: nearest is null ? null : new Fix($"Write '{nearest}'", [new TextEdit(location.Span, nearest)])));
    }
}
