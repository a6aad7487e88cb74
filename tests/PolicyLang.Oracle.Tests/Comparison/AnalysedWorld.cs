using PolicyLang.Decisions;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>A small world, the workspace of the same text, and cases of the one as cases of the other.</summary>
internal sealed class AnalysedWorld
{
    private readonly Telling _telling;

    public AnalysedWorld(Court court, Random random)
    {
        (Court, Random) = (court, random);
        Workspace = Workspace.Empty.With("law.policy", PolicyText.Of(court.Law));
        Translator = new Translator(court, Workspace.Model);
        _telling = new Telling(court, random);
    }

    public Court Court { get; }

    public Random Random { get; }

    public Workspace Workspace { get; }

    public Translator Translator { get; }

    /// <summary>A case by chance whose numbers are exact; null where the one drawn cannot be told.</summary>
    public Case? Draw() => Draw(Court.Judgements);

    /// <summary>One of some cases by chance, as <see cref="Draw()"/>.</summary>
    public Case? Draw(ImmutableArray<Judgement> judgements) =>
        judgements.Length > 0 ? _telling.Exact(judgements[Random.Next(judgements.Length)].Case)?.Case : null;

    /// <summary>A case as a user tells it, without some attributes.</summary>
    public ImmutableArray<RawFact> Facts(Case c, params string[] without) =>
        [.. Translator.Facts(c, Translator.Needed(c)).Where(f => !without.Contains(f.Attribute))];

    /// <summary>The same case with other values.</summary>
    public Case With(Case c, params (string Attribute, object Value)[] changes)
    {
        object[] values = [.. Enumerable.Range(0, Court.Law.Attributes.Length).Select(a => c[a])];
        foreach ((string attribute, object value) in changes)
        {
            values[Court.Lexicon.Attribute(attribute)] = value;
        }

        return new Case(values);
    }

    /// <summary>The places that stand for all in an attribute.</summary>
    public ImmutableArray<Leaf> Places(string attribute) =>
        [.. Court.World.Domain(Court.Lexicon.Attribute(attribute)).OfType<Leaf>().Where(l => !l.IsRoot)];

    /// <summary>One line where two sets of lines differ.</summary>
    public static IEnumerable<string> Differ(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        string e = string.Join("; ", expected.Distinct().Order(StringComparer.Ordinal));
        string a = string.Join("; ", actual.Distinct().Order(StringComparer.Ordinal));
        return e == a ? [] : [$"{what}: oracle [{e}], compiler [{a}]"];
    }
}
