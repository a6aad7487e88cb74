using System.Text;
using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Text;

internal static class ClauseText
{
    public static string Of(ClauseModel clause) =>
        $"{clause.Kind.ToString().ToLowerInvariant()} {clause.Name} {{ {Sentence(clause)}{Modifiers(clause)} }}";

    /// <summary>Subject, verb and object of a check.</summary>
    public static string Phrase(ClauseModel c) => $"{Subject(c)}{SetText.InPhrase(c.Verbs)}{Object(c)}";

    public static string Modifiers(ClauseModel c)
    {
        var text = new StringBuilder();
        // The place comes first: after 'to', 'in' would make roles of the places before it.
        if (c.In is { } place)
        {
            text.Append(place is ListSet { Outside: true } ? " " : c.OnlyIn ? " only in " : " in ").Append(SetText.Of(place));
        }

        text.Append(Slot("collected in", c.Collected)).Append(Slot("from", c.From));
        if (c.To is { } to)
        {
            text.Append(" to ").Append(c.ToRoles.IsEmpty ? "" : PolicyText.Names(c.ToRoles) + (to is ListSet { Outside: true } ? " " : " in ")).Append(SetText.Of(to));
        }

        text.Append(Slot("for", c.For)).Append(Slot("against", c.Against));
        text.Append(string.Concat(c.Where.Select(w => " where " + SetText.Of(w))));
        text.Append(string.Concat(c.When.Select(w => " when " + SetText.Of(w)))).Append(string.Concat(c.Unless.Select(u => " unless " + SetText.Of(u))));
        text.Append(c.With is { } with ? " with " + SetText.Of(with) : "").Append(Clock("within", c.Within)).Append(Clock("not before", c.NotBefore));
        text.Append(PolicyText.Part("notifying", c.Notifying)).Append(PolicyText.Part("approved by", c.ApprovedBy));
        text.Append(PolicyText.Part("subject to", c.SubjectTo)).Append(PolicyText.Part("prevails over", c.PrevailsOver)).Append(PolicyText.Part("notwithstanding", c.Notwithstanding));
        text.Append(PolicyText.Part("exempt from", c.ExemptFrom)).Append(PolicyText.Part("invoking", c.Invoking));
        text.Append(c.TowardsAnyone ? " towards anyone" : "").Append(c.NotEnforceable ? " not enforceable" + PolicyText.Part("until", c.NotEnforceableUntil) : "");
        return text.Append(string.Concat(c.Force.Select(PolicyText.Force))).ToString();
    }

    // What stands before the verbs of a sentence about law is whose conduct it speaks of.
    private static string Sentence(ClauseModel c) => c.IsLawMaking
        ? $"{(c.IsSoftLaw ? Word(c.Modality).Replace("must", "should", StringComparison.Ordinal) : Word(c.Modality))} {Subject(c)}{(Subject(c).Length == 0 ? "" : "to ")}{SetText.InPhrase(c.Verbs)}{Object(c)}"
        : $"{Subject(c)}{Word(c.Modality)} {SetText.InPhrase(c.Verbs)}{Object(c)}";

    private static string Subject(ClauseModel c) => c.Subject is null && c.Of is null ? "" : $"{SetText.InPhrase(c.Subject ?? new AnySet())}{(c.Of is null ? "" : " of " + SetText.Of(c.Of))} ";

    private static string Object(ClauseModel c) => c.Object is null ? "" : " " + SetText.InPhrase(c.Object);

    private static string Slot(string word, SetExpression? set) => set is null ? "" : $" {word} {SetText.Of(set)}";

    internal static string Clock(string word, Duration? duration) =>
        duration is null ? "" : $" {word} {duration.Count} {(duration.Unit == ClockUnit.WorkingDays ? "working days" : duration.Unit.ToString().ToLowerInvariant())}{(duration.Event is null ? "" : " of " + duration.Event)}";

    private static string Word(Modality modality) => modality switch
    {
        Modality.May => "may",
        Modality.MayOnly => "may only",
        Modality.Must => "must",
        Modality.MustNot => "must not",
        Modality.NeedNot => "need not",
        Modality.Should => "should",
        Modality.ShouldNot => "should not",
        Modality.PartiesMustAllow => "parties must allow",
        Modality.PartiesMustNotProhibit => "parties must not prohibit",
        Modality.PartiesMustNotRequire => "parties must not require",
        Modality.PartiesMustProhibit => "parties must prohibit",
        Modality.PartiesMustRequire => "parties must require",
        Modality.PartiesMayProhibit => "parties may prohibit",
        _ => "parties may require",
    };
}
