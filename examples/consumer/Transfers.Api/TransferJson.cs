using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Transfers.Api;

/// <summary>The JSON of the API, without reflection: names are those of the policies.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TransferRequest))]
[JsonSerializable(typeof(TransferAnswer))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class TransferJson : JsonSerializerContext;
