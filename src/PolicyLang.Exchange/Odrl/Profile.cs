namespace PolicyLang.Exchange.Odrl;

/// <summary>The names of our ODRL profile; <c>docs/odrl.md</c> has its vocabulary.</summary>
internal static class Profile
{
    /// <summary>The IRI of the profile.</summary>
    public const string Iri = "https://policylang.example/odrl";

    /// <summary>Before every name of the profile.</summary>
    public const string Namespace = Iri + "#";

    /// <summary>Before the names of frameworks and clauses.</summary>
    public const string PolicyPrefix = "urn:policylang:";

    /// <summary>Before the three letters of a country: the authority list of the Publications Office of the European Union.</summary>
    public const string Country = "http://publications.europa.eu/resource/authority/country/";

    /// <summary>The IRIs of the context of ODRL 2.2.</summary>
    public const string OdrlContext = "http://www.w3.org/ns/odrl.jsonld";

    /// <summary>Before every name of ODRL.</summary>
    public const string Odrl = "http://www.w3.org/ns/odrl/2/";

    /// <summary>Before every name of Dublin Core terms.</summary>
    public const string Dct = "http://purl.org/dc/terms/";

    /// <summary>Before every name of DPV.</summary>
    public const string Dpv = "https://w3id.org/dpv#";

    /// <summary>Before every name of DPV's extension for personal data.</summary>
    public const string Pd = "https://w3id.org/dpv/pd#";

    /// <summary>Any party.</summary>
    public const string Anybody = "anybody";

    /// <summary>Any asset.</summary>
    public const string Anything = "anything";

    /// <summary>Any action.</summary>
    public const string Act = "act";

    /// <summary>No value that is named.</summary>
    public const string None = "none";

    /// <summary>The attribute of roles, which the profile calls by what it holds.</summary>
    public const string Role = "role";
}
