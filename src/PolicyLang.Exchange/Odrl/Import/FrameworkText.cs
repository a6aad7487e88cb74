using System.Text;
using PolicyLang.Exchange.Rdf;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Odrl.Import;

/// <summary>Policies as frameworks, rules as clauses.</summary>
internal sealed class FrameworkText(
    OdrlImportSettings settings, Declarations declared, Operands operands, ConditionText conditions, IReadOnlyList<OdrlMapping> mappings,
    List<OdrlLoss> losses)
{
    private const string Party = "odrl_party";
    private const string Individuals = "odrl_individual";

    private readonly HashSet<string> _frameworks = new(StringComparer.Ordinal);

    /// <summary>A policy as a framework.</summary>
    public string Write(OdrlPolicy policy)
    {
        string name = Free(_frameworks, NameOf(policy));
        string authority = policy.Authority ?? settings.Authority;
        if (policy.Authority is null || !IsOrder(authority))
        {
            DeclareOrder(authority);
        }

        var text = new StringBuilder($"framework {name}{Titled(policy.Title)} {{\n  authority {authority}\n");
        bool isAddress = policy.Source is { } source && Uri.TryCreate(source, UriKind.Absolute, out _)
            && !source.AsSpan().ContainsAny('<', '>', ' ');
        string? citation = policy.Citation ?? (isAddress ? null : policy.Source);
        text.Append(citation is null ? string.Empty : $"  citation {Declarations.Quote(citation)}\n");
        text.Append(isAddress ? $"  source <{policy.Source}>\n" : string.Empty);
        text.Append(policy.Rank is { } rank ? $"  rank {rank}\n" : string.Empty);
        text.Append($"  in force from {settings.InForce?.ToString() ?? "0001-01-01"}\n  resolve conflicts by superior\n");
        var names = new HashSet<string>(StringComparer.Ordinal);
        (OdrlStatement Rule, string Name)[] clauses = [.. policy.Rules.Select((r, i) => (r, Free(names, ClauseName(r, name, i))))];
        foreach ((OdrlStatement rule, string clause) in clauses)
        {
            string over = Over(policy, rule, clauses);
            text.Append($"\n{Clause(rule, clause, over, forbidden: false)}");
            if (rule.Force == OdrlForce.Permission && Restrictions(rule).Any())
            {
                text.Append($"\n{Clause(rule, Free(names, $"{clause}_restrictions"), string.Empty, forbidden: true)}");
            }
        }

        return text.Append("}\n").ToString();
    }

    private static string Titled(string? title) => title is null ? string.Empty : $" {Declarations.Quote(title)}";

    private static string NameOf(OdrlPolicy policy) => policy.Id is Iri iri
        ? iri.Value.StartsWith(Profile.PolicyPrefix, StringComparison.Ordinal) ? iri.Value[Profile.PolicyPrefix.Length..]
            : Capital(Declarations.Sanitize(iri.Value))
        : "Policy";

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string ClauseName(OdrlStatement rule, string framework, int place)
    {
        string own = $"{Profile.PolicyPrefix}{framework}.";
        return rule.Uid is { } uid
            ? uid.StartsWith(own, StringComparison.Ordinal) ? uid[own.Length..].Replace('/', '_') : Capital(Declarations.Sanitize(uid))
            : $"{rule.Force}{place + 1}";
    }

    private static string Free(HashSet<string> taken, string name)
    {
        string free = name;
        for (int i = 2; !taken.Add(free); i++)
        {
            free = $"{name}_{i}";
        }

        return free;
    }

    private bool IsOrder(string name) => declared.Has(TaxonomySymbol.Jurisdictions, name) || declared.Has(TaxonomySymbol.Organisations,
        name)
        || declared.Has("bloc", name) || Workspaces.Workspace.Empty.Model.Blocs.Any(b => b.Name == name);

    private void DeclareOrder(string name)
    {
        if (!IsOrder(name))
        {
            declared.Declare(TaxonomySymbol.Jurisdictions, name, []);
        }
    }

    // What prevails by the policy's own strategy.
    private static string Over(OdrlPolicy policy, OdrlStatement rule, (OdrlStatement Rule, string Name)[] clauses)
    {
        (OdrlForce upper, OdrlForce lower)? strategy = policy.Conflict switch
        {
            "perm" => (OdrlForce.Permission, OdrlForce.Prohibition),
            "prohibit" => (OdrlForce.Prohibition, OdrlForce.Permission),
            _ => null,
        };
        string[] below = strategy is { } both && rule.Force == both.upper ? [.. clauses.Where(c => c.Rule.Force == both.lower)
            .Select(c => c.Name)] : [];
        return below.Length == 0 ? string.Empty : $"    prevails over {string.Join(", ", below)}\n";
    }

    private string Clause(OdrlStatement rule, string name, string over, bool forbidden)
    {
        string cites = rule.Source is { } source ? $" cites {Declarations.Quote(source)}" : string.Empty;
        string word = forbidden || rule.Force == OdrlForce.Prohibition ? "must not" : rule.Force == OdrlForce.Permission ? "may" : "must";
        (string verb, string? asCondition) = Verb(rule);
        (string? subject, IEnumerable<string> who) = Subject(rule);
        (string? target, IEnumerable<string> what) = Target(rule);
        var when = new List<string?>([.. who, .. what, conditions.All(rule.Constraints, c => operands.Of(c).ListsForbidden)]);
        when.AddRange(forbidden ? [] : rule.Duties.Select(d => Done(d, rule.Place)));
        when.AddRange(Restrictions(rule).Select(c => Restriction(c, forbidden)));
        string? manner = conditions.All(rule.Refinements);
        manner = asCondition is null ? manner : manner is null ? asCondition : $"{asCondition} and {manner}";
        bool isDuty = rule.Force == OdrlForce.Obligation && !forbidden;
        when.AddRange(isDuty ? [] : [manner]);
        var text = new StringBuilder($"  norm {name}{Titled(rule.Title)}{cites} {{\n");
        text.Append("    ").AppendJoin(' ', new[] { subject, word, verb, target }.Where(w => w is not null)).Append('\n');
        foreach (string condition in when.OfType<string>())
        {
            text.Append($"    when {condition}\n");
        }

        text.Append(isDuty && manner is not null ? $"    with {manner}\n" : string.Empty);
        return text.Append(over).Append("  }\n").ToString();
    }

    // As a condition, a verb that opposes another forbids nothing by itself.
    private (string Verb, string? Condition) Verb(OdrlStatement rule)
    {
        string[] verbs = [.. rule.Actions.Where(a => a != Profile.Namespace + Profile.Act).Select(Action).Distinct()];
        return verbs.Length == 0 ? ("any", null)
            : rule.Force == OdrlForce.Obligation && verbs.Any(declared.Opposes) ? ("any", $"action is {string.Join(", ", verbs)}")
            : (string.Join(" or ", verbs), null);
    }

    private string Action(string iri)
    {
        MappedName? mapped = mappings.Select(m => m.Actions.FirstOrDefault(a => m.Full(a.Key) == iri || a.Key == $"odrl:{iri}").Value)
            .FirstOrDefault(a => a is not null);
        return declared.Node("action", new Iri(iri), mapped);
    }

    private (string? Subject, IEnumerable<string> Conditions) Subject(OdrlStatement rule)
    {
        var told = new List<string>();
        string? subject = null;
        foreach (OdrlScope scope in rule.Assignees.Where(a => a.Iri is null))
        {
            subject = subject is null && scope.Refinements is [Comparison { Operator: "isA" } one, ..]
                && operands.Of(one) is { Attribute: BuiltInAttributes.Actor } role
                ? string.Join(" or ", one.Right.Select(v => declared.Node(role.Range["set of ".Length..], v, operands.Value(v))))
                : subject;
            told.AddRange(Told(scope.Refinements.Skip(subject is null ? 0 : 1)));
        }

        string[] named = [.. rule.Assignees.Where(a => a.Iri is not null).Select(a => Member(a, Party, Individuals, "Who acts"))];
        return (subject, named.Length == 0 ? told : told.Append(named.Length == 1 ? named[0] : $"({string.Join(" or ", named)})"));
    }

    private (string? Target, IEnumerable<string> Conditions) Target(OdrlStatement rule)
    {
        var told = new List<string>();
        string? target = null;
        foreach (OdrlScope scope in rule.Targets.Where(t => t.Iri is null))
        {
            target = scope.Refinements is [Comparison { Operator: "isA", Right: [var only] } one, ..]
                && operands.Of(one) is { Attribute: BuiltInAttributes.Data } data
                ? declared.Node(data.Range, only, null)
                : null;
            told.AddRange(Told(scope.Refinements.Skip(target is null ? 0 : 1)));
        }

        string[] named = [.. rule.Targets.Where(t => t.Iri is not null).Select(t => Member(t, BuiltInAttributes.Target, "target",
            "What is used"))];
        return (target, named.Length == 0 ? told : told.Append(named.Length == 1 ? named[0] : $"({string.Join(" or ", named)})"));
    }

    private IEnumerable<string> Told(IEnumerable<OdrlConstraint> refinements) => conditions.All(refinements) is { } all ? [all] : [];

    private string Member(OdrlScope scope, string attribute, string taxonomy, string title)
    {
        declared.DeclareAttribute(attribute, taxonomy, title: title);
        string member = $"{attribute} is {declared.Node(taxonomy, new Iri(scope.Iri ?? string.Empty), null)}";
        return conditions.All(scope.Refinements) is { } refined ? $"({member} and {refined})" : member;
    }

    private string Done(string duty, string place)
    {
        string flag = $"done_{Declarations.Sanitize(duty)}";
        declared.DeclareAttribute(flag, "flag", chosen: true, title: "The duty of the permission has been fulfilled");
        if (!losses.Any(l => l.Kind == "duty" && l.Subject == flag))
        {
            losses.Add(new OdrlLoss("duty", flag, $"A duty in a permission is a condition of it: the chosen flag '{flag}'.",
                false) { Place = place });
        }

        return flag;
    }

    private IEnumerable<Comparison> Restrictions(OdrlStatement rule) => rule.Constraints.OfType<Comparison>().Where(c =>
        operands.Of(c).ListsForbidden);

    private string Restriction(Comparison comparison, bool forbidden)
    {
        Operand operand = operands.Of(comparison);
        string names = string.Join(", ", comparison.Right.Select(v => declared.Node(operand.Range["set of ".Length..], v,
            operands.Value(v))));
        return $"{operand.Attribute} include {(forbidden ? "any" : "none")} of {names}";
    }
}
