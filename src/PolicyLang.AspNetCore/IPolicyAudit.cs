using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore;

/// <summary>Is told every decision: case, outcome, clauses, fingerprint, compiler.</summary>
/// <typeparam name="TCase">The generated case.</typeparam>
public interface IPolicyAudit<TCase>
    where TCase : struct, ICase<TCase>
{
    /// <summary>A case was decided. What throws here keeps the decision from being given.</summary>
    /// <param name="act">The case.</param>
    /// <param name="answer">The answer, with its reasons and provenance.</param>
    void Decided(in TCase act, PolicyAnswer answer);

    /// <summary>A case was refused, because it leaves out a fact or a value names nothing.</summary>
    /// <param name="act">The case.</param>
    /// <param name="problems">What is wrong.</param>
    void Refused(in TCase act, IReadOnlyList<CaseProblem> problems);
}
