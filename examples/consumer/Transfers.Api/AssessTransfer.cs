using Microsoft.AspNetCore.Http.HttpResults;
using Transfers.Policies;

namespace Transfers.Api;

/// <summary><c>POST /transfers/assess</c>.</summary>
internal static class AssessTransfer
{
    public static Results<Ok<TransferAnswer>, ProblemHttpResult> Handle(TransferRequest request) =>
        request.Origin == Jurisdiction.Unspecified || request.Destination == Jurisdiction.Unspecified
            ? TypedResults.Problem("Say where the data come from and where they go.", statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.Ok(TransferAnswer.Of(TransferAssessor.Assess(request.ToCase())));
}
