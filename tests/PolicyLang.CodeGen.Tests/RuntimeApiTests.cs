using System.Reflection;
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
        var documented = XDocument.Load(Path.ChangeExtension(Runtime.Location, ".xml")).Descendants("member").Select(m => (string?)m.Attribute("name")).ToHashSet();
        foreach (Type type in Runtime.GetExportedTypes())
        {
            Assert.Contains($"T:{type.FullName}", documented);
        }
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
