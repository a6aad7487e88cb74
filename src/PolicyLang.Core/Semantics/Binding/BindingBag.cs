using PolicyLang.Diagnostics;

namespace PolicyLang.Semantics.Binding;

/// <summary>What binding one part of a workspace notes: findings, what names mean, the clocks that clauses start.</summary>
internal sealed class BindingBag
{
    public List<Diagnostic> Diagnostics { get; } = [];

    public List<NameReference> References { get; } = [];

    /// <summary>The clocks that are compared, each with the largest value that it is compared with.</summary>
    public Dictionary<string, long> Clocks { get; } = new(StringComparer.Ordinal);
}
