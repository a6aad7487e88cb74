using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyLang.Text;

namespace PolicyLang.Runtime.Json;

/// <summary>What tells its JSON schema itself.</summary>
public interface IPolicyJson
{
    /// <summary>The schema of what it writes.</summary>
    JsonObject Schema();
}

/// <summary>One node of a taxonomy in JSON: its name as the policy files write it; numbers are refused.</summary>
/// <typeparam name="TNode">The generated enum.</typeparam>
public abstract class NodeJsonConverter<TNode> : JsonConverter<TNode>, IPolicyJson
    where TNode : struct, Enum
{
    private readonly TaxonomyModel _taxonomy;

    /// <summary>A converter for a taxonomy.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    protected NodeJsonConverter(TaxonomyModel taxonomy) => _taxonomy = taxonomy;

    /// <summary>The schema of what it writes.</summary>
    public JsonObject Schema() => PolicyJsonSchema.OfNode(_taxonomy);

    /// <inheritdoc/>
    public override TNode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        int number = NodeNames.Read(ref reader, _taxonomy) is >= 0 and var node ? _taxonomy.Numbers[node] : 0;
        return Unsafe.As<int, TNode>(ref number);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TNode value, JsonSerializerOptions options)
    {
        long kept = _taxonomy.Keep(Unsafe.As<TNode, int>(ref value));
        if (kept < 0)
        {
            throw new JsonException($"{value} names no {_taxonomy.Name}.");
        }

        if (kept == 0)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStringValue(_taxonomy.Names[(int)kept - 1]);
        }
    }
}

/// <summary>Any nodes of a taxonomy in JSON: a list of their names as the policy files write them.</summary>
/// <typeparam name="TSet">The generated set.</typeparam>
public sealed class NodeSetJsonConverter<TSet> : JsonConverter<TSet>, IPolicyJson
    where TSet : struct, INodeSet<TSet>
{
    /// <summary>The schema of what it writes.</summary>
    public JsonObject Schema() => PolicyJsonSchema.OfSet(TSet.Taxonomy);

    /// <inheritdoc/>
    public override TSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        TaxonomyModel taxonomy = TSet.Taxonomy;
        var words = new long[Math.Max(1, (taxonomy.Names.Count + 63) / 64)];
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"Write a list of names of {taxonomy.Name}{NodeNames.Example(taxonomy)}.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (NodeNames.Read(ref reader, taxonomy) is >= 0 and var node)
            {
                words[node / 64] |= 1L << (node % 64);
            }
        }

        return TSet.Create(words);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TSet value, JsonSerializerOptions options)
    {
        TaxonomyModel taxonomy = TSet.Taxonomy;
        var words = new long[Math.Max(1, (taxonomy.Names.Count + 63) / 64)];
        value.CopyTo(words);
        writer.WriteStartArray();
        foreach (string name in CaseModel.ElementsOf(taxonomy, 0, words))
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }
}

/// <summary>Reads names of nodes.</summary>
internal static class NodeNames
{
    /// <summary>An example, where there is one.</summary>
    public static string Example(TaxonomyModel taxonomy) =>
        taxonomy.Names.Count == 0 ? string.Empty : $", such as \"{taxonomy.Names[0]}\"";

    /// <summary>The place of the node that the present token names; -1 for none at all.</summary>
    /// <exception cref="JsonException">It names nothing.</exception>
    public static int Read(ref Utf8JsonReader reader, TaxonomyModel taxonomy)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return -1;
        }

        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        if (text is null)
        {
            throw new JsonException($"Write the name of a {taxonomy.Name}{Example(taxonomy)}.");
        }

        int node = taxonomy.Find(text);
        string? nearest = node < 0 ? NearestName.Find(text, taxonomy.Names) : null;
        return node >= 0 ? node
            : throw new JsonException(
                $"There is no {taxonomy.Name} '{text}'{(nearest is null ? "." : $"; did you mean '{nearest}'?")}");
    }
}
