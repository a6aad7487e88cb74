using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PolicyLang.Cli.Tests;

/// <summary>
/// What goes into the native program calls nothing that trimming or compiling ahead of time may break, but for what is known to be safe. The analyzers of the SDK look closer when it is
/// published; they take too long for every build.
/// </summary>
public sealed class TrimmingTests
{
    // What the generator of JSON writes, and what LspRpc and LspFormatter give their reasons for.
    private static readonly string[] Safe =
    [
        "PolicyLang.Core: System.Text.Json.Serialization.JsonConverterAttribute..ctor",
        "PolicyLang.Exchange: System.Type.GetConstructor",
        "PolicyLang.Exchange: System.Type.GetProperty",
        "PolicyLang.LanguageServer: StreamJsonRpc.JsonRpc.InvokeWithParameterObjectAsync",
        "PolicyLang.LanguageServer: StreamJsonRpc.JsonRpc.NotifyWithParameterObjectAsync",
        "PolicyLang.LanguageServer: StreamJsonRpc.SystemTextJsonFormatter..ctor",
        "PolicyLang.LanguageServer: StreamJsonRpc.SystemTextJsonFormatter.Deserialize",
        "PolicyLang.LanguageServer: StreamJsonRpc.SystemTextJsonFormatter.set_JsonSerializerOptions",
        "PolicyLang.LanguageServer: System.Type.GetConstructor",
        "PolicyLang.LanguageServer: System.Type.GetProperty",
    ];

    [Fact]
    public void Nothing_else_is_called_that_trimming_may_break()
    {
        string folder = Path.GetDirectoryName(typeof(PolicyCommand).Assembly.Location) ?? string.Empty;
        string[] assemblies = ["policyc", .. new[] { "CodeGen", "Core", "Exchange", "LanguageServer", "Law", "Mcp" }.Select(name => $"PolicyLang.{name}")];
        string[] called = [.. assemblies.SelectMany(name => Risky(Assembly.LoadFrom(Path.Combine(folder, name + ".dll")))).Distinct().Order(StringComparer.Ordinal)];
        Assert.True(called.SequenceEqual(Safe), $"Called, other than is known to be safe:\n{string.Join('\n', called.Except(Safe))}\nCalled no more:\n{string.Join('\n', Safe.Except(called))}");
    }

    private static IEnumerable<string> Risky(Assembly assembly)
    {
        using var file = new FileStream(assembly.Location, FileMode.Open, FileAccess.Read);
        using var image = new System.Reflection.PortableExecutable.PEReader(file);
        MetadataReader metadata = image.GetMetadataReader();
        int members = metadata.GetTableRowCount(TableIndex.MemberRef);
        Assert.True(members > 0);
        for (int row = 1; row <= members; row++)
        {
            MemberReference reference = metadata.GetMemberReference(MetadataTokens.MemberReferenceHandle(row));
            if (reference.GetKind() == MemberReferenceKind.Method && Resolve(assembly.ManifestModule, MetadataTokens.GetToken(MetadataTokens.MemberReferenceHandle(row))) is { } method && IsRisky(method))
            {
                yield return $"{assembly.GetName().Name}: {method.DeclaringType?.FullName?.Split('[')[0]}.{method.Name}";
            }
        }
    }

    // A generic method is looked at as it is declared. Only collections of ours ask more of what they hold, and none of them is marked.
    private static MethodBase? Resolve(Module module, int token)
    {
        Type[] any = [.. Enumerable.Repeat(typeof(object), 8)];
        try
        {
            return module.ResolveMethod(token, any, any);
        }
        catch (TypeLoadException)
        {
            return null;
        }
    }

    private static bool IsRisky(MethodBase method) =>
        IsMarked(method) || (method.DeclaringType is { } type && IsMarked(type))
        || method.GetParameters().Any(p => p.IsDefined(typeof(DynamicallyAccessedMembersAttribute)))
        || (method.IsGenericMethod && method is MethodInfo generic
            && generic.GetGenericMethodDefinition().GetGenericArguments().Any(a => a.IsDefined(typeof(DynamicallyAccessedMembersAttribute), inherit: false)));

    private static bool IsMarked(MemberInfo member) => new[]
    {
        typeof(RequiresUnreferencedCodeAttribute), typeof(RequiresDynamicCodeAttribute), typeof(RequiresAssemblyFilesAttribute), typeof(DynamicallyAccessedMembersAttribute),
    }.Any(mark => member.IsDefined(mark, inherit: false));
}
