using System.Reflection;

namespace PolicyLang.Cli;

/// <summary>The version that output names: three numbers, so that a run is a function of its input.</summary>
internal static class ProductVersion
{
    // The version of the assembly stays the same until the first number changes.
    public static string Text { get; } =
        Version.Parse(typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "0.0.0").ToString(3);
}
