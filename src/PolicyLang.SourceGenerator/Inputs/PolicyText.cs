namespace PolicyLang.SourceGenerator.Inputs;

/// <summary>A policy file of the project.</summary>
/// <param name="Path">Where it is, for the places of findings.</param>
/// <param name="Text">What it says.</param>
internal sealed record PolicyText(string Path, string Text);
