using System.Text;
using PolicyLang.Exchange.Rdf;
using PolicyLang.Formatting;
using PolicyLang.Parsing;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Exchange.Odrl.Import;

/// <summary>How a document is read.</summary>
/// <param name="IsTurtle">Whether it is Turtle; else it is JSON-LD.</param>
/// <param name="InForce">The first day on which the law is in force; null for all days.</param>
/// <param name="Authority">The legal order where the document names none.</param>
/// <param name="Mappings">Beside those that come with PolicyLang, and before them.</param>
internal sealed record OdrlImportSettings(bool IsTurtle, CalendarDay? InForce, string Authority, ImmutableArray<OdrlMapping> Mappings);

/// <summary>A document of ODRL in PolicyLang, or why there is none.</summary>
/// <param name="Text">A policy file in the canonical layout; null where the document cannot be read.</param>
/// <param name="Losses">What is not said in it, in the order of the document.</param>
/// <param name="Problem">What is wrong with the document, what to write instead, and where.</param>
internal sealed record OdrlImported(string? Text, ImmutableArray<OdrlLoss> Losses, (string Place, string Message, string Help)? Problem);

/// <summary>From ODRL 2.2 to law.</summary>
internal static class OdrlImport
{
    /// <summary>The legal order of policies that name none.</summary>
    public const string UsualAuthority = "Dataspace";

    /// <summary>Whether a text can be the name of a legal order.</summary>
    public static bool IsName(string text) => Declarations.Sanitize(text) == text;

    /// <summary>Reads a document.</summary>
    /// <param name="text">JSON-LD or Turtle.</param>
    /// <param name="settings">How.</param>
    public static OdrlImported Read(string text, OdrlImportSettings settings)
    {
        RdfGraph graph;
        try
        {
            graph = settings.IsTurtle ? TurtleReader.Read(text) : JsonLdReader.Read(text);
        }
        catch (RdfException exception)
        {
            return new OdrlImported(null, [], (exception.Place, exception.Message, exception.Help));
        }

        var losses = new List<OdrlLoss>(graph.Notes.Select(n => new OdrlLoss(n.Kind, "document", n.Message, n.Kind != "context"
            || n.Message.Contains("not read", StringComparison.Ordinal)) { Place = n.Place }));
        var reader = new PolicyReader(graph, losses);
        ImmutableArray<OdrlPolicy> policies = reader.Read();
        if (policies.IsEmpty)
        {
            return new OdrlImported(null, [.. losses], ("1:1", "There is no ODRL policy in the document.",
                "A policy is a node of type odrl:Set, odrl:Offer or odrl:Agreement, or one with permissions, prohibitions or "
                    + "obligations."));
        }

        var declared = new Declarations();
        (ImmutableArray<OdrlTerm> terms, ImmutableArray<OdrlAttribute> attributes) = reader.Terms();
        declared.Add(terms, attributes);
        IReadOnlyList<OdrlMapping> mappings = [.. settings.Mappings, .. OdrlMapping.Shipped.Select(OdrlMapping.Ship)];
        var operands = new Operands(policies.SelectMany(p => p.Rules).SelectMany(Comparisons), mappings, declared);
        var frameworks = new FrameworkText(settings, declared, operands, new ConditionText(operands, declared, losses), mappings, losses);
        string body = string.Join("\n", policies.Select(frameworks.Write));
        var all = new StringBuilder();
        declared.Write(all);
        string written = all.Append(body).ToString();
        return new OdrlImported(Formatter.Format(PolicyParser.Parse("imported.policy", written)), [.. losses], null);
    }

    private static IEnumerable<Comparison> Comparisons(OdrlStatement rule) =>
        rule.Constraints.Concat(rule.Refinements).Concat(rule.Assignees.Concat(rule.Targets).SelectMany(s =>
            s.Refinements)).SelectMany(Comparisons);

    private static IEnumerable<Comparison> Comparisons(OdrlConstraint constraint) => constraint switch
    {
        LogicalConstraint logical => logical.Parts.SelectMany(Comparisons),
        Comparison comparison => [comparison],
        _ => [],
    };
}
