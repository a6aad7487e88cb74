using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService.Answers;

/// <summary>Finds where names of an answer stand; of a clause that another version words otherwise, the words that differ.</summary>
internal sealed class AnswerPlaces
{
    private const string PartyPrefix = "party ";

    private readonly SemanticModel _model;
    private readonly Dictionary<string, ClauseSymbol> _clauses;
    private readonly Dictionary<string, ClauseSymbol>? _before;

    /// <param name="workspace">The files that an answer leads to.</param>
    /// <param name="before">An earlier version of them; null where no words are compared.</param>
    public AnswerPlaces(Workspace workspace, Workspace? before = null)
    {
        _model = workspace.Model;
        Names = new SpokenNames(_model);
        _clauses = ByName(workspace);
        _before = before is null ? null : ByName(before);
    }

    /// <summary>How the answer says the names of cases.</summary>
    internal SpokenNames Names { get; }

    /// <summary>The places of names, those whose words changed first; of a clause that is gone, the framework that it was in.</summary>
    public ImmutableArray<AnswerPlace> Find(IEnumerable<string> names) =>
        [.. names.Distinct().OrderBy(name => IsChanged(name) ? 0 : 1).Select(Find).OfType<AnswerPlace>()];

    private static Dictionary<string, ClauseSymbol> ByName(Workspace workspace) =>
        workspace.Model.Clauses.GroupBy(c => c.QualifiedName, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private bool IsChanged(string name) => _before is not null && _clauses.TryGetValue(name, out ClauseSymbol? now)
        && (!_before.TryGetValue(name, out ClauseSymbol? then) || ChangedWords.Find(then.Whole, now.Whole) is not null);

    private AnswerPlace? Find(string name)
    {
        if (_clauses.TryGetValue(name, out ClauseSymbol? clause))
        {
            Location? changed = _before is not null && _before.TryGetValue(name, out ClauseSymbol? then)
                ? ChangedWords.Find(then.Whole, clause.Whole)
                : null;
            return new AnswerPlace(name, clause.Title, changed ?? clause.Location);
        }

        Symbol? symbol = name.StartsWith(PartyPrefix, StringComparison.Ordinal)
            ? _model.Parties.FirstOrDefault(p => p.Name == name.Substring(PartyPrefix.Length))
            : _model.Frameworks.FirstOrDefault(f => f.Name == name.Split('.')[0]);
        return symbol is null ? null : new AnswerPlace(symbol is PartySymbol ? name : symbol.Name, symbol.Title, symbol.Location);
    }
}
