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
    public void Every_public_type_and_member_is_documented() =>
        Assert.Empty(PublicApi.Undocumented(Core, XDocument.Load(System.IO.Path.ChangeExtension(Core.Location, ".xml"))));
}
