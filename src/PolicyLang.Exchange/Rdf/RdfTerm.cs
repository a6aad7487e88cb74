namespace PolicyLang.Exchange.Rdf;

/// <summary>A term of RDF.</summary>
internal abstract record RdfTerm;

/// <summary>A resource: an IRI, or what stands for one where no base makes it absolute.</summary>
internal sealed record Iri(string Value) : RdfTerm
{
    /// <summary>Whether it has a scheme, so that it is an IRI of RDF.</summary>
    public bool IsAbsolute => Value.IndexOf(':', StringComparison.Ordinal) > 0;
}

/// <summary>A node without a name.</summary>
internal sealed record Blank(string Id) : RdfTerm;

/// <summary>A text with its type, or in a language.</summary>
internal sealed record Literal(string Value, string Datatype, string? Language = null) : RdfTerm;

/// <summary>A statement, and where it is made.</summary>
/// <param name="Subject">About what.</param>
/// <param name="Predicate">The IRI of what is said.</param>
/// <param name="Object">What it is.</param>
/// <param name="Place">Line and column from 1, for JSON with the path: <c>12:5 permission[0].action</c>.</param>
internal sealed record Triple(RdfTerm Subject, string Predicate, RdfTerm Object, string Place);

/// <summary>Something in a document that was not read, and where.</summary>
internal sealed record RdfNote(string Kind, string Message, string Place);

/// <summary>What a document states.</summary>
internal sealed record RdfGraph(ImmutableArray<Triple> Triples, ImmutableArray<RdfNote> Notes)
{
    private readonly ILookup<RdfTerm, Triple> _of = Triples.ToLookup(t => t.Subject);

    /// <summary>What is stated about something.</summary>
    public IEnumerable<Triple> Of(RdfTerm subject) => _of[subject];

    /// <summary>The statements in the form of N-Triples, without those that have no absolute IRI: for comparison with other
    /// parsers.</summary>
    public string ToNTriples() => string.Concat(Triples
        .Where(t => IsRdf(t.Subject) && IsRdf(t.Object) && new Iri(t.Predicate).IsAbsolute)
        .Select(t => $"{Write(t.Subject)} <{t.Predicate}> {Write(t.Object)} .\n"));

    private static bool IsRdf(RdfTerm term) => term is not Iri { IsAbsolute: false };

    private static string Write(RdfTerm term) => term switch
    {
        Iri iri => $"<{iri.Value}>",
        Blank blank => $"_:{blank.Id}",
        Literal { Language: { } language } text => $"\"{Escape(text.Value)}\"@{language}",
        Literal { Datatype: Names.Text } text => $"\"{Escape(text.Value)}\"",
        Literal text => $"\"{Escape(text.Value)}\"^^<{text.Datatype}>",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}

/// <summary>The names of RDF and of XML Schema that readers use.</summary>
internal static class Names
{
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    public const string Type = Rdf + "type";
    public const string First = Rdf + "first";
    public const string Rest = Rdf + "rest";
    public const string Nil = Rdf + "nil";
    public const string Value = Rdf + "value";
    public const string Text = Xsd + "string";
    public const string LanguageText = Rdf + "langString";
    public const string Integer = Xsd + "integer";
    public const string Decimal = Xsd + "decimal";
    public const string Double = Xsd + "double";
    public const string Boolean = Xsd + "boolean";
}

/// <summary>A document is not in the form that it should be in.</summary>
#pragma warning disable CA1032 // It is made in one way only: with a place.
internal sealed class RdfException(string place, string message, string help) : Exception(message)
#pragma warning restore CA1032
{
    /// <summary>Line and column from 1.</summary>
    public string Place { get; } = place;

    /// <summary>What to write instead.</summary>
    public string Help { get; } = help;
}
