using System.Text.Json;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>The vocabulary as JSON; the order of the keys is part of the contract.</summary>
internal static class VocabularyJson
{
    public static void Write(Utf8JsonWriter json, VocabularyListing listing)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        Each(json, "taxonomies", listing.Taxonomies, taxonomy =>
        {
            json.WriteString("name", taxonomy.Name);
            json.WriteString("title", taxonomy.Title);
            Each(json, "entries", taxonomy.Entries, entry =>
            {
                json.WriteString("name", entry.Name);
                json.WriteString("title", entry.Title);
                json.WriteNumber("depth", entry.Depth);
                json.WriteString("iri", entry.Iri);
            });
        });
        Each(json, "blocs", listing.Blocs, bloc =>
        {
            json.WriteString("name", bloc.Name);
            json.WriteString("title", bloc.Title);
            json.WriteBoolean("supranational", bloc.Supranational);
            json.WriteString("documentation", bloc.Documentation);
            Each(json, "members", bloc.Members, member =>
            {
                json.WriteString("name", member.Name);
                json.WriteString("since", member.Since?.ToString());
                json.WriteString("until", member.Until?.ToString());
                json.WriteString("when", member.When);
            });
        });
        Each(json, "attributes", listing.Attributes, attribute =>
        {
            json.WriteString("name", attribute.Name);
            json.WriteString("title", attribute.Title);
            json.WriteString("type", attribute.Type);
            json.WriteBoolean("chosen", attribute.Chosen);
        });
        json.WriteEndObject();
    }

    private static void Each<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
