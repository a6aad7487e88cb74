using System.Text.Json;

namespace PolicyLang.Runtime.Json;

/// <summary>The members of an enum of the runtime by their names, beginning in small letters; numbers are refused.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class CamelCaseConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
