using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Transfers.Api;

/// <summary>The JSON of the API, without reflection: enums are their names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TransferRequest))]
[JsonSerializable(typeof(TransferAnswer))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class TransferJson : JsonSerializerContext;
