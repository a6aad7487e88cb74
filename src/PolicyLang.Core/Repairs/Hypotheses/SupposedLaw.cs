using System.Text.RegularExpressions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Repairs.Hypotheses;

/// <summary>Makes the workspace that a supposition describes: what is added stands in a file of its own, and who withdraws is taken out of
/// the files.</summary>
internal sealed class SupposedLaw
{
    /// <summary>The name of the file with what is supposed.</summary>
    public const string File = "<what-if>";

    private static readonly Regex Shape =
        new(@"^\s*(?<first>[^\s{},]+)\s+(?<second>[^\s{},]+)(?<rest>[^{}\r\n]*)$", RegexOptions.CultureInvariant);

    private static readonly Regex Repealing =
        new(@"^\s*(?<target>[^\s{},]+)(\s+since\s+(?<day>\d{4}-\d{2}-\d{2}))?\s*$", RegexOptions.CultureInvariant);

    private static readonly Regex Since = new(@"\bsince\s+(?<day>\d{4}-\d{2}-\d{2})\s*$", RegexOptions.CultureInvariant);
    private static readonly Regex Until = new(@"\buntil\s+(?<day>\d{4}-\d{2}-\d{2})\s*$", RegexOptions.CultureInvariant);

    private readonly List<Problem> _problems = [];
    private readonly List<string> _text = [];
    private Workspace _workspace;

    /// <param name="workspace">The law as it is.</param>
    public SupposedLaw(Workspace workspace) => _workspace = workspace;

    /// <summary>The parties that are named, in their order.</summary>
    public List<string> Parties { get; } = [];

    /// <summary>What each party that adopts something adopts, and since when.</summary>
    public List<(string Party, string Framework, string Since)> Adoptions { get; } = [];

    /// <summary>The workspace.</summary>
    /// <param name="supposed">What is supposed.</param>
    /// <param name="problems">What cannot be supposed.</param>
    public Workspace Apply(Supposition supposed, out ImmutableArray<Problem> problems)
    {
        foreach (string adopt in supposed.Adopt)
        {
            Adopt(adopt);
        }

        foreach (string reserve in supposed.Reserve)
        {
            Reserve(reserve);
        }

        foreach (string repeal in supposed.Repeal)
        {
            Repeal(repeal);
        }

        foreach (string withdraw in supposed.Withdraw)
        {
            Withdraw(withdraw);
        }

        problems = [.. _problems];
        return With(_text);
    }

    /// <summary>The same law with one more reservation.</summary>
    public Workspace Reserving(string party, string framework, string since, IEnumerable<string> clauses) =>
        With(_text.Append($"party {party} {{ adopts {framework} since {since} reserving {string.Join(", ", clauses)} }}"));

    private Workspace With(IEnumerable<string> text)
    {
        string[] lines = [.. text];
        return lines.Length == 0 ? _workspace : _workspace.With(File, string.Join("\n", lines) + "\n");
    }

    private void Adopt(string spec)
    {
        Match match = Shape.Match(spec);
        Match since = Regex.Match(spec, @"\bsince\s+(?<day>\d{4}-\d{2}-\d{2})", RegexOptions.CultureInvariant);
        if (!match.Success || !since.Success)
        {
            Refuse($"'{spec}' is no adoption.", "PARTY FRAMEWORK since DATE [reserving CLAUSES [until DATE]]");
            return;
        }

        string party = Party(match.Groups["first"].Value);
        string framework = match.Groups["second"].Value;
        Adoptions.Add((party, framework, since.Groups["day"].Value));
        _text.Add($"party {party} {{ adopts {framework}{match.Groups["rest"].Value} }}");
    }

    // A party that is bound anyway is bound once more, less what it reserves.
    private void Reserve(string spec)
    {
        Match until = Until.Match(spec);
        string bare = until.Success ? spec.Substring(0, until.Index) : spec;
        Match since = Since.Match(bare);
        bare = since.Success ? bare.Substring(0, since.Index) : bare;
        Match match = Shape.Match(bare);
        if (!match.Success)
        {
            Refuse($"'{spec}' is no reservation.", "PARTY FRAMEWORK.CLAUSE, … [since DATE] [until DATE]");
            return;
        }

        string party = Party(match.Groups["first"].Value);
        string framework = match.Groups["second"].Value.Split('.')[0];
        string? day = since.Success ? since.Groups["day"].Value : Membership.FirstDay(_workspace, framework, party);
        if (day is null)
        {
            _problems.Add(new Problem($"'{party}' is no party to '{framework}', so that it can reserve nothing of it."));
            return;
        }

        string last = until.Success ? $" until {until.Groups["day"].Value}" : string.Empty;
        _text.Add($"party {party} {{ adopts {framework} since {day} reserving {match.Groups["second"].Value}"
            + $"{match.Groups["rest"].Value.TrimEnd()}{last} }}");
    }

    private void Repeal(string spec)
    {
        Match match = Repealing.Match(spec);
        if (!match.Success)
        {
            Refuse($"'{spec}' is no repeal.", "FRAMEWORK.CLAUSE [since DATE], or FRAMEWORK [since DATE]");
            return;
        }

        string target = match.Groups["target"].Value;
        FrameworkSymbol? framework = _workspace.Model.Frameworks.FirstOrDefault(f => f.Name == target.Split('.')[0]);
        ImmutableArray<ClauseSymbol> clauses =
            [.. framework?.Clauses.Where(c => target == framework.Name || c.QualifiedName == target) ?? []];
        if (framework?.Authority is not { } authority || clauses.IsEmpty)
        {
            _problems.Add(new Problem($"There is no framework or clause '{target}' with law in it."));
        }
        else if (match.Groups["day"].Success)
        {
            _text.Add($"framework WhatIfRepeals{_text.Count + 1} {{ authority {authority.Name} "
                + $"in force from {match.Groups["day"].Value} repeals {target} }}");
        }
        else if (clauses.Any(c => _workspace.Trees.All(t => t.File != c.Location.File)))
        {
            _problems.Add(new Problem($"'{target}' is law of the library, which can only be repealed from a day on: add 'since DATE'."));
        }
        else
        {
            _workspace = RepairFinder.Apply(
                _workspace, clauses.Select(c => new FileEdit(c.Location.File, new TextEdit(c.Whole.Span, string.Empty))));
        }
    }

    private void Withdraw(string spec)
    {
        Match since = Since.Match(spec);
        Match match = Shape.Match(since.Success ? spec.Substring(0, since.Index) : spec);
        if (!match.Success || match.Groups["rest"].Value.Trim().Length > 0)
        {
            Refuse($"'{spec}' is no withdrawal.", "PARTY FRAMEWORK [since DATE]");
            return;
        }

        string party = Party(match.Groups["first"].Value);
        string framework = match.Groups["second"].Value;
        CalendarDay? day = since.Success && CalendarDay.TryParse(since.Groups["day"].Value, out CalendarDay from) ? from : null;
        ImmutableArray<FileEdit> edits = new Membership(_workspace, framework, party).End(day);
        if (edits.IsEmpty)
        {
            _problems.Add(new Problem(
                $"'{party}' is no party to '{framework}' by an adoption or as a member of its bloc that these files state."));
            return;
        }

        _workspace = RepairFinder.Apply(_workspace, edits);
    }

    private string Party(string name)
    {
        if (!Parties.Contains(name))
        {
            Parties.Add(name);
        }

        return name;
    }

    private void Refuse(string message, string shape) => _problems.Add(new Problem($"{message} Write: {shape}."));
}
