using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>What drafters write for a modifier of a clause, and for a framework's days in force.</summary>
internal static class ModifierWordings
{
    private static readonly Dictionary<string, ModifierForm> Meanings =
        Syntax.Modifiers.All.ToDictionary(m => m.Words, m => m.Form, StringComparer.Ordinal);

    public static readonly WordingTable<ModifierForm> Modifiers = new(meant => Meanings[meant])
    {
        { "only if", "when" },
        { "only when", "when" },
        { "only where", "when" },
        { "if", "when" },
        { "provided that", "when" },
        { "provided", "when" },
        { "on condition that", "when" },
        { "as long as", "when" },
        { "so long as", "when" },
        { "except when", "unless" },
        { "except where", "unless" },
        { "except if", "unless" },
        { "save where", "unless" },
        { "for the purpose of", "for" },
        { "for the purposes of", "for" },
        { "for purposes of", "for" },
        { "with the approval of", "approved by" },
        { "with approval of", "approved by" },
        { "with effect from", "in force from" },
        { "effective from", "in force from" },
        { "effective", "in force from" },
        { "as of", "in force from" },
        { "as from", "in force from" },
        { "starting", "in force from" },
        { "overrides", "prevails over" },
        { "supersedes", "prevails over" },
        { "prevail over", "prevails over" },
        { "takes precedence over", "prevails over" },
        { "without prejudice to", "subject to" },
        { "despite", "notwithstanding" },
        { "regardless of", "notwithstanding" },
        { "irrespective of", "notwithstanding" },
        { "by way of derogation from", "notwithstanding" },
        { "in derogation from", "notwithstanding" },
        { "in derogation of", "notwithstanding" },
        { "except as provided in", "subject to" },
        { "save as provided in", "subject to" },
        { "subject to the provisions of", "subject to" },
        { "subject to approval by", "approved by" },
        { "subject to approval of", "approved by" },
        { "subject to the approval of", "approved by" },
        { "authorised by", "approved by" },
        { "authorized by", "approved by" },
        { "notify", "notifying" },
        { "informing", "notifying" },
        { "after notifying", "notifying" },
        { "no later than", "within" },
        { "not later than", "within" },
        { "no earlier than", "not before" },
        { "not earlier than", "not before" },
        { "in case of", "when" },
        { "in the case of", "when" },
        { "in the event of", "when" },
        { "except with", "unless" },
        { "in effect from", "in force from" },
        { "applies from", "in force from" },
        { "applicable from", "in force from" },
        { "valid from", "in force from" },
        { "enters into force on", "in force from" },
        { "valid until", "in force until" },
        { "until", "in force until" },
        { "since", "in force from" },
        { "for purpose of", "for" },
        { "inside", "in" },
        { "towards", "to" },
        { "into", "to" },
    };

    /// <summary>Only after a prohibition: "may … without X" could be "even without".</summary>
    public static readonly WordingTable<ModifierForm> AfterProhibition = new(meant => Meanings[meant])
    {
        { "without", "unless" },
    };

    /// <summary>In the place of a framework's property.</summary>
    public static readonly WordingTable<ModifierForm> InForce = new(meant => Meanings[meant])
    {
        { "effective from", "in force from" },
        { "effective", "in force from" },
        { "valid from", "in force from" },
        { "applies from", "in force from" },
        { "applicable from", "in force from" },
        { "enters into force on", "in force from" },
        { "entered into force on", "in force from" },
        { "with effect from", "in force from" },
        { "since", "in force from" },
    };
}
