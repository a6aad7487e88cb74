using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;

namespace PolicyLang.Testing;

/// <summary>What an assembly shows to others.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Each public type with its members, sorted; without what the compiler adds to records.</summary>
    public static string Describe(Assembly assembly)
    {
        var api = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            api.Append(Kind(type)).Append(' ').Append(type.FullName).Append('\n');
            foreach (string member in type.GetMembers(Declared)
                .Where(m => m.GetCustomAttribute<CompilerGeneratedAttribute>() is null && (IsConversion(m) || m is not (MethodInfo { IsSpecialName: true } or FieldInfo { IsSpecialName: true })))
                .Select(Tell).Order(StringComparer.Ordinal))
            {
                api.Append("  ").Append(member).Append('\n');
            }
        }

        return api.ToString();
    }

    /// <summary>The public types and members of which the documentation file says nothing.</summary>
    public static IEnumerable<string> Undocumented(Assembly assembly, XDocument documentation)
    {
        var documented = documentation.Descendants("member").Where(m => m.Value.Trim().Length > 0 || m.Element("inheritdoc") is not null)
            .Select(m => ((string?)m.Attribute("name") ?? string.Empty).Split('(')[0].Split("``")[0]).ToHashSet();
        return assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(Declared).Where(IsWritten).Select(m => $"{m.MemberType.ToString()[0]}:{type.FullName}.{m.Name}").Prepend($"T:{type.FullName}"))
            .Where(name => !documented.Contains(name));
    }

    // Not what the compiler adds: the members of records, accessors, the fields behind enums; nor what says the same as its base.
    private static bool IsWritten(MemberInfo member) =>
        !(member is MethodInfo method && method.GetBaseDefinition().DeclaringType != method.DeclaringType) &&
        (member is PropertyInfo or FieldInfo { IsSpecialName: false } or MethodInfo { IsSpecialName: false }) && member.GetCustomAttribute<CompilerGeneratedAttribute>() is null;

    private static bool IsConversion(MemberInfo member) => member is MethodInfo { Name: "op_Implicit" or "op_Explicit" };

    private static string Kind(Type type) => type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsInterface ? "interface" : type is { IsAbstract: true, IsSealed: true } ? "static class" : "class";

    private static string Tell(MemberInfo member) => member switch
    {
        PropertyInfo p => $"{p.PropertyType} {p.Name} {{ {(p.CanRead ? "get; " : "")}{(p.CanWrite ? "init; " : "")}}}",
        FieldInfo { IsLiteral: true } f => $"{f.Name} = {f.GetRawConstantValue()}",
        _ => member.ToString() ?? member.Name,
    };
}
