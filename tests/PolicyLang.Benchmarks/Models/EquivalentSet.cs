using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Benchmarks.Models;

/// <summary>
/// Clauses that PolicyLang and Cedar can both say, and cases for them: permissions and prohibitions of one legal order on roles, kinds of data
/// without sub-kinds, places, purposes, flags and a count, with no precedence between them. Cedar allows exactly what PolicyLang permits: some
/// permission applies and no prohibition does.
/// </summary>
internal sealed class EquivalentSet
{
    private const int PerFramework = 20;

    private static readonly string[] Flags = ["explicit_consent", "court_order", "emergency", "occasional", "business_need", "mlat_request"];
    private static readonly string[] FlagProperties = ["ExplicitConsent", "CourtOrder", "Emergency", "Occasional", "BusinessNeed", "MlatRequest"];
    private static readonly long[] Counts = [100, 1_000, 10_000, 100_000];

    private readonly string[] _places;
    private readonly string[] _data;
    private readonly string[] _roles;
    private readonly string[] _purposes;
    private readonly List<Clause> _clauses = [];
    private readonly Random _random = new(7);

    public EquivalentSet(int clauses, int cases)
    {
        _places = [.. Leaves("origin").Where(p => p.Length == 2).Take(150)];
        _data = [.. Leaves("data").Take(15)];
        _roles = [.. Leaves("actor").Take(8)];
        _purposes = [.. Leaves("purpose").Take(10)];
        for (int i = 0; i < clauses; i++)
        {
            _clauses.Add(new Clause(_random.Next(10) < 7, Pick(_roles, 1)[0], Pick(_data, 3), Pick(_places, 3), Pick(_places, 4), Pick(_purposes, 2), _random.Next(Flags.Length), _random.Next(Counts.Length), _random.Next(8)));
        }

        Cases = [.. Enumerable.Range(0, cases).Select(_ => NextCase())];
    }

    public ImmutableArray<Situation> Cases { get; }

    /// <summary>The workspace; only what clauses say themselves decides between them.</summary>
    public Workspace Workspace()
    {
        var files = new List<KeyValuePair<string, string>>();
        for (int i = 0; i < _clauses.Count; i += PerFramework)
        {
            var text = new StringBuilder($"framework Law{i / PerFramework} {{\n  authority EU\n  in force from 2020-01-01\n");
            for (int j = i; j < Math.Min(i + PerFramework, _clauses.Count); j++)
            {
                text.Append(CultureInfo.InvariantCulture, $"  transfer C{j} {{ {_clauses[j].ToPolicy()} }}\n");
            }

            files.Add(new($"law{i / PerFramework:D4}.policy", text.Append("}\n").ToString()));
        }

        return Workspaces.Workspace.Empty.With(WorkspaceSettings.Default with { Principles = [Principle.Explicit] }).With(files);
    }

    /// <summary>The same clauses for Cedar.</summary>
    public string Cedar() => string.Concat(_clauses.Select(c => c.ToCedar()));

    private static IEnumerable<string> Leaves(string attribute) =>
        Workspaces.Workspace.Empty.Model.Attribute(attribute)?.Taxonomy?.Nodes.Where(n => n.Children.Count == 0).Select(n => n.Name) ?? [];

    private string[] Pick(string[] from, int most) => [.. Enumerable.Range(0, 1 + _random.Next(most)).Select(_ => from[_random.Next(from.Length)]).Distinct()];

    // Near some clause, so that not all answers are the same: each value is the clause's own or any other.
    private Situation NextCase()
    {
        Clause near = _clauses[_random.Next(_clauses.Count)];
        string Near(string[] own, string[] all) => _random.Next(8) > 0 ? own[_random.Next(own.Length)] : all[_random.Next(all.Length)];
        return new Situation(
            Near([near.Role], _roles), Near(near.Data, _data), Near(near.Origins, _places), Near(near.Destinations, _places), Near(near.Purposes, _purposes),
            [.. Flags.Select((_, i) => i == near.Flag || _random.Next(3) == 0)],
            _random.Next(2) == 0 ? Counts[near.Count] : _random.Next(200_000));
    }

    /// <param name="Conditions">Which conditions it has, as bits: purpose, flag, count.</param>
    private sealed record Clause(bool Permits, string Role, string[] Data, string[] Origins, string[] Destinations, string[] Purposes, int Flag, int Count, int Conditions)
    {
        public string ToPolicy()
        {
            string purpose = (Conditions & 1) != 0 ? $" for {string.Join(", ", Purposes)}" : string.Empty;
            string flag = (Conditions & 2) != 0 ? $" when {Flags[Flag]}" : string.Empty;
            string count = (Conditions & 4) != 0 ? $" when subjects >= {Counts[Count]}" : string.Empty;
            return $"{Role} {(Permits ? "may" : "must not")} transfer {string.Join(", ", Data)} from {string.Join(", ", Origins)} to {string.Join(", ", Destinations)}{purpose}{flag}{count}";
        }

        public string ToCedar()
        {
            List<string> conditions =
            [
                $"context.actor.contains(\"{Role}\")", $"{Set(Data)}.contains(context.data)", $"{Set(Origins)}.contains(context.origin)", $"{Set(Destinations)}.contains(context.destination)",
            ];
            if ((Conditions & 1) != 0)
            {
                conditions.Add($"{Set(Purposes)}.contains(context.purpose)");
            }

            if ((Conditions & 2) != 0)
            {
                conditions.Add($"context.{Flags[Flag]}");
            }

            if ((Conditions & 4) != 0)
            {
                conditions.Add($"context.subjects >= {Counts[Count]}");
            }

            return $"{(Permits ? "permit" : "forbid")} (principal, action == Action::\"transfer\", resource) when {{ {string.Join(" && ", conditions)} }};\n";
        }

        private static string Set(string[] names) => "[" + string.Join(", ", names.Select(n => $"\"{n}\"")) + "]";
    }

    /// <summary>A case in every form.</summary>
    internal sealed record Situation(string Role, string Data, string Origin, string Destination, string Purpose, ImmutableArray<bool> FlagValues, long Subjects)
    {
        public IEnumerable<RawFact> Facts() =>
        [
            new("date", ["2024-01-01"]), new("actor", [Role]), new("action", ["transfer"]), new("data", [Data]), new("origin", [Origin]), new("destination", [Destination]), new("purpose", [Purpose]),
            new("subjects", [Subjects.ToString(CultureInfo.InvariantCulture)]), .. Flags.Select((f, i) => new RawFact(f, [FlagValues[i] ? "true" : "false"])),
        ];

        /// <param name="has">Whether the generated case has a property.</param>
        public string ToCSharp(Func<string, bool> has)
        {
            IEnumerable<(string Name, string Value)> all =
            [
                ("Actor", $"Roles.{Role}"), ("Action", "ActionKind.Transfer"), ("Data", $"Data.{Data}"), ("Origin", $"Jurisdiction.{Origin}"), ("Destination", $"Jurisdiction.{Destination}"),
                ("Purpose", $"Purpose.{Purpose}"), ("Subjects", Subjects.ToString(CultureInfo.InvariantCulture)),
                .. FlagProperties.Select((p, i) => (p, FlagValues[i] ? "true" : "false")),
            ];
            return $"new Case {{ Date = new(2024, 1, 1), {string.Join(", ", all.Where(p => has(p.Name)).Select(p => $"{p.Name} = {p.Value}"))} }}";
        }

        public void WriteJson(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteStartArray("actor");
            json.WriteStringValue(Role);
            json.WriteEndArray();
            json.WriteString("data", Data);
            json.WriteString("origin", Origin);
            json.WriteString("destination", Destination);
            json.WriteString("purpose", Purpose);
            json.WriteNumber("subjects", Subjects);
            for (int i = 0; i < Flags.Length; i++)
            {
                json.WriteBoolean(Flags[i], FlagValues[i]);
            }

            json.WriteEndObject();
        }
    }
}
