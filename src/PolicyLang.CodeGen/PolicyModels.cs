using PolicyLang.Diagnostics;

namespace PolicyLang.CodeGen;

/// <summary>Makes C# models of a rulebook, for hosts that generate them themselves.</summary>
public static class PolicyModels
{
    /// <summary>The files, sorted by name. The same rulebook and namespace give the same text. They need the package
    /// <c>PolicyLang.Runtime</c>.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="name">The namespace of the models, such as <c>Acme.Policies</c>.</param>
    /// <param name="isInternal">Whether the types are internal to their assembly.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The name is not that of a namespace.</exception>
    /// <exception cref="RulebookException">Part of the policy files was not understood, or the models are beyond the limits of the
    /// engine.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<GeneratedFile> Generate(
        PolicyRulebook rulebook, string name, bool isInternal = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        if (!CodeGenSettings.IsNamespace(name))
        {
            throw new ArgumentException($"'{name}' is not a namespace; write one such as Acme.Policies.", nameof(name));
        }

        rulebook.RefuseHidingErrors(cancellation);
        GeneratedFiles made =
            ModelGenerator.Generate(rulebook.Workspace, new CodeGenSettings(name) { IsInternal = isInternal }, cancellation);
        return made.Undecided is { } undecided ? throw new RulebookException(undecided) : made.Files;
    }
}
