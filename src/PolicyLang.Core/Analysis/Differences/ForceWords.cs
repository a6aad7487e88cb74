using System.Diagnostics;
using PolicyLang.Rules;

namespace PolicyLang.Analysis.Differences;

/// <summary>The force of a sentence in a word or two.</summary>
internal static class ForceWords
{
    /// <summary>"prohibited", "due", "must allow".</summary>
    public static string Of(RuleModality kind, bool isSoft) => kind switch
    {
        RuleModality.Permission => "permitted",
        RuleModality.Prohibition => isSoft ? "discouraged" : "prohibited",
        RuleModality.Obligation => isSoft ? "advised" : "due",
        RuleModality.Waiver => "need not be",
        RuleModality.Exemption => "exempt",
        RuleModality.AllowGuarantee => isSoft ? "should allow" : "must allow",
        RuleModality.NotRequireGuarantee => isSoft ? "should not require" : "must not require",
        RuleModality.DutyToProhibit => isSoft ? "should prohibit" : "must prohibit",
        RuleModality.DutyToRequire => isSoft ? "should require" : "must require",
        RuleModality.PowerToProhibit => "may prohibit",
        RuleModality.PowerToRequire => "may require",
        _ => throw new UnreachableException(),
    };
}
