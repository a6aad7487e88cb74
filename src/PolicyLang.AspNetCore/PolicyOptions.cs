using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore;

/// <summary>How an application uses its rulebook.</summary>
/// <typeparam name="TCase">The generated case.</typeparam>
public sealed class PolicyOptions<TCase>
    where TCase : struct, ICase<TCase>
{
    private readonly List<(string Name, Func<TCase, bool> IsStated)> _required = [];

    /// <summary>What it means that no law speaks of an act. It must be chosen.</summary>
    public WhenSilent WhenSilent { get; set; }

    internal Action<IServiceCollection>? Audit { get; private set; }

    /// <summary>Facts that every case has to state, whether or not the answer rests on them.</summary>
    /// <param name="facts">Properties of the case.</param>
    public PolicyOptions<TCase> Require(params Expression<Func<TCase, object>>[] facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        foreach (Expression<Func<TCase, object>> fact in facts)
        {
            Expression body = fact.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : fact.Body;
            if (body is not MemberExpression { Expression: ParameterExpression } property)
            {
                throw new ArgumentException($"'{fact}' is not a property of the case; write c => c.Action.", nameof(facts));
            }

            // Interpreted: there is no compiler at run time in a native program.
            Func<TCase, object> value = fact.Compile(preferInterpretation: true);
            object neutral = value(Neutral());
            _required.Add((NameOf(property.Member.Name), act => !Equals(value(act), neutral)));
        }

        return this;
    }

    private static TCase Neutral()
    {
        var values = new long[TCase.Model.Slots];
        foreach (CaseAttribute attribute in TCase.Model.Attributes)
        {
            values[attribute.Slot] = attribute.Neutral;
        }

        return TCase.Create(values);
    }

    private static string NameOf(string property) => TCase.Model.Attributes
        .Select(a => a.Name)
        .FirstOrDefault(n => n.Replace("_", string.Empty, StringComparison.Ordinal).Equals(property, StringComparison.OrdinalIgnoreCase))
        ?? property;

    /// <summary>Tells every decision to an audit, which is made once for the application.</summary>
    /// <typeparam name="TAudit">The audit.</typeparam>
    public PolicyOptions<TCase> AuditTo<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TAudit>()
        where TAudit : class, IPolicyAudit<TCase>
    {
        Audit += services => services.AddSingleton<IPolicyAudit<TCase>, TAudit>();
        return this;
    }

    /// <summary>The required facts that a case does not state.</summary>
    internal IEnumerable<CaseProblem> Missing(TCase act) => _required.Where(r => !r.IsStated(act))
        .Select(r => new CaseProblem(CaseProblemKind.Missing, r.Name, $"The case does not say its '{r.Name}'."));
}
