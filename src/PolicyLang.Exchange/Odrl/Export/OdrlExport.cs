using System.Text;
using PolicyLang.Diagnostics;
using PolicyLang.Exchange.Odrl.Formulas;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>A workspace in ODRL, and what of it is not said there.</summary>
/// <param name="Text">JSON-LD of ODRL 2.2 with our profile, LF line ends.</param>
/// <param name="Losses">In the order of files and lines.</param>
internal sealed record OdrlDocument(string Text, ImmutableArray<OdrlLoss> Losses);

/// <summary>
/// From law to ODRL 2.2 (<see href="https://www.w3.org/TR/odrl-model/"/>). Precedence is compiled away: a rule is said where it stands.
/// What is said is held against the regions of the rules before it is written.
/// </summary>
internal static class OdrlExport
{
    private const string Context =
        "\"@context\": [\"http://www.w3.org/ns/odrl.jsonld\",\n"
        + "    {\"dpv\": \"https://w3id.org/dpv#\", \"pd\": \"https://w3id.org/dpv/pd#\", "
        + "\"pl\": \"https://policylang.example/odrl#\", \"dct\": \"http://purl.org/dc/terms/\"}],";

    /// <summary>Exports the frameworks of the user's files.</summary>
    /// <param name="workspace">The workspace, without errors.</param>
    /// <param name="on">The one day that the export is about; null for all days, told by <c>dateTime</c>.</param>
    /// <param name="problem">Why there is no answer: it is beyond the budget (PL9004).</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static OdrlDocument? Write(
        Workspace workspace, CalendarDay? on, out Problem? problem, CancellationToken cancellation = default) =>
        workspace.Ask<OdrlDocument?>("What ODRL says", rules => Write(workspace, rules, on), out problem, cancellation).Or(null);

    private static OdrlDocument Write(Workspace workspace, RuleBook book, CalendarDay? on)
    {
        ImmutableArray<FrameworkSymbol> frameworks = [.. book.Model.Frameworks.Where(f => !workspace.Law.Holds(f.Location.File))];
        Region days = on is { } day ? book.Compiler.Days(new DayRange(day, day)) : book.Space.Regions.Full;
        var names = new OdrlNames(workspace);
        var sayer = new RuleSayer(book, days);
        var sets = new SetText(names, book.Model.Precedence);
        var unsaid = new ExportLosses(workspace, frameworks);
        var losses = new List<OdrlLoss>(unsaid.Find());
        var used = new HashSet<string>(StringComparer.Ordinal);
        var written = new List<List<string>>();
        foreach (FrameworkSymbol framework in frameworks)
        {
            var rules = new List<OdrlRule>();
            foreach (ClauseSymbol clause in framework.Clauses)
            {
                Say(clause, book, sayer, rules, losses);
            }

            used.UnionWith(rules.SelectMany(r => r.All).SelectMany(f => f.Facts));
            if (rules.Count > 0)
            {
                written.Add(sets.Write(framework, rules, unsaid.IsRanked(framework) && IsRanked(framework, book)));
            }
        }

        ImmutableArray<string> terms = new TermText(workspace, names).Write(used);
        return new OdrlDocument(
            Assemble(written, terms), [.. losses.OrderBy(l => l.Place, StringComparer.Ordinal).ThenBy(l =>
                l.Kind, StringComparer.Ordinal)]);
    }

    private static void Say(ClauseSymbol clause, RuleBook book, RuleSayer sayer, List<OdrlRule> rules, List<OdrlLoss> losses)
    {
        if (book.TooComplex.Contains(clause) || book.Undecided.Contains(clause))
        {
            losses.Add(OdrlLoss.At(
                clause.Location, "too-complex", clause.QualifiedName, "Where the clause stands is beyond the budget: it is left out.",
                    true));
            return;
        }

        foreach (Rule rule in book.RulesOf(clause).Where(r => !r.IsSoft
            && r.Modality is RuleModality.Permission or RuleModality.Prohibition or RuleModality.Obligation))
        {
            if (rule.IsSoft || sayer.Stands(rule).IsEmpty)
            {
                continue;
            }

            if (sayer.Say(rule) is { } said && !said.All.SelectMany(f => f.Facts).Contains(Profile.Role))
            {
                rules.Add(said);
            }
            else
            {
                losses.Add(OdrlLoss.At(
                    clause.Location, "too-complex", clause.QualifiedName,
                        "Where the clause stands takes too many words: it is left out.", true));
            }
        }
    }

    // The rank is told where it is stated, or bears on something.
    private static bool IsRanked(FrameworkSymbol framework, RuleBook book) =>
        framework.HasRank || framework.EffectiveRank != Rank.Statute
        || framework.Clauses.SelectMany(book.RulesOf).Any(r => book.Opponents(r).Length > 0);

    private static string Assemble(List<List<string>> sets, ImmutableArray<string> terms)
    {
        var text = new StringBuilder("{\n  ").Append(Context).Append('\n');
        if (sets.Count == 1)
        {
            text.Append(string.Join('\n', sets[0].Select(l => "  " + l)));
        }
        else
        {
            text.Append("  \"@graph\": [");
            for (int i = 0; i < sets.Count; i++)
            {
                text.Append(i == 0 ? "{\n" : ", {\n").Append(string.Join('\n', sets[i].Select(l => "    " + l))).Append("\n  }");
            }

            text.Append(']');
        }

        if (!terms.IsEmpty)
        {
            text.Append(",\n  \"pl:terms\": [\n    ").Append(string.Join(",\n    ", terms)).Append("\n  ]");
        }

        return text.Append("\n}\n").ToString();
    }
}
