namespace PolicyLang.Cli.Models;

/// <summary>What the C# compiler made of generated files.</summary>
/// <param name="Findings">Its warnings and errors; nothing may be written where there are any.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="Documentation">Its documentation, as XML.</param>
internal sealed record CheckedModels(ImmutableArray<string> Findings, byte[] Assembly, byte[] Documentation);
