using PolicyLang.Projects;

namespace PolicyLang.Exchange.Rdf;

/// <summary>How a JSON-LD context reads a key.</summary>
/// <param name="Iri">What it means: an IRI or a keyword; null where it is to be ignored.</param>
/// <param name="Type">How texts are read: <c>@id</c>, <c>@vocab</c> or the IRI of a datatype; null for texts.</param>
/// <param name="IsList">Whether its values are a list.</param>
internal sealed record JsonLdTerm(string? Iri, string? Type, bool IsList);

/// <summary>The terms that are known at a place of a JSON-LD document.</summary>
internal sealed class JsonLdContext
{
    private readonly ImmutableDictionary<string, JsonLdTerm> _terms;

    private JsonLdContext(ImmutableDictionary<string, JsonLdTerm> terms) => _terms = terms;

    /// <summary>No terms.</summary>
    public static JsonLdContext Empty { get; } = new(ImmutableDictionary.Create<string, JsonLdTerm>(StringComparer.Ordinal));

    /// <summary>Before names that are no term; null where there is none.</summary>
    public string? Vocab { get; private init; }

    /// <summary>Against what relative IRIs are resolved; null where there is none.</summary>
    public string? Base { get; private init; }

    /// <summary>The language of texts; null where none is said.</summary>
    public string? Language { get; private init; }

    /// <summary>How a key is read; null where it is no term.</summary>
    public JsonLdTerm? Term(string key) => _terms.GetValueOrDefault(key);

    /// <summary>The same with the terms of another.</summary>
    public JsonLdContext With(JsonLdContext other) => new(_terms.SetItems(other._terms))
    {
        Vocab = other.Vocab ?? Vocab,
        Base = other.Base ?? Base,
        Language = other.Language ?? Language,
    };

    /// <summary>The same with the definitions of an object.</summary>
    /// <param name="definitions">The object.</param>
    /// <param name="unread">Is told what is not read.</param>
    public JsonLdContext With(JsonObject definitions, Action<JsonMember> unread)
    {
        var defined = new JsonLdContext(_terms)
        {
            Vocab = Text(definitions, "@vocab") ?? Vocab,
            Base = Text(definitions, "@base") ?? Base,
            Language = Text(definitions, "@language") ?? Language,
        };

        // A definition may use another that stands further down.
        Dictionary<string, JsonValue> own = [];
        foreach (JsonMember member in definitions.Members)
        {
            own[member.Name.Value] = member.Value;
        }

        ImmutableDictionary<string, JsonLdTerm>.Builder terms = _terms.ToBuilder();
        foreach (JsonMember member in definitions.Members)
        {
            switch (member.Name.Value)
            {
                case "@vocab" or "@base" or "@language" or "@version" or "@protected":
                    break;
                case ['@', ..]:
                    unread(member);
                    break;
                default:
                    terms[member.Name.Value] = Define(member, defined, own, unread);
                    break;
            }
        }

        return new JsonLdContext(terms.ToImmutable()) { Vocab = defined.Vocab, Base = defined.Base, Language = defined.Language };
    }

    /// <summary>What a name means as an IRI.</summary>
    /// <param name="name">The name.</param>
    /// <param name="asTerm">Whether it may be a term; else it is an IRI or relative to the base.</param>
    public string Expand(string name, bool asTerm) => Expand(name, asTerm, this, null, 0);

    private static JsonLdTerm Define(
        JsonMember member, JsonLdContext context, Dictionary<string, JsonValue> own, Action<JsonMember> unread)
    {
        switch (member.Value)
        {
            case JsonText text:
                return new JsonLdTerm(Expand(text.Value, true, context, own, 0), null, false);
            case JsonObject definition:
                foreach (JsonMember part in definition.Members.Where(m =>
                    m.Name.Value is not ("@id" or "@type" or "@container" or "@protected")))
                {
                    unread(part);
                }

                string? type = Text(definition, "@type");
                string container = Text(definition, "@container") ?? "@set";
                if (container is not ("@set" or "@list"))
                {
                    unread(member);
                }

                return new JsonLdTerm(
                    Expand(Text(definition, "@id") ?? member.Name.Value, true, context, own, 0),
                    type is null or "@none" ? null : type[0] == '@' ? type : Expand(type, true, context, own, 0),
                    container == "@list");
            default:
                return new JsonLdTerm(null, null, false);
        }
    }

    private static string Expand(string name, bool asTerm, JsonLdContext context, Dictionary<string, JsonValue>? own, int depth)
    {
        if (name.StartsWith('@') || depth > 8)
        {
            return name;
        }

        if (asTerm && Defined(name, context, own, depth) is { } known)
        {
            return known;
        }

        int colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            string prefix = name[..colon];
            string rest = name[(colon + 1)..];
            return prefix == "_" || rest.StartsWith("//", StringComparison.Ordinal) || Defined(prefix, context, own, depth) is not { } space
                ? name
                : space + rest;
        }

        return asTerm
            ? context.Vocab is { } vocab ? vocab + name : name
            : context.Base is { } from && Uri.TryCreate(from, UriKind.Absolute, out Uri? root) ? new Uri(root, name).ToString() : name;
    }

    private static string? Defined(string name, JsonLdContext context, Dictionary<string, JsonValue>? own, int depth)
    {
        string? text = own?.GetValueOrDefault(name) switch
        {
            JsonText direct => direct.Value,
            JsonObject definition => Text(definition, "@id"),
            _ => null,
        };
        return text is not null && text != name ? Expand(text, true, context, own, depth + 1) : context.Term(name)?.Iri;
    }

    private static string? Text(JsonObject value, string key) =>
        value.Members.FirstOrDefault(m => m.Name.Value == key)?.Value is JsonText text ? text.Value : null;
}
