// .NET Standard 2.0 lacks spans, dates and JSON, and this package has no dependencies.
#if NET
global using System.Text.Json.Serialization;
global using Day = System.DateOnly;
global using Ints = System.ReadOnlySpan<int>;
global using Shorts = System.ReadOnlySpan<ushort>;
global using Values = System.ReadOnlySpan<long>;
#else
global using Day = System.DateTime;
global using Ints = int[];
global using Shorts = ushort[];
global using Values = long[];

namespace PolicyLang.Runtime;

/// <summary>Stands in for the attribute that names a property in JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonPropertyNameAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>Stands in for the attribute that leaves a property out of JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonIgnoreAttribute : Attribute;
#endif
