using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PolicyLang.LanguageServer.Rpc;

namespace PolicyLang.LanguageServer.Features;

/// <summary>A feature of the editor, as its handler declares it.</summary>
/// <param name="Types">The JSON types of its messages, beside those that all features share.</param>
/// <param name="Register">Adds its requests to the connection.</param>
/// <param name="Capabilities">What the server tells a client of it at the start.</param>
internal sealed record EditorFeature(
    Func<IJsonTypeInfoResolver> Types, Action<FeatureServices, LspRpc> Register, params ImmutableArray<Capability> Capabilities);

/// <summary>A property of the server's capabilities.</summary>
/// <param name="Name">Its name in the protocol.</param>
/// <param name="Value">Its value for a client; null where the client is told nothing.</param>
internal sealed record Capability(string Name, Func<ClientFeatures, JsonNode?> Value)
{
    /// <summary>A capability that every client is told of.</summary>
    public Capability(string name)
        : this(name, static _ => true)
    {
    }
}
