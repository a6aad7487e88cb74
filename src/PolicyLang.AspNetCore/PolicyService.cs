using System.Diagnostics;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore;

/// <summary>Decides cases as the application has chosen, and tells the audits.</summary>
/// <typeparam name="TCase">The generated case.</typeparam>
public sealed class PolicyService<TCase>
    where TCase : struct, ICase<TCase>
{
    private readonly PolicyOptions<TCase> _options;
    private readonly IPolicyAudit<TCase>[] _audits;

    internal PolicyService(IRulebook<TCase> rulebook, PolicyOptions<TCase> options, IEnumerable<IPolicyAudit<TCase>> audits)
    {
        Rulebook = rulebook;
        _options = options;
        _audits = [.. audits];
    }

    /// <summary>The rulebook.</summary>
    public IRulebook<TCase> Rulebook { get; }

    /// <summary>SHA-256 of every policy text, the vocabulary and the settings.</summary>
    public string Fingerprint => Rulebook.Fingerprint;

    /// <summary>What the rulebook was made from, and what it holds.</summary>
    public RulebookManifest Manifest => Rulebook.Manifest;

    /// <summary>What keeps a case from being decided; none for one that can be.</summary>
    /// <param name="act">The case.</param>
    public IReadOnlyList<CaseProblem> Validate(in TCase act)
    {
        CaseProblem[] missing = [.. _options.Missing(act)];
        return missing.Length > 0 ? missing : Rulebook.Validate(act);
    }

    /// <summary>May this be done, on which ground, and what else has to be done?</summary>
    /// <param name="act">The case.</param>
    /// <exception cref="InvalidCaseException">A value names nothing, or a required fact is missing; as an answer of HTTP, 400.</exception>
    public PolicyAnswer Assess(in TCase act)
    {
        IReadOnlyList<CaseProblem> problems = Validate(act);
        if (problems.Count > 0)
        {
            foreach (IPolicyAudit<TCase> audit in _audits)
            {
                audit.Refused(act, problems);
            }

            throw new InvalidCaseException(problems);
        }

        TransferAssessment assessment = Rulebook.Assess(act);
        bool allowed = assessment.Outcome switch
        {
            PolicyOutcome.Permitted => true,
            PolicyOutcome.Unregulated => _options.WhenSilent == WhenSilent.Allow,
            PolicyOutcome.Prohibited or PolicyOutcome.Conflicting or PolicyOutcome.Undetermined => false,
            _ => throw new UnreachableException(),
        };
        var answer = new PolicyAnswer(allowed, assessment);
        foreach (IPolicyAudit<TCase> audit in _audits)
        {
            audit.Decided(act, answer);
        }

        return answer;
    }
}
