using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyLang.Runtime;
using PolicyLang.Semantics;

namespace PolicyLang;

/// <summary>
/// One act in one situation, as typed facts. What is left out counts as neutral: nobody, none, false, 0. The attributes of every
/// vocabulary are properties; any other is written <c>["us_warrant"] = true</c>. In JSON it is the object that <c>policyc decide --case</c>
/// takes. Two are equal where they state the same.
/// </summary>
[JsonConverter(typeof(PolicyCaseConverter))]
public sealed record PolicyCase
{
    private ImmutableSortedDictionary<string, PolicyFact> _facts =
        ImmutableSortedDictionary.Create<string, PolicyFact>(StringComparer.Ordinal);

    /// <summary>Everything that it states, sorted by attribute.</summary>
    public IReadOnlyDictionary<string, PolicyFact> Facts => _facts;

    /// <summary>The day of the act; always needed.</summary>
    public DateOnly? Date
    {
        get => Single(BuiltInAttributes.Date) is { } day
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                ? date
                : null;
        init => this[BuiltInAttributes.Date] = value is { } day ? (PolicyFact)day : null;
    }

    /// <summary>The roles of whoever acts.</summary>
    public IReadOnlyList<string> Actor
    {
        get => Many(BuiltInAttributes.Actor);
        init => this[BuiltInAttributes.Actor] = PolicyFact.Set(value);
    }

    /// <summary>The organisation that acts. Where the files declare one alone, it is taken if nothing is said.</summary>
    public string? Organisation { get => Single(BuiltInAttributes.Organisation); init => this[BuiltInAttributes.Organisation] = value; }

    /// <summary>Where the actor is established.</summary>
    public IReadOnlyList<string> Home
    {
        get => Many(BuiltInAttributes.Home);
        init => this[BuiltInAttributes.Home] = PolicyFact.Set(value);
    }

    /// <summary>What is done, such as <c>transfer</c>; always needed.</summary>
    public string? Action { get => Single(BuiltInAttributes.Action); init => this[BuiltInAttributes.Action] = value; }

    /// <summary>The kind of data concerned.</summary>
    public string? Data { get => Single(BuiltInAttributes.Data); init => this[BuiltInAttributes.Data] = value; }

    /// <summary>Where the data are sent from.</summary>
    public string? Origin { get => Single(BuiltInAttributes.Origin); init => this[BuiltInAttributes.Origin] = value; }

    /// <summary>Where the data go.</summary>
    public string? Destination { get => Single(BuiltInAttributes.Destination); init => this[BuiltInAttributes.Destination] = value; }

    /// <summary>Where the data are kept, processed or reached.</summary>
    public string? Location { get => Single(BuiltInAttributes.Location); init => this[BuiltInAttributes.Location] = value; }

    /// <summary>The role of whoever receives the data.</summary>
    public string? Recipient { get => Single(BuiltInAttributes.Recipient); init => this[BuiltInAttributes.Recipient] = value; }

    /// <summary>Why it is done.</summary>
    public string? Purpose { get => Single(BuiltInAttributes.Purpose); init => this[BuiltInAttributes.Purpose] = value; }

    /// <summary>The safeguards in place.</summary>
    public IReadOnlyList<string> Safeguards
    {
        get => Many(BuiltInAttributes.Safeguards);
        init => this[BuiltInAttributes.Safeguards] = PolicyFact.Set(value);
    }

    /// <summary>The value of any attribute, by its name in the policy files; null where nothing is stated.</summary>
    /// <param name="attribute">The name, such as <c>us_warrant</c> or <c>months_since_breach</c>.</param>
    public PolicyFact? this[string attribute]
    {
        get => _facts.GetValueOrDefault(attribute);
        init => _facts = value is null ? _facts.Remove(attribute) : _facts.SetItem(attribute, value);
    }

    /// <summary>Reads a case from JSON: the object that <c>policyc decide --case</c> takes and that witnesses are.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">It is not such an object.</exception>
    public static PolicyCase Parse(string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        PolicyCase read = PolicyCaseConverter.ReadCase(ref reader);
        return reader.Read() ? throw new JsonException("There is more after the end of the case.") : read;
    }

    /// <summary>The same case with another value of one attribute.</summary>
    /// <param name="attribute">The name of the attribute in the policy files.</param>
    /// <param name="value">The value; null to state nothing.</param>
    public PolicyCase With(string attribute, PolicyFact? value) =>
        new() { _facts = value is null ? _facts.Remove(attribute) : _facts.SetItem(attribute, value) };

    /// <summary>The case as it is after a way to comply.</summary>
    /// <param name="way">A way that a decision about this case told.</param>
    public PolicyCase With(WayToComply way)
    {
        PolicyCase changed = this;
        foreach (CaseChange change in way.Changes)
        {
            changed = changed.With(change.Attribute, PolicyCaseFacts.FactOf(change));
        }

        return changed;
    }

    /// <summary>Whether they state the same.</summary>
    /// <param name="other">Another case.</param>
    public bool Equals(PolicyCase? other) => other is not null && _facts.SequenceEqual(other._facts);

    /// <summary>A hash code of what it states.</summary>
    public override int GetHashCode() => _facts.Aggregate(0, (all, fact) => HashCode.Combine(all, fact.Key, fact.Value));

    /// <summary>The case as JSON, in one line.</summary>
    public override string ToString() => PolicyCaseConverter.Write(this);

    private string? Single(string attribute) => this[attribute] is { Values: [var only] } ? only : null;

    private IReadOnlyList<string> Many(string attribute) => this[attribute]?.Values ?? [];
}
