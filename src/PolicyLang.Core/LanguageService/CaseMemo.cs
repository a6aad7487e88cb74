using System.Text;
using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A case and its answer as a memo to hand on: the grounds with their wording, citations and sources, in Markdown.</summary>
/// <param name="workspace">The law.</param>
/// <param name="facts">What was told of the case.</param>
/// <param name="decision">Its decision.</param>
internal sealed class CaseMemo(Workspace workspace, ImmutableArray<RawFact> facts, Decision decision)
{
    private readonly ILookup<string, ClauseSymbol> _clauses =
        workspace.Model.Clauses.ToLookup(c => c.QualifiedName, StringComparer.Ordinal);

    private readonly StringBuilder _text = new();

    /// <summary>Writes it; lines end in LF.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public string Write(CancellationToken cancellation = default)
    {
        CaseFacts told = CaseScenarios.Told(workspace, facts, cancellation) ?? CaseFacts.None;
        ILookup<string, ExplainedClause> why = (workspace.Explain(facts, out _, cancellation) ?? [])
            .ToLookup(e => e.Clause.QualifiedName, StringComparer.Ordinal);
        string sentence = CaseSentence.Write(told);
        _text.Append($"# {Titled(WireNames.NameOf(decision.Outcome))}\n\n{Escape(Titled(sentence))}.\n\n");
        _text.Append("*A reading aid, not legal advice.*\n");
        List("The case", facts.Select(f => $"{NameOf(f.Attribute)}: {Escape(CaseSentence.List(f.Values, "and"))}"));
        Heading("Grounds");
        foreach (string clause in decision.Applied)
        {
            Ground(clause, why[clause].FirstOrDefault());
        }

        if (decision.Applied.IsEmpty)
        {
            _text.Append("\nNo clause speaks of this case.\n");
        }

        List("Set aside", decision.Defeated
            .Select(d => $"{Reference(d.Clause)} yields to {Escape(d.By)} ({WireNames.NameOf(d.Principle)})"));
        List("What must also be done", decision.Duties.Select(Reference));
        List("Ways to comply", WaySentences.Sentences(decision.WaysToComply, told).Select(Escape));
        List("Other grounds", WaySentences.Sentences(decision.OtherGrounds, told).Select(Escape));
        List("Taken for granted", decision.Assumed.Select(a => Escape(CaseSentence.Assumption(a))));
        List("What alone would change the answer", workspace.Questions(facts, out _, cancellation)
            .Where(q => q.Weight == 1).Select(q => NameOf(q.Attribute.Name)));
        List("Sources", Instruments().Select(Source));
        return _text.ToString();
    }

    private void Ground(string name, ExplainedClause? why)
    {
        _text.Append($"\n### {Escape(name)}");
        if (_clauses[name].FirstOrDefault() is { } clause)
        {
            _text.Append(clause.Title is { } title ? $" {Escape(title)}" : string.Empty)
                .Append($"\n\n{Escape(Citation(clause))}, {SymbolHover.Force(clause.Force)}.\n\n> {Escape(ClauseHover.Sentence(clause))}");
        }

        _text.Append('\n');
        if (why?.Where is { } where)
        {
            _text.Append($"\nIt applies wherever {Escape(where.Spoken)}.\n");
        }

        if (why is { Opposition: { } opposition })
        {
            _text.Append($"\nIt bears on the act: {Escape(opposition)}.\n");
        }
    }

    private IEnumerable<FrameworkSymbol> Instruments() => decision.Applied
        .Concat(decision.Defeated.SelectMany(d => new[] { d.Clause, d.By })).Concat(decision.Duties)
        .SelectMany(name => _clauses[name].Take(1)).Select(c => c.Framework).Distinct()
        .OrderBy(f => f.Name, StringComparer.Ordinal);

    private string Source(FrameworkSymbol framework)
    {
        string title = framework.Title is { } said ? $"{Escape(said)} ({Escape(framework.Name)})" : Escape(framework.Name);
        string citation = framework.Citation is { } cited ? $", {Escape(cited)}" : string.Empty;
        string read = workspace.Law.Catalog?.FileAt(framework.Location.File)?.ReadAsOf is { } day ? $"; read as of {day}" : string.Empty;
        string source = framework.Source is { } address ? $": <{address}>" : string.Empty;
        return $"{title}{citation}; {SymbolHover.Force(framework.Force)}{read}{source}";
    }

    private string Reference(string name) => _clauses[name].FirstOrDefault() is { } clause
        ? $"{Escape(name)}{(clause.Title is { } title ? $" {Escape(title)}" : string.Empty)}, {Escape(Citation(clause))}"
        : Escape(name);

    private string NameOf(string attribute) =>
        Escape(workspace.Model.Attribute(attribute)?.Title ?? attribute.Replace('_', ' '));

    private static string Citation(ClauseSymbol clause)
    {
        string instrument = clause.Framework.Title ?? clause.Framework.Name;
        return clause.Cites is { } cites ? $"{cites} of {instrument}" : instrument;
    }

    private void Heading(string title) => _text.Append($"\n## {title}\n");

    private void List(string title, IEnumerable<string> items)
    {
        string lines = string.Concat(items.Select(item => $"- {item}\n"));
        if (lines.Length > 0)
        {
            Heading(title);
            _text.Append('\n').Append(lines);
        }
    }

    private static string Titled(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words.Substring(1);

    private static string Escape(string text) => SymbolHover.Escape(text);
}
