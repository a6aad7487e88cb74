using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using PolicyLang.Runtime;
using PolicyLang.Testing;

namespace PolicyLang.CodeGen.Tests;

/// <summary>The public API of the runtime: what applications compile against. A change to it is a decision, and shows in the baseline.</summary>
public sealed class RuntimeApiTests
{
    private static readonly Assembly Runtime = typeof(PolicyModel).Assembly;

    [Fact]
    public void The_public_api_is_the_approved_one()
    {
        var api = new StringBuilder();
        foreach (Type type in Runtime.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            api.Append(Kind(type)).Append(' ').Append(type.FullName).Append('\n');
            foreach (string member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => m.GetCustomAttribute<CompilerGeneratedAttribute>() is null && m is not MethodInfo { IsSpecialName: true } and not FieldInfo { IsSpecialName: true }).Select(Tell).Order(StringComparer.Ordinal))
            {
                api.Append("  ").Append(member).Append('\n');
            }
        }

        Baseline.Verify(RepositoryFiles.PathOf("tests/cases/models/runtime-api.txt"), api.ToString());
    }

    [Fact]
    public void Every_public_type_and_member_is_documented()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Runtime.Location, ".xml")).Descendants("member").Where(m => m.Value.Trim().Length > 0)
            .Select(m => ((string?)m.Attribute("name") ?? string.Empty).Split('(')[0].Split("``")[0]).ToHashSet();
        foreach (Type type in Runtime.GetExportedTypes())
        {
            Assert.Contains($"T:{type.FullName}", documented);
            IEnumerable<string> members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(IsWritten).Select(m => $"{m.MemberType.ToString()[0]}:{type.FullName}.{m.Name}");
            Assert.All(members, m => Assert.Contains(m, documented));
        }
    }

    // Not what the compiler adds: the members of records, accessors, the fields behind enums; nor what says the same as its base.
    private static bool IsWritten(MemberInfo member) =>
        !(member is MethodInfo method && method.GetBaseDefinition().DeclaringType != method.DeclaringType) &&
        (member is PropertyInfo or FieldInfo { IsSpecialName: false } or MethodInfo { IsSpecialName: false }) && member.GetCustomAttribute<CompilerGeneratedAttribute>() is null;

    // What needs JSON or static members of interfaces, which older frameworks lack; generated code does not run there.
    private static readonly string[] NewerOnly = ["ICase`1", "INodeSet`1", "IRulebook`1", "NodeSet", "WayToComply.Apply"];

    [Fact]
    public void Older_frameworks_get_the_same_types_and_members()
    {
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        string[] older = PublicNames(RepositoryFiles.PathOf($"src/PolicyLang.Runtime/bin/{configuration}/netstandard2.0/PolicyLang.Runtime.dll"));
        Assert.NotEmpty(older);
        Assert.Equal(PublicNames(Runtime.Location).Where(n => !NewerOnly.Any(o => n == o || n.StartsWith(o + ".", StringComparison.Ordinal))), older);
    }

    private static string[] PublicNames(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeDefinitions
               let type = metadata.GetTypeDefinition(handle)
               where (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public && metadata.GetString(type.Namespace) == "PolicyLang.Runtime"
               from name in type.GetMethods().Select(metadata.GetMethodDefinition).Where(m => (m.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public).Select(m => m.Name).Prepend(type.Name).Distinct()
               let shown = $"{metadata.GetString(type.Name)}.{metadata.GetString(name)}"
               orderby shown
               select shown,
        ];
    }

    [Fact]
    public void It_needs_nothing_but_the_framework() =>
        Assert.All(Runtime.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    private static string Kind(Type type) => type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsInterface ? "interface" : type is { IsAbstract: true, IsSealed: true } ? "static class" : "class";

    private static string Tell(MemberInfo member) => member switch
    {
        PropertyInfo p => $"{p.PropertyType} {p.Name} {{ {(p.CanRead ? "get; " : "")}{(p.CanWrite ? "init; " : "")}}}",
        FieldInfo { IsLiteral: true } f => $"{f.Name} = {f.GetRawConstantValue()}",
        _ => member.ToString() ?? member.Name,
    };
}
