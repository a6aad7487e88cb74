#if NET
namespace PolicyLang.Runtime;

/// <summary>All frameworks together, as something that can be handed on and replaced: generated code has one instance.</summary>
/// <typeparam name="TCase">The generated case.</typeparam>
public interface IRulebook<TCase>
    where TCase : struct, ICase<TCase>
{
    /// <summary>SHA-256 of every policy text, the vocabulary and the settings.</summary>
    string Fingerprint { get; }

    /// <summary>What the rulebook was made from, and what it holds.</summary>
    RulebookManifest Manifest { get; }

    /// <summary>What the law says of a case, all legal orders combined.</summary>
    /// <param name="act">The case.</param>
    /// <param name="whenIncomplete">What to do where the case leaves out what its answer rests on.</param>
    /// <exception cref="InvalidCaseException">A value names nothing, or a required fact is missing.</exception>
    PolicyOutcome Decide(in TCase act, WhenIncomplete whenIncomplete = WhenIncomplete.Refuse);

    /// <summary>The same answer with its reasons.</summary>
    /// <param name="act">The case.</param>
    /// <param name="whenIncomplete">What to do where the case leaves out what its answer rests on.</param>
    /// <exception cref="InvalidCaseException">A value names nothing, or a required fact is missing.</exception>
    PolicyDecision Explain(in TCase act, WhenIncomplete whenIncomplete = WhenIncomplete.Refuse);

    /// <summary>May this be done, on which ground, and what else has to be done?</summary>
    /// <param name="act">The case.</param>
    /// <param name="whenIncomplete">What to do where the case leaves out what its answer rests on.</param>
    /// <exception cref="InvalidCaseException">A value names nothing, or a required fact is missing.</exception>
    TransferAssessment Assess(in TCase act, WhenIncomplete whenIncomplete = WhenIncomplete.Refuse);

    /// <summary>What keeps a case from being decided; none for one that can be.</summary>
    /// <param name="act">The case.</param>
    IReadOnlyList<CaseProblem> Validate(in TCase act);
}
#endif
