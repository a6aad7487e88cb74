using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore.Problems;

/// <summary>Answers with the reasons where a case cannot be read or decided: the client's mistake, in every environment.</summary>
internal sealed class InvalidCaseHandler(IProblemDetailsService service) : IExceptionHandler, IDeveloperPageExceptionFilter
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ProblemDetails? problem = exception switch
        {
            InvalidCaseException refused => refused.Problems.ToProblemDetails(),
            BadHttpRequestException { InnerException: JsonException unread } => Unread(StatusCodes.Status400BadRequest, unread.Message),
            BadHttpRequestException bad => Unread(bad.StatusCode, bad.Message),
            _ => null,
        };
        if (problem is null || httpContext.Response.HasStarted)
        {
            return false;
        }

        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status400BadRequest;
        return await service.TryWriteAsync(
            new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception }).ConfigureAwait(false);
    }

    public async Task HandleExceptionAsync(ErrorContext errorContext, Func<ErrorContext, Task> next)
    {
        if (!await TryHandleAsync(errorContext.HttpContext, errorContext.Exception, default).ConfigureAwait(false))
        {
            await next(errorContext).ConfigureAwait(false);
        }
    }

    private static ProblemDetails Unread(int status, string why) =>
        new() { Status = status, Title = "The request cannot be read.", Detail = why };
}

/// <summary>Puts that answer around all that the application does.</summary>
internal sealed class RefusedRequests(InvalidCaseHandler handler) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            try
            {
                await rest(context).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is InvalidCaseException or BadHttpRequestException && !context.Response.HasStarted)
            {
                if (!await handler.TryHandleAsync(context, exception, context.RequestAborted).ConfigureAwait(false))
                {
                    throw;
                }
            }
        });
        next(app);
    };
}
