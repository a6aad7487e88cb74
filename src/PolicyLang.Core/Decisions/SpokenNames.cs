using System.Text;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>
/// How the names of a case are said to a reader. What is made of words is said in them ("Service Provider"); places, organisations,
/// abbreviations and facts are said by their titles ("Germany", "Binding corporate rules", "a US court has issued a warrant …").
/// </summary>
/// <param name="model">What the names mean.</param>
internal sealed class SpokenNames(SemanticModel model)
{
    private readonly Dictionary<string, AttributeSymbol> _attributes =
        model.Attributes.GroupBy(a => a.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static readonly string[] Small =
        ["A", "An", "The", "There", "No", "Nobody", "Whoever", "Anyone", "Somebody", "Another", "Number"];

    /// <summary>The same case or change in words for a reader. What makes sentences of facts makes sentences of these too; they are of no
    /// other use.</summary>
    public CaseFacts Of(CaseFacts facts) => new([.. facts.Facts.Select(Of)]);

    /// <summary>A clause by its title, with its name behind it: "Binding corporate rules (GDPR.Art47)".</summary>
    public static string Of(ClauseSymbol clause) => Titled(clause.Title, clause.QualifiedName);

    /// <summary>A title, with the name that it is of behind it; the name alone where there is no title.</summary>
    public static string Titled(string? title, string name) => title is { Length: > 0 } ? $"{title} ({name})" : name;

    /// <summary>A clause by its qualified name, as <see cref="Of(ClauseSymbol)"/> says it; a name that no clause has as it is.</summary>
    public string OfClause(string name) => model.Clauses.FirstOrDefault(c => c.QualifiedName == name) is { } clause ? Of(clause) : name;

    /// <summary>A place, an organisation, a kind of data, a role …</summary>
    public static string Of(Symbol symbol) => symbol.Title is { Length: > 0 } title && IsSaidByTitle(symbol) ? InOrder(title)
        : Words(symbol.Name);

    /// <summary>Whether a fact is said by a sentence of its own.</summary>
    public bool HasSentence(string fact) => _attributes.TryGetValue(fact, out AttributeSymbol? found) && found.Title is { Length: > 0 };

    /// <summary>That a fact holds, or does not: "a US court has issued a warrant", "not explicit consent".</summary>
    public string Flag(string fact, bool holds) => CaseSentence.Aside(Of(new Fact(fact, new FlagValue(holds))));

    /// <summary>What a number counts.</summary>
    public string Quantity(string fact) => HasSentence(fact) ? Begin(_attributes[fact].Title ?? fact) : fact;

    /// <summary>What a clock counts from: "the event 'A breach has become known'".</summary>
    public string Event(string fact) => HasSentence(fact) ? $"the event '{_attributes[fact].Title}'" : Words(fact);

    private Fact Of(Fact fact)
    {
        AttributeSymbol? attribute = _attributes.TryGetValue(fact.Attribute, out AttributeSymbol? found) ? found : null;
        return fact.Value switch
        {
            FlagValue flag => Sentence(attribute, fact.Attribute, flag.Value),
            CountValue or HalvedValue when ClockNames.Parse(fact.Attribute) is { Event: { } started } clock =>
                fact with { Attribute = ClockNames.Name(clock.Kind, Event(started)) },
            CountValue or HalvedValue when fact.Attribute != BuiltInAttributes.Elapsed && attribute?.Title is { } title =>
                fact with { Attribute = Begin(title) },
            NodeValue node => fact with { Value = new NodeValue(Name(attribute, node.Name)) },
            SetValue set => fact with { Value = new SetValue([.. set.Names.Select(name => Name(attribute, name))]) },
            _ => fact,
        };
    }

    private static Fact Sentence(AttributeSymbol? attribute, string name, bool holds) => attribute?.Title is { Length: > 0 } title
        ? new Fact($"{(holds ? string.Empty : "it is not so that ")}{Begin(title)}", new FlagValue(true))
        : new Fact(Words(name), new FlagValue(holds));

    private string Name(AttributeSymbol? attribute, string name) =>
        attribute?.Taxonomy?.Find(name) is { } node ? Of(node)
        : model.Blocs.FirstOrDefault(b => b.Name == name) is { } bloc && attribute?.Taxonomy?.IsJurisdictions == true ? Of(bloc)
        : model.Organisations.FirstOrDefault(o => o.Name == name) is { } organisation ? Of(organisation)
        : name;

    private static bool IsSaidByTitle(Symbol symbol) => symbol is not NodeSymbol node || node.Taxonomy.IsJurisdictions
        || node.Taxonomy.IsOrganisations || !symbol.Name.Any(char.IsLower);

    // A title that begins a sentence goes on within one.
    private static string Begin(string title) => Small.Any(word => title.StartsWith(word + " ", StringComparison.Ordinal))
        ? char.ToLowerInvariant(title[0]) + title.Substring(1)
        : title;

    // "Korea, Republic of" is how an index has it.
    private static string InOrder(string title)
    {
        int comma = title.IndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && (title.EndsWith(" of", StringComparison.Ordinal) || title.EndsWith(" of the", StringComparison.Ordinal))
            ? $"{title.Substring(comma + 2)} {title.Substring(0, comma)}"
            : title;
    }

    // "ServiceProvider" is two words, "StandardContractCN" three.
    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = i > 0 && char.IsUpper(name[i])
                && (char.IsLower(name[i - 1]) || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
            words.Append(begins ? " " : string.Empty).Append(name[i] == '_' ? ' ' : name[i]);
        }

        return words.ToString();
    }
}
