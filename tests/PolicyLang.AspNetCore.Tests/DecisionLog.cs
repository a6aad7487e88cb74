using System.Text.Encodings.Web;
using Gate.Policies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore.Tests;

/// <summary>An audit that keeps lines.</summary>
internal sealed class DecisionLog : IPolicyAudit<Case>
{
    public List<string> Lines { get; } = [];

    public void Decided(in Case act, PolicyAnswer answer)
    {
        TransferAssessment assessment = answer.Assessment;
        Lines.Add($"{act}: {assessment.Outcome} by {string.Join(", ", assessment.Applied)}, {assessment.Provenance?.Fingerprint}, {assessment.Provenance?.Compiler}");
    }

    public void Refused(in Case act, IReadOnlyList<CaseProblem> problems) =>
        Lines.Add($"{act}: refused for {string.Join(", ", problems.Select(p => p.Attribute))}");
}

/// <summary>Nobody has to sign in.</summary>
internal sealed class NoUser(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(
        new AuthenticationTicket(new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity("test")), "test")));
}
