using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore.Authorization;

/// <summary>That the law allows an act. The act is the resource that is authorized, or it is made from the request.</summary>
/// <typeparam name="TCase">The generated case.</typeparam>
/// <param name="fromRequest">Makes the case from a request; null where it is the resource.</param>
public sealed class LawfulRequirement<TCase>(Func<HttpContext, TCase>? fromRequest) : IAuthorizationRequirement
    where TCase : struct, ICase<TCase>
{
    internal TCase? CaseOf(object? resource) => resource switch
    {
        TCase act => act,
        HttpContext http when fromRequest is not null => fromRequest(http),
        _ => null,
    };
}

/// <summary>Why the law does not allow an act: the reasons and the answer itself.</summary>
public sealed class UnlawfulReason : AuthorizationFailureReason
{
    /// <summary>A reason.</summary>
    /// <param name="handler">What gives it.</param>
    /// <param name="answer">The answer.</param>
    public UnlawfulReason(IAuthorizationHandler handler, PolicyAnswer answer)
        : base(handler, string.Join(" ", answer?.Reasons ?? [])) =>
        Answer = answer ?? throw new ArgumentNullException(nameof(answer));

    /// <summary>The answer.</summary>
    public PolicyAnswer Answer { get; }
}

/// <summary>Authorization policies by law.</summary>
public static class LawfulPolicy
{
    /// <summary>Requires that the law allows the act that is the resource: <c>IAuthorizationService.AuthorizeAsync(user, act,
    /// "law")</c>.</summary>
    /// <typeparam name="TCase">The generated case.</typeparam>
    /// <param name="policy">The authorization policy.</param>
    public static AuthorizationPolicyBuilder RequireLawful<TCase>(this AuthorizationPolicyBuilder policy)
        where TCase : struct, ICase<TCase>
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddRequirements(new LawfulRequirement<TCase>(null));
    }

    /// <summary>Requires that the law allows the act of a request, for <c>RequireAuthorization</c> of an endpoint.</summary>
    /// <typeparam name="TCase">The generated case.</typeparam>
    /// <param name="policy">The authorization policy.</param>
    /// <param name="fromRequest">Makes the case from a request: from its route, its headers, its user.</param>
    public static AuthorizationPolicyBuilder RequireLawful<TCase>(
        this AuthorizationPolicyBuilder policy, Func<HttpContext, TCase> fromRequest)
        where TCase : struct, ICase<TCase>
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddRequirements(new LawfulRequirement<TCase>(fromRequest));
    }
}
