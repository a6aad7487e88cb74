using System.Reflection;
using System.Xml.Linq;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Api;

/// <summary>The public API of the language as a library. A change to it is a decision, and shows in the baseline.</summary>
public sealed class PublicApiTests
{
    private static readonly Assembly Core = typeof(PolicyRulebook).Assembly;

    [Fact]
    public void The_public_api_is_the_approved_one() =>
        Baseline.Verify(Repository.PathOf("tests/PolicyLang.Core.Tests/Api/core-api.txt"), PublicApi.Describe(Core));

    [Fact]
    public void All_of_it_is_in_one_namespace() => Assert.All(Core.GetExportedTypes(), t => Assert.Equal("PolicyLang", t.Namespace));

    [Fact]
    public void Nothing_else_is_documented()
    {
        const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        string[] documented =
        [
            .. XDocument.Load(System.IO.Path.ChangeExtension(Core.Location, ".xml")).Descendants("member")
                .Select(m => ((string?)m.Attribute("name") ?? string.Empty).Split('(')[0].Split("``")[0]),
        ];
        Assert.Contains("T:PolicyLang.PolicyRulebook", documented);
        HashSet<string> shown = [.. Core.GetExportedTypes().SelectMany(t => t.GetMembers(Members).Where(IsShown)
            .Select(m => $"{(m is MethodBase ? 'M' : m.MemberType.ToString()[0])}:{t.FullName}.{(m is ConstructorInfo ? "#ctor" : m.Name)}").Prepend($"T:{t.FullName}"))];
        Assert.All(documented, name => Assert.Contains(name, shown));
    }

    private static bool IsShown(MemberInfo member) => member switch
    {
        MethodBase m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly,
        FieldInfo f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly,
        PropertyInfo p => p.GetAccessors(nonPublic: true).Any(IsShown),
        EventInfo e => e.AddMethod is { } add && IsShown(add),
        _ => false,
    };

    [Fact]
    public void Every_public_type_and_member_is_documented() =>
        Assert.Empty(PublicApi.Undocumented(Core, XDocument.Load(System.IO.Path.ChangeExtension(Core.Location, ".xml"))));
}
