using System.Text.Json;
using PolicyLang.LanguageService;

namespace PolicyLang.Exchange.Models;

/// <summary>The vocabulary as JSON; the order of the keys is part of the contract.</summary>
internal static class VocabularyParts
{
    /// <summary>Writes the vocabulary as an object.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="listing">The vocabulary.</param>
    /// <param name="version">The version of the form, where it is a document of its own.</param>
    public static void Write(Utf8JsonWriter json, VocabularyListing listing, int? version = null)
    {
        json.WriteStartObject();
        if (version is { } number)
        {
            json.WriteNumber("version", number);
        }

        Json.Objects(json, "taxonomies", listing.Taxonomies, taxonomy =>
        {
            json.WriteString("name", taxonomy.Name);
            json.WriteString("title", taxonomy.Title);
            Json.Objects(json, "entries", taxonomy.Entries, entry =>
            {
                json.WriteString("name", entry.Name);
                json.WriteString("title", entry.Title);
                json.WriteNumber("depth", entry.Depth);
                json.WriteString("iri", entry.Iri);
            });
        });
        Json.Objects(json, "blocs", listing.Blocs, bloc =>
        {
            json.WriteString("name", bloc.Name);
            json.WriteString("title", bloc.Title);
            json.WriteBoolean("supranational", bloc.Supranational);
            json.WriteString("documentation", bloc.Documentation);
            Json.Objects(json, "members", bloc.Members, member =>
            {
                json.WriteString("name", member.Name);
                json.WriteString("since", member.Since?.ToString());
                json.WriteString("until", member.Until?.ToString());
                json.WriteString("when", member.When);
            });
        });
        Json.Objects(json, "attributes", listing.Attributes, attribute =>
        {
            json.WriteString("name", attribute.Name);
            json.WriteString("title", attribute.Title);
            json.WriteString("type", attribute.Type);
            json.WriteBoolean("chosen", attribute.Chosen);
        });
        json.WriteEndObject();
    }
}
