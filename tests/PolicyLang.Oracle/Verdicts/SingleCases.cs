using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Judges single cases of a workspace whose cases are too many to be gone through.</summary>
public sealed class SingleCases
{
    // Two rules are compared over all cases that they tell apart. Beyond this it would take too long, and no answer is better than a guess.
    private const double MostCompared = 5_000_000;

    private const int Drawn = 200_000;

    private readonly Precedence _precedence;
    private readonly ImmutableArray<Rule> _rules;
    private readonly Dictionary<(Rule Part, Rule Whole), bool> _parts = [];

    public SingleCases(LawModel law)
    {
        Lexicon = new Lexicon(law);
        var sentences = new Sentences(Lexicon, new Notes(), new Reading());
        var instruments = new Instruments(sentences);
        _rules = new Lowering(sentences, instruments).Rules();
        _precedence = new Precedence(sentences, instruments, () => _rules, IsProperPart);
    }

    public Lexicon Lexicon { get; }

    public Judgement Judge(Case c) => new(c, _precedence, _rules);

    private bool IsProperPart(Rule part, Rule whole)
    {
        if (!_parts.TryGetValue((part, whole), out bool known))
        {
            _parts[(part, whole)] = known = Compare(part, whole);
        }

        return known;
    }

    // The world of two clauses alone is small: it tells apart only what they speak about.
    private bool Compare(Rule part, Rule whole)
    {
        var court = new Court(Lexicon.Law with
        {
            Frameworks = [.. Lexicon.Law.Frameworks.Select(f => f with { Clauses = [.. f.Clauses.Where(c => ReferenceEquals(c, part.Source) || ReferenceEquals(c, whole.Source))] })],
            Checks = [],
        }, lasts: false);
        Rule a = Same(part);
        Rule b = Same(whole);

        // One case outside is enough to know; where there are any, they are seldom hard to hit.
        var random = new Random(Drawn);
        if (Enumerable.Range(0, Drawn).Select(_ => court.World.Draw(random)).Any(IsOutside))
        {
            return false;
        }

        if (court.World.Size > MostCompared)
        {
            throw new InvalidOperationException($"{part} and {whole} are told apart in {court.World.Size} cases, too many to compare them.");
        }

        ImmutableArray<Case> all = [.. court.World.Situations().SelectMany(s => s)];
        return !all.Any(IsOutside) && all.Any(c => b.Covers(c) && !a.Covers(c));

        bool IsOutside(Case c) => a.Covers(c) && !b.Covers(c);

        Rule Same(Rule rule) => court.Rules.Where(r => r.Clause == rule.Clause).ElementAt(_rules.Where(r => r.Clause == rule.Clause).TakeWhile(r => r != rule).Count());
    }
}
