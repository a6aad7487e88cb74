namespace PolicyLang.Cli.Inputs;

/// <summary>A policy file that was found.</summary>
/// <param name="Path">Absolute, as it was found.</param>
/// <param name="Real">Its real path, which is the same by whatever links it was found.</param>
internal readonly record struct FoundFile(string Path, string Real);
