using System.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Exchange.Models;

/// <summary>The words of the language for what a bound model holds.</summary>
internal static class ModelWords
{
    public static string Of(Modality modality) => modality switch
    {
        Modality.May => "may",
        Modality.MayOnly => "may only",
        Modality.Must => "must",
        Modality.MustNot => "must not",
        Modality.NeedNot => "need not",
        Modality.Should => "should",
        Modality.ShouldNot => "should not",
        _ => throw new UnreachableException(),
    };

    public static string Of(LawModality modality) => modality switch
    {
        LawModality.MustAllow => "parties must allow",
        LawModality.MustProhibit => "parties must prohibit",
        LawModality.MustRequire => "parties must require",
        LawModality.MustNotProhibit => "parties must not prohibit",
        LawModality.MustNotRequire => "parties must not require",
        LawModality.MayProhibit => "parties may prohibit",
        LawModality.MayRequire => "parties may require",
        _ => throw new UnreachableException(),
    };

    public static string Of(ClauseKind kind) => kind switch
    {
        ClauseKind.Transfer => "transfer",
        ClauseKind.Sovereignty => "sovereignty",
        ClauseKind.Norm => "norm",
        _ => throw new UnreachableException(),
    };

    public static string Of(Rank rank) => rank switch
    {
        Rank.Constitution => "constitution",
        Rank.Treaty => "treaty",
        Rank.Statute => "statute",
        Rank.Regulation => "regulation",
        Rank.Decision => "decision",
        Rank.Guideline => "guideline",
        Rank.Policy => "policy",
        _ => throw new UnreachableException(),
    };
}
