using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using PolicyLang.Runtime;
using PolicyLang.Testing;

namespace PolicyLang.CodeGen.Tests;

/// <summary>The public API of the runtime: what applications compile against. A change to it is a decision, and shows in the baseline.</summary>
public sealed class RuntimeApiTests
{
    private static readonly Assembly Runtime = typeof(PolicyModel).Assembly;

    [Fact]
    public void The_public_api_is_the_approved_one() =>
        Baseline.Verify(RepositoryFiles.PathOf("tests/cases/models/runtime-api.txt"), PublicApi.Describe(Runtime));

    [Fact]
    public void Every_public_type_and_member_is_documented() =>
        Assert.Empty(PublicApi.Undocumented(Runtime, XDocument.Load(Path.ChangeExtension(Runtime.Location, ".xml"))));

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
}
