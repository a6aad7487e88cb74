using Microsoft.AspNetCore.Authorization;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore.Authorization;

/// <summary>Answers whether the law allows an act. What cannot be decided is not allowed.</summary>
internal sealed class LawfulHandler<TCase>(PolicyService<TCase> policies) : AuthorizationHandler<LawfulRequirement<TCase>>
    where TCase : struct, ICase<TCase>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, LawfulRequirement<TCase> requirement)
    {
        if (requirement.CaseOf(context.Resource) is not { } act)
        {
            context.Fail(new AuthorizationFailureReason(this, "There is no case to decide."));
            return Task.CompletedTask;
        }

        try
        {
            PolicyAnswer answer = policies.Assess(act);
            if (answer.Allowed)
            {
                context.Succeed(requirement);
            }
            else
            {
                context.Fail(new UnlawfulReason(this, answer));
            }
        }
        catch (InvalidCaseException refused)
        {
            context.Fail(new AuthorizationFailureReason(this, refused.Message));
        }

        return Task.CompletedTask;
    }
}
