using PolicyLang.Syntax;

namespace PolicyLang.LanguageService;

/// <summary>What the words of the language say, in a sentence for whoever drafts.</summary>
internal static class WordMeanings
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["framework"] = "A law, a treaty, a contract or a company's policy, with its clauses.",
        ["scenario"] = "A case with the outcome that is expected of it.",
        ["check"] = "Something that holds in all cases, or in none.",
        ["acknowledge conflict between"] = "Says that a conflict is known and accepted, and why.",
        ["define"] = "A name for a condition or a set.",
        ["attribute"] = "A fact on which rules may depend.",
        ["taxonomy"] = "A tree of kinds: data, roles, actions, purposes.",
        ["list"] = "Kinds of a taxonomy that are named together, and may change.",
        ["uses"] = "Real law of the law library, by the names of its frameworks.",
        ["assume"] = "Which cases do not exist.",
        ["bloc"] = "A group of places whose members may change.",
        ["jurisdiction"] = "A place with a law of its own.",
        ["party"] = "Which instruments a State or bloc has adopted.",
        ["organisation"] = "A company or body that makes rules for itself.",
        ["resolve conflicts by"] = "Which principles of precedence are used.",
        ["citation"] = "Where the instrument was published.",
        ["source"] = "The address of its official text.",
        ["authority"] = "Whose law it is.",
        ["rank"] = "How high it stands: constitution, treaty, statute, regulation, decision, guideline, policy.",
        ["adopted"] = "The day on which it was adopted; what counts is since when it is in force.",
        ["in force from"] =
            "The first day on which it is law, with 'until' the last one too. Without it, it is a draft and decides nothing.",
        ["force from"] = "The first day on which it is law, with 'until' the last one too.",
        ["aims"] = "What it is meant to serve.",
        ["parties"] = "The States that it binds.",
        ["replaces"] = "The instruments that it takes the place of.",
        ["repeals"] = "The instruments and clauses that are no longer law from its first day on.",
        ["implements"] = "The instruments that it carries out.",
        ["cites"] = "The article that a clause renders.",
        ["may"] = "Permits; forbids nothing.",
        ["may only"] = "Permits where the condition holds, and prohibits where it does not.",
        ["must"] = "Makes the act due.",
        ["must not"] = "Prohibits the act.",
        ["need not"] = "No duty to do the act holds.",
        ["should"] = "Recommends: as 'must', but soft.",
        ["should not"] = "Advises against: as 'must not', but soft.",
        ["must allow"] = "The law of each party has to permit the act.",
        ["must not prohibit"] = "The law of each party may not prohibit the act.",
        ["must not require"] = "The law of each party may not make the act due.",
        ["must prohibit"] = "The law of each party has to prohibit the act.",
        ["must require"] = "The law of each party has to make the act due.",
        ["should allow"] = "The law of each party ought to permit the act.",
        ["should not prohibit"] = "The law of each party ought not to prohibit the act.",
        ["should not require"] = "The law of each party ought not to make the act due.",
        ["should prohibit"] = "The law of each party ought to prohibit the act.",
        ["should require"] = "The law of each party ought to make the act due.",
        ["may prohibit"] = "An exemption: the law of each party may prohibit the act.",
        ["may require"] = "An exemption: the law of each party may make the act due.",
        ["another party"] = "The places of the other parties.",
        ["any party"] = "The places of all parties, the own too.",
        ["any organisation"] = "With or without an organisation.",
        ["own territory"] = "The territory of the party whose law is judged.",
        ["law of"] = "All instruments of a legal order, and nothing above or below it.",
        ["adopts"] = "The instrument that the party has joined.",
        ["reserving"] = "The clauses that the party has not agreed to.",
        ["invokes"] = "The leave of an instrument on which the party relies for some of its law.",
        ["self-judged"] = "Counts as true for whoever invokes a leave that asks for it.",
        ["implies"] = "No case has the one without the other.",
        ["applies"] = "A rule of the clause covers the case, be it defeated or not.",
        ["does not apply"] = "No rule of the clause covers the case.",
        ["discouraged by"] = "Soft law advises against the act.",
        ["advised by"] = "Soft law recommends the act.",
        ["no conflict between"] = "None that has a clause of each.",
        ["no breach of"] = "No law of a party breaches the instrument, or misses what it asks for.",
        ["working days"] = "Days that are no days off.",
        ["superior"] = "The law of higher rank prevails.",
        ["specialis"] = "The narrower rule prevails over the wider.",
        ["posterior"] = "The later law prevails over the earlier.",
    };

    /// <summary>The most words of a phrase.</summary>
    public const int Longest = 3;

    /// <summary>What a word, or several with a blank between, says; null where nothing is to be said.</summary>
    public static string? Find(string phrase) =>
        Texts.TryGetValue(phrase, out string? text) ? text
        : Modifiers.All.FirstOrDefault(m => m.Words == phrase)?.Meaning ?? ClauseKinds.InfoOf(phrase)?.Meaning;
}
