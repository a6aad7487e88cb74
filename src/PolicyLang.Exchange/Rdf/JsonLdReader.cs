using System.Globalization;
using PolicyLang.Projects;
using PolicyLang.Text;

namespace PolicyLang.Exchange.Rdf;

/// <summary>
/// Reads the part of JSON-LD that policies are written in: contexts of terms, prefixes, <c>@vocab</c>, <c>@base</c> and type coercion;
/// nodes, values, lists, sets and graphs. Contexts are not fetched: that of ODRL 2.2 is known, others are named. Not read, and named:
/// scoped and imported contexts, <c>@reverse</c>, <c>@nest</c>, <c>@included</c>, <c>@json</c>, containers but sets and lists.
/// </summary>
internal sealed class JsonLdReader
{
    private static readonly Lazy<JsonLdContext> Odrl = new(() => Known("odrl"));

    private readonly List<Triple> _triples = [];
    private readonly List<RdfNote> _notes = [];
    private readonly SourceText _text;
    private int _blanks;

    private JsonLdReader(string text) => _text = new SourceText(text);

    /// <summary>What a document states.</summary>
    /// <exception cref="RdfException">It is no JSON.</exception>
    public static RdfGraph Read(string text)
    {
        var reader = new JsonLdReader(text);
        JsonValue document;
        try
        {
            document = JsonParser.Parse(text);
        }
        catch (JsonException exception)
        {
            LinePosition at = reader._text.PositionOf(exception.Span.Start);
            throw new RdfException($"{at.Line + 1}:{at.Character + 1}", $"This is no JSON: {exception.Message}", exception.Help);
        }

        // Policies without a context are common; what they mean is plain.
        bool isBare = document is JsonObject root && root.Members.All(m => m.Name.Value != "@context");
        if (isBare)
        {
            reader.Note("context", "There is no @context; that of ODRL 2.2 is taken.", document, string.Empty);
        }

        foreach (JsonValue value in document is JsonList list ? list.Items : [document])
        {
            reader.Value(value, isBare ? Odrl.Value : JsonLdContext.Empty, new JsonLdTerm("@graph", null, false), string.Empty);
        }

        return new RdfGraph([.. reader._triples], [.. reader._notes]);
    }

    private static JsonLdContext Known(string name)
    {
        using Stream stream = typeof(JsonLdReader).Assembly.GetManifestResourceStream($"context/{name}.json")
            ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        var document = (JsonObject)JsonParser.Parse(reader.ReadToEnd());
        return JsonLdContext.Empty.With((JsonObject)document.Members[0].Value, _ => { });
    }

    private JsonLdContext Context(JsonValue value, JsonLdContext context, string path)
    {
        switch (value)
        {
            case JsonList list:
                return list.Items.Aggregate(context, (all, item) => Context(item, all, path));
            case JsonText { Value: var address }:
                bool isOdrl = address.Contains("/ns/odrl", StringComparison.Ordinal) || address.Contains("w3id.org/dspace/",
                    StringComparison.Ordinal);
                if (!isOdrl)
                {
                    Note("context", $"The context '{address}' is not read: contexts are not fetched. Its terms mean nothing here.",
                        value, path);
                }

                return isOdrl ? context.With(Odrl.Value) : context;
            case JsonObject definitions:
                return context.With(definitions, m => Note("json-ld", $"'{m.Name.Value}' in a context is not read.", m.Value, path));
            default:
                return JsonLdContext.Empty;
        }
    }

    // The terms that a value of a key stands for.
    private IEnumerable<RdfTerm> Value(JsonValue value, JsonLdContext context, JsonLdTerm term, string path)
    {
        switch (value)
        {
            case JsonList list when term.IsList:
                return [List(list.Items, context, term with { IsList = false }, path)];
            case JsonList list:
                return [.. list.Items.SelectMany((item, i) => Value(item, context, term, $"{path}[{i}]"))];
            case JsonObject node:
                return Object(node, context, term, path) is { } one ? [one] : [];
            case JsonText text:
                return [Text(text.Value, context, term)];
            case JsonLiteral literal:
                return Scalar(_text.Content.Substring(literal.Span.Start, literal.Span.Length), term) is { } scalar ? [scalar] : [];
            default:
                return [];
        }
    }

    private RdfTerm? Object(JsonObject node, JsonLdContext context, JsonLdTerm term, string path)
    {
        foreach (JsonMember member in node.Members.Where(m => m.Name.Value == "@context"))
        {
            context = Context(member.Value, context, path);
        }

        (JsonMember Member, string Key)[] members =
            [.. node.Members.Where(m => m.Name.Value != "@context").Select(m => (m, context.Expand(m.Name.Value, asTerm: true)))];
        if (Find("@value") is { } value)
        {
            return ValueObject(value, context, Find("@type"), Find("@language"));
        }

        if (Find("@list") is { } list)
        {
            return List(list is JsonList items ? items.Items : [list], context, term with { IsList = false }, $"{path}.@list");
        }

        if (Find("@set") is { } set)
        {
            return Value(set, context, term, path).FirstOrDefault();
        }

        RdfTerm subject = Find("@id") is JsonText id ? Resource(context.Expand(id.Value, asTerm: false)) : New();
        foreach ((JsonMember member, string key) in members)
        {
            Member(subject, member, key, context, path.Length == 0 ? member.Name.Value : $"{path}.{member.Name.Value}");
        }

        return subject;

        JsonValue? Find(string keyword) => members.FirstOrDefault(m => m.Key == keyword).Member?.Value;
    }

    private void Member(RdfTerm subject, JsonMember member, string key, JsonLdContext context, string path)
    {
        switch (key)
        {
            case "@id":
                break;
            case "@type":
                foreach (JsonText type in (member.Value is JsonList types ? types.Items : [member.Value]).OfType<JsonText>())
                {
                    Add(subject, Names.Type, Resource(context.Expand(type.Value, asTerm: true)), type, path);
                }

                break;
            case "@graph":
                foreach (JsonValue value in member.Value is JsonList graph ? graph.Items : [member.Value])
                {
                    _ = Value(value, context, new JsonLdTerm("@graph", null, false), path);
                }

                break;
            case ['@', ..]:
                Note("json-ld", $"'{key}' is not read.", member.Value, path);
                break;
            case var _ when !key.Contains(':', StringComparison.Ordinal):
                Note("member", $"'{member.Name.Value}' means nothing in the context, and is left out.", member.Name, path);
                break;
            default:
                foreach (RdfTerm value in Value(member.Value, context, context.Term(member.Name.Value)
                    ?? new JsonLdTerm(key, null, false), path))
                {
                    Add(subject, key, value, member.Value, path);
                }

                break;
        }
    }

    private Literal? ValueObject(JsonValue value, JsonLdContext context, JsonValue? type, JsonValue? language)
    {
        JsonLdTerm term = new(null, type is JsonText named ? context.Expand(named.Value, asTerm: true) : null, false);
        return value switch
        {
            JsonText text when language is JsonText { Value: var said } => new Literal(text.Value, Names.LanguageText, said),
            JsonText text => new Literal(text.Value, term.Type ?? Names.Text),
            JsonLiteral literal => Scalar(_text.Content.Substring(literal.Span.Start, literal.Span.Length), term),
            _ => null,
        };
    }

    private RdfTerm List(IReadOnlyList<JsonValue> items, JsonLdContext context, JsonLdTerm term, string path)
    {
        var all = items.SelectMany((item, i) => Value(item, context, term, $"{path}[{i}]").Select(v => (Item: item, Value: v))).ToList();
        RdfTerm rest = new Iri(Names.Nil);
        for (int i = all.Count - 1; i >= 0; i--)
        {
            Blank cell = New();
            Add(cell, Names.First, all[i].Value, all[i].Item, path);
            Add(cell, Names.Rest, rest, all[i].Item, path);
            rest = cell;
        }

        return rest;
    }

    private static RdfTerm Text(string text, JsonLdContext context, JsonLdTerm term) => term.Type switch
    {
        "@id" => Resource(context.Expand(text, asTerm: false)),
        "@vocab" => Resource(context.Expand(text, asTerm: true)),
        { } type => new Literal(text, type),
        null when context.Language is { } language => new Literal(text, Names.LanguageText, language),
        null => new Literal(text, Names.Text),
    };

    private static Literal? Scalar(string text, JsonLdTerm term)
    {
        if (text is "null")
        {
            return null;
        }

        if (text is "true" or "false")
        {
            return new Literal(text, term.Type is { } type && type[0] != '@' ? type : Names.Boolean);
        }

        double number = double.Parse(text, CultureInfo.InvariantCulture);
        bool isWhole = number == Math.Floor(number) && Math.Abs(number) < 1e21;
        string? own = term.Type is { } coerced && coerced[0] != '@' ? coerced : null;
        return isWhole && own != Names.Double
            ? new Literal(text.All(c => char.IsAsciiDigit(c) || c == '-') ? text : number.ToString("F0", CultureInfo.InvariantCulture),
                own ?? Names.Integer)
            : new Literal(Canonical(number), own ?? Names.Double);
    }

    // As XML Schema writes doubles: one digit before the point.
    private static string Canonical(double number)
    {
        string[] parts = number.ToString("E15", CultureInfo.InvariantCulture).Split('E');
        string digits = parts[0].TrimEnd('0');
        return $"{(digits.EndsWith('.') ? digits + "0" : digits)}E{int.Parse(parts[1], CultureInfo.InvariantCulture)}";
    }

    private static RdfTerm Resource(string iri) =>
        iri.StartsWith("_:", StringComparison.Ordinal) ? new Blank($"n{iri[2..]}") : new Iri(iri);

    private Blank New() => new($"b{_blanks++}");

    private void Add(RdfTerm subject, string predicate, RdfTerm value, JsonValue place, string path) =>
        _triples.Add(new Triple(subject, predicate, value, Place(place, path)));

    private void Note(string kind, string message, JsonValue place, string path) => _notes.Add(new RdfNote(kind, message, Place(place,
        path)));

    private string Place(JsonValue value, string path)
    {
        LinePosition at = _text.PositionOf(value.Span.Start);
        return $"{at.Line + 1}:{at.Character + 1}{(path.Length == 0 ? string.Empty : " " + path)}";
    }
}
