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
        ["bloc"] = "A group of places whose members may change.",
        ["jurisdiction"] = "A place with a law of its own.",
        ["party"] = "Which instruments a State or bloc has adopted.",
        ["organisation"] = "A company or body that makes rules for itself.",
        ["resolve conflicts by"] = "Which principles of precedence are used.",
        ["transfer"] = "An article about data that move from one place to another.",
        ["sovereignty"] = "An article about where data are kept, processed or reached, and by whom.",
        ["norm"] = "An article about conduct, or about what the law of States must contain.",
        ["citation"] = "Where the instrument was published.",
        ["source"] = "The address of its official text.",
        ["authority"] = "Whose law it is.",
        ["rank"] = "How high it stands: constitution, treaty, statute, regulation, decision, guideline, policy.",
        ["adopted"] = "The day on which it was adopted; what counts is since when it is in force.",
        ["aims"] = "What it is meant to serve.",
        ["parties"] = "The States that it binds.",
        ["replaces"] = "The instruments that it takes the place of.",
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
        ["may prohibit"] = "An exemption: the law of each party may prohibit the act.",
        ["may require"] = "An exemption: the law of each party may make the act due.",
        ["from"] = "Where the data come from.",
        ["to"] = "Who receives the data, and where.",
        ["in"] = "Where the data are kept, processed or reached.",
        ["only in"] = "There, and prohibited in every other place.",
        ["outside"] = "In every other place.",
        ["for"] = "Why it is done.",
        ["against"] = "What the act is directed against or protects.",
        ["when"] = "The sentence holds only then.",
        ["unless"] = "The sentence does not hold then.",
        ["with"] = "How the act is to be done.",
        ["within"] = "How soon: hours, days, weeks or months.",
        ["not before"] = "How long one has to wait.",
        ["notifying"] = "Who has to be told.",
        ["approved by"] = "Whose approval is needed.",
        ["subject to"] = "The clauses to which this one yields.",
        ["prevails over"] = "The clauses that yield to this one.",
        ["notwithstanding"] = "As 'prevails over', in a lawyer's words.",
        ["invoking"] = "The exception of a treaty that this law relies on.",
        ["exempt from"] = "The clauses that are lifted; permits nothing by itself.",
        ["not enforceable"] = "The norm binds, but its breach is a warning only.",
        ["in force from"] = "Since when it is law, and until when.",
        ["superior"] = "The law of higher rank prevails.",
        ["specialis"] = "The narrower rule prevails over the wider.",
        ["posterior"] = "The later law prevails over the earlier.",
    };

    /// <summary>The most words of a phrase.</summary>
    public const int Longest = 3;

    /// <summary>What a word, or several with a blank between, says; null where nothing is to be said.</summary>
    public static string? Of(string phrase) => Texts.TryGetValue(phrase, out string? text) ? text : null;
}
