using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PolicyLang.Text;

namespace PolicyLang.Runtime.Json;

/// <summary>Reads the values of a case from JSON. Every mistake gets one sentence that says what to write instead.</summary>
internal sealed class CaseJsonReader
{
    private readonly CaseModel _model;
    private readonly EventFacts _events;
    private readonly List<CaseProblem> _problems = [];
    private readonly long[] _values;

    public CaseJsonReader(CaseModel model)
    {
        _model = model;
        _events = new EventFacts(model);
        _values = new long[model.Slots];
        foreach (CaseAttribute attribute in model.Attributes)
        {
            _values[attribute.Slot] = attribute.Neutral;
        }
    }

    /// <summary>After reading: what is wrong.</summary>
    public IReadOnlyList<CaseProblem> Problems => _problems;

    /// <summary>The values, by slot; of no use where there are problems.</summary>
    public long[] Read(JsonElement act)
    {
        if (act.ValueKind != JsonValueKind.Object)
        {
            Add(CaseProblemKind.Malformed, string.Empty,
                "A case is a JSON object such as { \"date\": \"2024-03-01\", \"actor\": [\"Exporter\"] }.");
            return _values;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in act.EnumerateObject())
        {
            if (!seen.Add(member.Name))
            {
                Add(CaseProblemKind.Malformed, member.Name, $"'{member.Name}' is stated twice; state it once.");
            }
            else if (Texts(member) is { } texts)
            {
                ReadFact(member.Name, texts);
            }
        }

        if (_problems.Count == 0 && _model.Find(CaseModel.Date) is { } date && _values[date.Slot] > 0)
        {
            _problems.AddRange(_events.Fill(_values, DateOnly.FromDayNumber((int)_values[date.Slot])));
        }

        return _values;
    }

    private List<string>? Texts(JsonProperty member)
    {
        var texts = new List<string>();
        foreach (JsonElement value in Elements(member.Value))
        {
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array)
            {
                Add(CaseProblemKind.UnknownValue, member.Name,
                    $"The value of '{member.Name}' is a text, a number, true, false, or a list of texts; leave out what is not known.");
                return null;
            }

            texts.Add(value.ValueKind == JsonValueKind.String ? value.GetString() ?? string.Empty : value.GetRawText());
        }

        return texts;
    }

    private static IEnumerable<JsonElement> Elements(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private void ReadFact(string name, List<string> texts)
    {
        if (_model.Find(name) is { } attribute)
        {
            ReadAttribute(attribute, texts);
        }
        else if (_events.IsTold(name))
        {
            if (One(name, texts) is { } text && !_events.TryRecord(name, text))
            {
                Add(CaseProblemKind.UnknownValue, name, EventFacts.Help(name, text));
            }
        }
        else if (!_model.Idle.Contains(name, StringComparer.Ordinal))
        {
            string? nearest = NearestName.Find(name, _model.Attributes.Select(a => a.Name).Concat(_model.Idle));
            Add(CaseProblemKind.UnknownAttribute, name, $"There is no attribute '{name}'{Suggest(nearest)}");
        }
    }

    private void ReadAttribute(CaseAttribute attribute, List<string> texts)
    {
        if (attribute.Kind == AttributeKind.NodeSet)
        {
            foreach (string element in texts)
            {
                if (Node(attribute, element) is >= 0 and var node)
                {
                    _values[attribute.Slot + (node / 64)] |= 1L << (node % 64);
                }
            }
        }
        else if (One(attribute.Name, texts) is { } text)
        {
            ReadValue(attribute, text);
        }
    }

    private void ReadValue(CaseAttribute attribute, string text)
    {
        string name = attribute.Name;
        ref long value = ref _values[attribute.Slot];
        switch (attribute.Kind)
        {
            case AttributeKind.Flag when text is "true" or "false":
                value = text == "true" ? 1 : 0;
                break;
            case AttributeKind.Flag:
                Add(CaseProblemKind.UnknownValue, name, $"'{text}' is not a value of the flag '{name}'; write true or false.");
                break;
            case AttributeKind.Date when TryDay(text, out long day):
                value = day;
                break;
            case AttributeKind.Date:
                Add(CaseProblemKind.UnknownValue, name,
                    $"'{text}' is not a date for '{name}'; write it as YYYY-MM-DD, for example 2025-01-31.");
                break;
            case AttributeKind.Node:
                value = Node(attribute, text) + 1;
                break;
            case AttributeKind.Count when CaseModel.TryNumber(text, halves: false, out long count):
            case AttributeKind.HalfCount when CaseModel.TryNumber(text, halves: true, out count):
                value = count;
                _events.TryRecord(name, text);
                break;
            case AttributeKind.Count:
            case AttributeKind.HalfCount:
                Add(CaseProblemKind.UnknownValue, name, EventFacts.Help(name, text));
                break;
            case AttributeKind.NodeSet:
            default:
                throw new UnreachableException();
        }
    }

    private int Node(CaseAttribute attribute, string text)
    {
        TaxonomyModel nodes = attribute.Taxonomy ?? throw new InvalidOperationException(attribute.Name);
        int node = nodes.Find(text);
        if (node < 0)
        {
            Add(CaseProblemKind.UnknownValue, attribute.Name,
                $"There is no {nodes.Name} '{text}' for '{attribute.Name}'{Suggest(NearestName.Find(text, nodes.Names))}");
        }

        return node;
    }

    private string? One(string name, List<string> texts)
    {
        if (texts.Count == 1)
        {
            return texts[0];
        }

        Add(CaseProblemKind.UnknownValue, name, $"'{name}' takes exactly one value, not {texts.Count}.");
        return null;
    }

    internal static bool TryDay(string text, out long day)
    {
        bool ok = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
        day = date.DayNumber;
        return ok;
    }

    private static string Suggest(string? nearest) => nearest is null ? "." : $"; did you mean '{nearest}'?";

    private void Add(CaseProblemKind kind, string attribute, string message) =>
        _problems.Add(new CaseProblem(kind, attribute, message));
}
