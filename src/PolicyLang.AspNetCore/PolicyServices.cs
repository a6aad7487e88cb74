using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyLang.AspNetCore.Authorization;
using PolicyLang.AspNetCore.Problems;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore;

/// <summary>Adds a rulebook to an application.</summary>
public static class PolicyServices
{
    /// <summary>Adds a rulebook, the service that decides by it, the handler of <c>RequireLawful</c>, and answers of 400 for cases that
    /// cannot be decided.</summary>
    /// <typeparam name="TCase">The generated case.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="rulebook">The rulebook: <c>Rulebook.Instance</c> of the generated code.</param>
    /// <param name="configure">How it is used; what silence of the law means must be chosen.</param>
    /// <exception cref="InvalidOperationException">It was not chosen.</exception>
    public static IServiceCollection AddPolicies<TCase>(
        this IServiceCollection services, IRulebook<TCase> rulebook, Action<PolicyOptions<TCase>> configure)
        where TCase : struct, ICase<TCase>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new PolicyOptions<TCase>();
        configure(options);
        if (options.WhenSilent is not (WhenSilent.Refuse or WhenSilent.Allow))
        {
            throw new InvalidOperationException(
                "Choose what it means that no law speaks of an act: options.WhenSilent = WhenSilent.Refuse, or WhenSilent.Allow.");
        }

        options.Audit?.Invoke(services);
        services.AddSingleton(rulebook);
        services.AddSingleton(provider => new PolicyService<TCase>(
            provider.GetRequiredService<IRulebook<TCase>>(), options, provider.GetServices<IPolicyAudit<TCase>>()));
        services.AddSingleton<IAuthorizationHandler, LawfulHandler<TCase>>();
        services.AddSingleton<InvalidCaseHandler>();
        services.AddSingleton<IExceptionHandler>(provider => provider.GetRequiredService<InvalidCaseHandler>());
        services.AddSingleton<IDeveloperPageExceptionFilter>(provider => provider.GetRequiredService<InvalidCaseHandler>());
        services.AddTransient<IStartupFilter, RefusedRequests>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        return services;
    }
}
