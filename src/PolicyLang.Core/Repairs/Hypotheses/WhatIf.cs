using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Repairs.Hypotheses;

/// <summary>Asks what would be.</summary>
internal static class WhatIf
{
    /// <summary>What would be if parties adopted, reserved or withdrew, and law were repealed.</summary>
    /// <param name="workspace">The law as it is.</param>
    /// <param name="supposition">What is supposed.</param>
    /// <param name="other">The law with the files that are supposed; null where no file is.</param>
    /// <param name="supposed">The law as it is supposed, so that its mistakes can be told.</param>
    /// <param name="problems">What cannot be supposed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The answer, which is to be asked for once the mistakes are told; null where there are problems.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Func<WhatIfAnswer>? Suppose(this Workspace workspace, Supposition supposition, Workspace? other, out Workspace supposed,
        out ImmutableArray<Problem> problems, CancellationToken cancellation = default)
    {
        var law = new SupposedLaw(other ?? workspace);
        Workspace after = law.Apply(supposition, out problems);
        supposed = after;
        return problems.IsEmpty ? () => new Outlook(workspace, after, law, cancellation).Answer() : null;
    }
}
