using PolicyLang.Exchange.Rdf;

namespace PolicyLang.Exchange.Odrl.Import;

/// <summary>The policies that a graph states.</summary>
/// <param name="graph">The graph.</param>
/// <param name="losses">Takes what cannot be said.</param>
internal sealed class PolicyReader(RdfGraph graph, List<OdrlLoss> losses)
{
    private const int MostDepth = 32;

    // Gaia-X asks for claims of credentials in properties of its own.
    private const string Credentials = "https://w3id.org/gaia-x/ovc/1/";

    private static readonly string[] Kinds = ["Policy", "Set", "Offer", "Agreement", "Assertion", "Privacy", "Request", "Ticket"];
    private static readonly string[] Joins = ["and", "or", "xone", "andSequence"];

    private static readonly HashSet<string> Known =
    [
        .. ((string[])
        [
            "uid", "profile", "inheritFrom", "conflict", "permission", "prohibition", "obligation", "duty", "remedy", "consequence",
                "target",
            "assigner", "assignee", "action", "constraint", "refinement", "source", "leftOperand", "operator", "rightOperand",
            "rightOperandReference", "unit", "datatype", "dataType", .. Joins,
        ]).Select(n => Profile.Odrl + n),
        Names.Type, Names.Value, Names.First, Names.Rest,
        Profile.Dct + "title", Profile.Dct + "source", Profile.Dct + "bibliographicCitation",
        Credentials + "constraint", Credentials + "leftOperand", "https://w3id.org/edc/v0.0.1/ns/policy",
    ];

    // What is said there of a policy changes nothing that it permits.
    private static readonly string[] Descriptive =
    [
        "http://purl.org/dc/", "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#", "http://schema.org/",
        "https://schema.org/", "http://xmlns.com/foaf/", "http://www.w3.org/2006/vcard/", "http://www.w3.org/ns/prov#",
        "http://creativecommons.org/ns#", "http://www.w3.org/2002/07/owl#",
    ];

    private readonly Dictionary<RdfTerm, OdrlPolicy> _policies = [];

    /// <summary>The policies, in the order of the document.</summary>
    public ImmutableArray<OdrlPolicy> Read()
    {
        foreach (Triple unknown in graph.Triples.Where(t => !Known.Contains(t.Predicate) && !t.Predicate.StartsWith(Profile.Namespace,
            StringComparison.Ordinal)))
        {
            bool describes = Descriptive.Any(d => unknown.Predicate.StartsWith(d, StringComparison.Ordinal));
            Lose(describes ? "metadata" : "property", unknown.Predicate.Split('/', '#')[^1],
                $"'{unknown.Predicate}' is not read, and is left out.", unknown.Place, !describes);
        }

        foreach (Triple party in graph.Triples.Where(t => t.Predicate == Profile.Odrl + "assigner"))
        {
            Lose("assigner", Name(party.Object), "Who grants the policy is left out; --authority says whose law it is.", party.Place,
                changes: false);
        }

        foreach (Triple other in graph.Triples.Where(t => t.Predicate == Profile.Odrl + "profile"
            && t.Object is not Iri { Value: Profile.Iri }))
        {
            Lose("profile", Name(other.Object), "The terms of the profile are said as the mappings have them, else by their names.",
                other.Place, changes: false);
        }

        RdfTerm[] subjects =
        [
            .. graph.Triples.Where(t => (t.Predicate == Names.Type && t.Object is Iri type && Kinds.Any(k => type.Value == Profile.Odrl
                + k))
                || t.Predicate is Profile.Odrl + "permission" or Profile.Odrl + "prohibition" or Profile.Odrl + "obligation")
                .Select(t => t.Subject).Distinct(),
        ];
        return [.. subjects.Select(s => Policy(s, [])).Where(p => !p.Rules.IsEmpty || subjects.Length == 1)];
    }

    /// <summary>The names and attributes that our profile tells beside the policies.</summary>
    public (ImmutableArray<OdrlTerm> Terms, ImmutableArray<OdrlAttribute> Attributes) Terms()
    {
        RdfTerm[] terms = [.. graph.Triples.Where(t => t.Predicate == Profile.Namespace + "terms").Select(t => t.Object)];
        return (
            [
                .. terms.Where(t => Own(t, "taxonomy") is not null).Select(t => new OdrlTerm(
                    Own(t, "taxonomy") ?? string.Empty, Own(t, "name") ?? string.Empty,
                    [.. Values(t, Profile.Namespace + "broader").Select(v => TextOf(v.Object) ?? string.Empty)], Own(t, "iri"))),
            ],
            [
                .. terms.Where(t => Own(t, "attribute") is not null).Select(t => new OdrlAttribute(
                    Own(t, "attribute") ?? string.Empty, Own(t, "range") ?? "flag", Own(t, "chosen") == "true")),
            ]);
    }

    private OdrlPolicy Policy(RdfTerm id, ImmutableHashSet<RdfTerm> children)
    {
        if (_policies.TryGetValue(id, out OdrlPolicy? known))
        {
            return known;
        }

        string place = graph.Of(id).FirstOrDefault()?.Place ?? "1:1";
        var rules = ImmutableArray.CreateBuilder<OdrlStatement>();
        foreach (Triple parent in Values(id, Profile.Odrl + "inheritFrom"))
        {
            if (children.Contains(parent.Object) || parent.Object == id)
            {
                Lose("inheritFrom", Name(id), "The policy inherits from itself; that is left out.", parent.Place);
            }
            else if (!graph.Of(parent.Object).Any())
            {
                Lose("inheritFrom", Name(id), $"The policy inherits from '{Name(parent.Object)}', which is not in the document.",
                    parent.Place);
            }
            else
            {
                rules.AddRange(Policy(parent.Object, children.Add(id)).Rules);
            }
        }

        foreach (OdrlForce force in Enum.GetValues<OdrlForce>())
        {
            foreach (Triple rule in Values(id, Profile.Odrl + Word(force)))
            {
                rules.AddRange(Rule(id, rule, force));
            }
        }

        Triple[] profiles = [.. Values(id, Profile.Odrl + "profile")];
        bool isOurs = profiles.Any(p => p.Object is Iri { Value: Profile.Iri });
        var policy = new OdrlPolicy(id, place)
        {
            Title = Text(id, Profile.Dct + "title"),
            Source = Text(id, Profile.Dct + "source"),
            Citation = Text(id, Profile.Dct + "bibliographicCitation"),
            Authority = Own(id, "authority"),
            Rank = Own(id, "rank"),
            IsOurs = isOurs,
            Conflict = (Values(id, Profile.Odrl + "conflict").FirstOrDefault()?.Object as Iri)?.Value.Split('/')[^1] ?? "invalid",
            Rules = rules.ToImmutable(),
        };
        _policies[id] = policy;
        return policy;
    }

    private IEnumerable<OdrlStatement> Rule(RdfTerm policy, Triple link, OdrlForce force)
    {
        RdfTerm rule = link.Object;
        Triple[] actions = [.. Inherited(policy, rule, "action")];
        var refinements = ImmutableArray.CreateBuilder<OdrlConstraint>();
        var verbs = ImmutableArray.CreateBuilder<string>();
        foreach (Triple action in actions)
        {
            RdfTerm verb = Values(action.Object, Names.Value).FirstOrDefault()?.Object ?? action.Object;
            verbs.Add(verb is Iri iri ? iri.Value : TextOf(verb) ?? Profile.Odrl + "use");
            refinements.AddRange(Values(action.Object, Profile.Odrl + "refinement").SelectMany(r => Constraints(r, 0)));
        }

        if (actions.Length == 0)
        {
            Lose("action", Name(rule), "The rule has no action; it is about any act where a flag says so.", link.Place);
        }

        if (refinements.Count > 0 && actions.Length > 1)
        {
            Lose("refinement", Name(rule), "One of several actions is refined; the refinement is taken for all of them.", link.Place);
        }

        foreach (string told in (string[])["remedy", "consequence"])
        {
            foreach (Triple follows in Values(rule, Profile.Odrl + told))
            {
                Lose(told, Name(rule), $"What follows from breaking the rule ('{told}') is left out.", follows.Place, changes: false);
            }
        }

        var statement = new OdrlStatement(
            force, rule is Iri uid ? uid.Value : null, Text(rule, Profile.Dct + "title"), Text(rule, Profile.Dct + "source"), link.Place)
        {
            Assignees = [.. Inherited(policy, rule, "assignee").Select(Scope)],
            Targets = [.. Inherited(policy, rule, "target").Select(Scope)],
            Actions = verbs.ToImmutable(),
            Refinements = refinements.ToImmutable(),
            Constraints =
            [
                .. Values(rule, Profile.Odrl + "constraint").Concat(Values(rule, Credentials + "constraint"))
                    .SelectMany(c => Constraints(c, 0)),
                .. actions.Length == 0 ? [new Unsaid(link.Place)] : Array.Empty<OdrlConstraint>(),
            ],
            Duties = force == OdrlForce.Permission ? [.. Values(rule, Profile.Odrl + "duty").SelectMany(Duty)] : [],
        };

        // A duty to do several things is one for each of them.
        return force == OdrlForce.Obligation && verbs.Count > 1
            ? verbs.Select((v, i) => statement with { Actions = [v], Uid = statement.Uid is null ? null : $"{statement.Uid}/{i + 1}" })
            : [statement];
    }

    private IEnumerable<string> Duty(Triple duty)
    {
        if (Values(duty.Object, Profile.Odrl + "constraint").FirstOrDefault() is { } limited)
        {
            Lose("duty", Name(duty.Object), "What limits the duty of a permission is left out: that it is fulfilled is one fact.",
                limited.Place);
        }

        string[] actions = [.. Values(duty.Object, Profile.Odrl + "action").Select(a => Name(Values(a.Object, Names.Value)
            .FirstOrDefault()?.Object ?? a.Object))];
        return actions.Length == 0 ? [Name(duty.Object)] : actions;
    }

    private OdrlScope Scope(Triple link)
    {
        IEnumerable<Triple> told = Values(link.Object, Profile.Odrl + "refinement").Concat(Values(link.Object, Credentials + "constraint"));
        ImmutableArray<OdrlConstraint> refinements = [.. told.SelectMany(r => Constraints(r, 0))];
        RdfTerm? source = Values(link.Object, Profile.Odrl + "source").FirstOrDefault()?.Object;
        string? iri = (source ?? link.Object) switch
        {
            Iri { Value: Profile.Namespace + Profile.Anybody or Profile.Namespace + Profile.Anything } => null,
            Iri named => named.Value,
            Literal text => text.Value,
            _ => null,
        };
        if (source is not null && iri is not null)
        {
            Lose("source", iri, "Who belongs to the source of a collection is not known: it is one name here.", link.Place, changes: false);
        }

        return new OdrlScope(iri, refinements);
    }

    private IEnumerable<OdrlConstraint> Constraints(Triple link, int depth)
    {
        if (depth > MostDepth)
        {
            Lose("constraint", Name(link.Object), $"Constraints lie in each other more than {MostDepth} deep.", link.Place);
            return [new Unsaid(link.Place)];
        }

        foreach (string join in Joins)
        {
            Triple[] parts = [.. Values(link.Object, Profile.Odrl + join)];
            if (parts.Length > 0)
            {
                return [new LogicalConstraint(join, [.. parts.SelectMany(Items).SelectMany(p => Constraints(p, depth + 1))], link.Place)];
            }
        }

        return [Compare(link)];
    }

    private OdrlConstraint Compare(Triple link)
    {
        Triple? left = Values(link.Object, Profile.Odrl + "leftOperand")
            .Concat(Values(link.Object, Credentials + "leftOperand")).FirstOrDefault();
        Triple? operation = Values(link.Object, Profile.Odrl + "operator").FirstOrDefault();
        if (left is null || operation is null)
        {
            Lose("constraint", Name(link.Object), $"The constraint has no {(left is null ? "left operand" : "operator")}.", link.Place);
            return new Unsaid(link.Place);
        }

        if (Values(link.Object, Profile.Odrl + "rightOperandReference").FirstOrDefault() is { } later)
        {
            Lose("rightOperandReference", Name(left.Object), "The value is fetched when the rule is used; it is not known here.",
                later.Place);
            return new Unsaid(link.Place);
        }

        string name = Name(operation.Object).Split('/', '#', ':')[^1];
        ImmutableArray<RdfTerm> right = [.. Values(link.Object, Profile.Odrl + "rightOperand").SelectMany(Items).Select(v => v.Object)];
        RdfTerm? unit = Values(link.Object, Profile.Odrl + "unit").FirstOrDefault()?.Object;
        return new Comparison(Name(left.Object), name, right, unit is null ? null : Name(unit), link.Place);
    }

    // The items of a list; a value that is none is itself.
    private IEnumerable<Triple> Items(Triple link)
    {
        if (link.Object is Iri { Value: Names.Nil })
        {
            yield break;
        }

        RdfTerm at = link.Object;
        if (!Values(at, Names.First).Any())
        {
            yield return link;
            yield break;
        }

        var seen = new HashSet<RdfTerm>();
        while (seen.Add(at) && Values(at, Names.First).FirstOrDefault() is { } first)
        {
            yield return first;
            at = Values(at, Names.Rest).FirstOrDefault()?.Object ?? new Iri(Names.Nil);
        }
    }

    private IEnumerable<Triple> Inherited(RdfTerm policy, RdfTerm rule, string property)
    {
        Triple[] own = [.. Values(rule, Profile.Odrl + property)];
        return own.Length > 0 ? own : Values(policy, Profile.Odrl + property);
    }

    private IEnumerable<Triple> Values(RdfTerm subject, string predicate) => graph.Of(subject).Where(t => t.Predicate == predicate);

    private string? Text(RdfTerm subject, string predicate) => Values(subject, predicate).Select(t => TextOf(t.Object)).FirstOrDefault();

    private string? Own(RdfTerm subject, string name) => Text(subject, Profile.Namespace + name);

    private static string? TextOf(RdfTerm term) => term switch
    {
        Literal text => text.Value,
        Iri iri => iri.Value,
        _ => null,
    };

    private static string Name(RdfTerm term) => TextOf(term) ?? "a node without a name";

    private static string Word(OdrlForce force) => force switch
    {
        OdrlForce.Permission => "permission",
        OdrlForce.Prohibition => "prohibition",
        OdrlForce.Obligation => "obligation",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void Lose(string kind, string subject, string message, string place, bool changes = true) =>
        losses.Add(new OdrlLoss(kind, subject, message, changes) { Place = place });
}
