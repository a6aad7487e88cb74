using System.Text.Json;
using PolicyLang.Cli.Reporters;
using PolicyLang.Conflicts;

namespace PolicyLang.Cli.Inputs;

/// <summary>What an earlier <c>check --format json</c> found. Conflicts are matched by code, clauses and party, other findings by code and
/// message; places do not count.</summary>
internal sealed class BaselineFile
{
    private readonly Dictionary<string, HashSet<string>> _conflicts = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, int> _others = new(StringComparer.Ordinal);

    /// <summary>Reads one.</summary>
    /// <exception cref="InputException">It cannot be read, or is no output of check.</exception>
    public static BaselineFile Read(string argument, CommandHost host)
    {
        string full = host.FullPath(argument);
        string text = File.Exists(full) ? PolicyFileReader.Read(full, argument) : throw PathArgument.Missing(argument, full, host);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            var baseline = new BaselineFile();
            baseline.Read(document.RootElement);
            return baseline;
        }
        catch (JsonException exception)
        {
            throw Unusable($"{argument}:{JsonPlace.Locate(exception)}: this is no JSON.");
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw Unusable($"'{argument}' is no output of 'policyc check --format json'.");
        }
    }

    /// <summary>Parts what is found into what is new and what the baseline has, and says what of that is gone.</summary>
    public ComparedReport Compare(Report report)
    {
        var found = new Dictionary<string, int>(_others, StringComparer.Ordinal);
        var fresh = ImmutableArray.CreateBuilder<Finding>();
        foreach (Finding finding in report.Findings)
        {
            // What hides rules hides conflicts, too.
            bool known = finding.Conflict is { } conflict ? IsKnown(conflict) : Take(found, Key(finding)) && !finding.Diagnostic.HidesRules;
            if (!known)
            {
                fresh.Add(finding);
            }
        }

        ImmutableArray<string> gone =
        [
            .. _order.SelectMany(fingerprint => Gone(fingerprint, report.Conflicts)),
            .. found.Where(f => f.Value > 0).Select(f => f.Key).Order(StringComparer.Ordinal),
        ];
        return new ComparedReport(
            new Report(report.Files, report.Clauses, fresh.ToImmutable(), [.. report.Conflicts.Where(c => !IsKnown(c))]),
            new BaselineComparison(report.Findings.Length - fresh.Count, gone));
    }

    private static bool Take(Dictionary<string, int> found, string key)
    {
        bool known = found.TryGetValue(key, out int count) && count > 0;
        if (known)
        {
            found[key] = count - 1;
        }

        return known;
    }

    private bool IsKnown(Conflict conflict) =>
        _conflicts.TryGetValue(conflict.Fingerprint, out HashSet<string>? parties) && conflict.Parties.All(p => parties.Contains(p.Party));

    // The whole conflict, or the parties that it no longer concerns.
    private IEnumerable<string> Gone(string fingerprint, ImmutableArray<Conflict> conflicts)
    {
        HashSet<string> parties = _conflicts[fingerprint];
        Conflict? now = conflicts.FirstOrDefault(c => c.Fingerprint == fingerprint);
        string[] left = [.. parties.Except(now?.Parties.Select(p => p.Party) ?? []).Order(StringComparer.Ordinal)];
        if (now is null || left.Length > 0)
        {
            int colon = fingerprint.IndexOf(':', StringComparison.Ordinal);
            string clauses = fingerprint[(colon + 1)..].Replace("+", " + ", StringComparison.Ordinal);
            string of = left.Length == 0 ? string.Empty : $" ({string.Join(", ", left)})";
            yield return $"{fingerprint[..colon]} {clauses}{of}";
        }
    }

    private static string Key(Finding finding) => $"{finding.Diagnostic.Code} {finding.Diagnostic.Message}";

    private void Read(JsonElement root)
    {
        var ofConflicts = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement conflict in root.GetProperty("conflicts").EnumerateArray())
        {
            string code = conflict.GetProperty("code").GetString() ?? string.Empty;
            string fingerprint = $"{code}:{string.Join("+", conflict.GetProperty("clauses").EnumerateArray().Select(c => c.GetString()))}";
            if (_conflicts.TryAdd(fingerprint, new HashSet<string>(StringComparer.Ordinal)))
            {
                _order.Add(fingerprint);
            }

            _conflicts[fingerprint].UnionWith(
                conflict.GetProperty("parties").EnumerateArray().Select(p => p.GetProperty("party").GetString() ?? string.Empty));
            ofConflicts.Add($"{code} {conflict.GetProperty("message").GetString()}");
        }

        foreach (JsonElement finding in root.GetProperty("diagnostics").EnumerateArray())
        {
            string key = $"{finding.GetProperty("code").GetString()} {finding.GetProperty("message").GetString()}";
            if (!ofConflicts.Contains(key))
            {
                _others[key] = _others.GetValueOrDefault(key) + 1;
            }
        }
    }

    private static InputException Unusable(string message) => new(new InputProblem(
        ProjectDiagnostics.BadBaseline, message, "Write one with 'policyc check --format json > baseline.json'."));
}

/// <summary>What is left of a report beside a baseline.</summary>
/// <param name="Report">What is new.</param>
/// <param name="Baseline">How the rest compares.</param>
internal sealed record ComparedReport(Report Report, BaselineComparison Baseline);
