using System.Text;
using PolicyLang.Exchange.Models;
using PolicyLang.Exchange.Odrl.Formulas;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>A framework as an ODRL Set, in the layout that people read: a line for each thing that is said.</summary>
/// <param name="names">What nodes are called.</param>
/// <param name="precedence">What clauses say about which of them prevails.</param>
internal sealed class SetText(OdrlNames names, ImmutableArray<PrecedenceEdge> precedence)
{
    private readonly AtomText _atoms = new(names);

    /// <summary>The members of the Set, in lines without the braces around them.</summary>
    /// <param name="framework">The framework.</param>
    /// <param name="rules">Its rules, in the order of its clauses.</param>
    /// <param name="isRanked">Whether its rank bears on anything.</param>
    public List<string> Write(FrameworkSymbol framework, IReadOnlyList<OdrlRule> rules, bool isRanked)
    {
        var lines = new List<string>
        {
            "\"@type\": \"Set\",",
            $"\"uid\": {Json.Quote(Profile.PolicyPrefix + framework.Name)},",
            $"\"profile\": {Json.Quote(Profile.Iri)},",
            "\"conflict\": \"invalid\",",
            $"{Head(framework, isRanked)},",
        };
        foreach (IGrouping<RuleModality, OdrlRule> kind in rules.GroupBy(r => r.Modality))
        {
            lines.Add($"\"{Key(kind.Key)}\": [{{");
            OdrlRule[] all = [.. kind];
            for (int i = 0; i < all.Length; i++)
            {
                lines.AddRange(Rule(all[i]).Select(l => "  " + l));
                lines.Add(i < all.Length - 1 ? "}, {" : "}],");
            }
        }

        lines[^1] = lines[^1][..^1];
        return lines;
    }

    private static string Head(FrameworkSymbol framework, bool isRanked)
    {
        var parts = new List<string>();
        Add("dct:title", framework.Title);
        Add("pl:authority", framework.Authority?.Name);
        Add("pl:rank", isRanked ? ModelWords.Of(RankOf(framework)) : null);
        Add("dct:bibliographicCitation", framework.Citation);
        Add("dct:source", framework.Source);
        return string.Join(", ", parts);

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                parts.Add($"\"{key}\": {Json.Quote(value)}");
            }
        }
    }

    // Hard law that implements a guideline is no guideline itself.
    private static Rank RankOf(FrameworkSymbol framework) =>
        framework.EffectiveRank == Rank.Guideline && framework.Rank != Rank.Guideline ? Rank.Decision : framework.EffectiveRank;

    private static string Key(RuleModality modality) => modality switch
    {
        RuleModality.Permission => "permission",
        RuleModality.Prohibition => "prohibition",
        RuleModality.Obligation => "obligation",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private List<string> Rule(OdrlRule rule)
    {
        var lines = new List<string>(Title(rule));
        if (!rule.Assignee.IsEmpty)
        {
            lines.Add($"\"assignee\": {Collection("PartyCollection", Profile.Anybody, rule.Assignee)},");
        }

        lines.Add(rule.Target.IsEmpty
            ? $"\"target\": \"pl:{Profile.Anything}\","
            : $"\"target\": {Collection("AssetCollection", Profile.Anything, rule.Target)},");
        lines.AddRange(Action(rule));
        if (!rule.Constraint.IsEmpty)
        {
            List<string> constraint = Logical(Formula.And(rule.Constraint), isRefinement: false);
            constraint[0] = "\"constraint\": [" + constraint[0];
            constraint[^1] += "],";
            lines.AddRange(constraint);
        }

        lines[^1] = lines[^1][..^1];
        return lines;
    }

    // What a permission cites is left out, and the report of losses says so.
    private IEnumerable<string> Title(OdrlRule rule)
    {
        string uid = $"\"uid\": {Json.Quote(rule.Uid)},";
        string title = rule.Clause.Title is { } told ? $"\"dct:title\": {Json.Quote(told)}, " : string.Empty;
        string source = rule.Modality != RuleModality.Permission && rule.Clause.Cites is { } cited
            ? $"\"dct:source\": {Json.Quote(cited)}," : string.Empty;
        string[] above =
        [
            .. precedence.Where(e => ReferenceEquals(e.Lower, rule.Clause)).Select(e => Profile.PolicyPrefix + e.Upper.QualifiedName)
                .Distinct(),
        ];
        if (above.Length == 0)
        {
            return [title.Length + source.Length == 0 ? uid : $"{uid} {title}{source}"];
        }

        string[] yields = [.. above.Select(a => $"{{\"@id\": {Json.Quote(a)}}}")];
        return
        [
            uid,
            .. title.Length + source.Length == 0 ? Array.Empty<string>() : [$"{title}{source}"],
            $"\"pl:yieldsTo\": {(yields.Length == 1 ? yields[0] : $"[{string.Join(", ", yields)}]")},",
        ];
    }

    private string Collection(string type, string source, ImmutableArray<Formula> refinement) =>
        $"{{\"@type\": \"{type}\", \"source\": \"pl:{source}\", \"refinement\": [{string.Join(", ", refinement.Select(OneLine))}]}}";

    private List<string> Action(OdrlRule rule)
    {
        string verb = rule.Verb is { } node ? names.Of(node) : $"pl:{Profile.Act}";
        if (rule.Refinement.IsEmpty)
        {
            return [$"\"action\": {Json.Quote(verb)},"];
        }

        var lines = new List<string> { "\"action\": [{", $"  \"rdf:value\": {{\"@id\": {Json.Quote(verb)}}},", "  \"refinement\": [" };
        for (int i = 0; i < rule.Refinement.Length; i++)
        {
            List<string> part = Logical(rule.Refinement[i], isRefinement: true);
            part[^1] += i < rule.Refinement.Length - 1 ? "," : string.Empty;
            lines.AddRange(part.Select(l => "    " + l));
        }

        return [.. lines, "  ]", "}],"];
    }

    private List<string> Logical(Formula formula, bool isRefinement)
    {
        (string join, ImmutableArray<Formula> parts) = formula switch
        {
            AllOf and => ("and", and.Parts),
            AnyOf or => ("or", or.Parts),
            _ => (string.Empty, []),
        };
        if (join.Length == 0)
        {
            return [_atoms.Write(formula, isRefinement)];
        }

        var lines = new List<string> { $"{{\"{join}\": {{\"@list\": [" };
        for (int i = 0; i < parts.Length; i++)
        {
            List<string> part = Logical(parts[i], isRefinement);
            part[^1] += i < parts.Length - 1 ? "," : string.Empty;
            lines.AddRange(part.Select(l => "  " + l));
        }

        lines.Add("]}}");
        return lines;
    }

    private string OneLine(Formula formula) => string.Join(' ', Logical(formula, isRefinement: true).Select(l => l.Trim()));
}
