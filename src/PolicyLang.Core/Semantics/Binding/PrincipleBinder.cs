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

    private Location? _resolved;

    /// <summary>The principles, explicit precedence first.</summary>
    public ImmutableArray<Principle> Principles { get; private set; } = principles;

    public void Bind(ResolveSyntax syntax, Site site)
    {
        Location location = site.Locate(syntax.Span);
        if (_resolved is not null)
        {
            scope.Report(NameDiagnostics.Duplicate.At(location, "'resolve conflicts by' stands twice.", "A workspace has one order of principles; keep one of the two.", [new RelatedLocation(_resolved, "first stated here")]));
            return;
        }

        _resolved = location;
        var stated = ImmutableArray.CreateBuilder<Principle>();
        stated.Add(Principle.Explicit);
        foreach (ReferenceSyntax name in syntax.Principles)
        {
            int index = Array.IndexOf(PrincipleNames, name.Text);
            if (index >= 0)
            {
                stated.Add((Principle)(index + 1));
            }
            else if (!name.IsMissing)
            {
                ReportUnknown(name.Text, site.Locate(name.Span));
            }
        }

        Principles = [.. stated.Distinct()];
    }

    private void ReportUnknown(string name, Location location)
    {
        string? nearest = OtherPrinciples.TryGetValue(name, out string? meant) ? meant : NearestName.Find(name, PrincipleNames);
        scope.Report(NameDiagnostics.UnknownWord.At(
            location,
            $"There is no principle '{name}'.",
            "The principles are superior, specialis and posterior; explicit precedence always comes first.",
            fix: nearest is null ? null : new Fix($"Write '{nearest}'", [new TextEdit(location.Span, nearest)])));
    }
}
