namespace PolicyLang.Syntax;

/// <summary>The words that the grammar knows. All are contextual: a declaration may have any of them as its name.</summary>
public static class Keywords
{
    private static readonly Dictionary<string, TokenKind> Kinds = new(StringComparer.Ordinal)
    {
        ["framework"] = TokenKind.FrameworkWord,
        ["party"] = TokenKind.PartyWord,
        ["organisation"] = TokenKind.OrganisationWord,
        ["jurisdiction"] = TokenKind.JurisdictionWord,
        ["bloc"] = TokenKind.BlocWord,
        ["taxonomy"] = TokenKind.TaxonomyWord,
        ["attribute"] = TokenKind.AttributeWord,
        ["define"] = TokenKind.DefineWord,
        ["scenario"] = TokenKind.ScenarioWord,
        ["check"] = TokenKind.CheckWord,
        ["acknowledge"] = TokenKind.AcknowledgeWord,
        ["assume"] = TokenKind.AssumeWord,
        ["list"] = TokenKind.ListWord,
        ["resolve"] = TokenKind.ResolveWord,
        ["transfer"] = TokenKind.TransferWord,
        ["sovereignty"] = TokenKind.SovereigntyWord,
        ["norm"] = TokenKind.NormWord,
        ["citation"] = TokenKind.CitationWord,
        ["source"] = TokenKind.SourceWord,
        ["authority"] = TokenKind.AuthorityWord,
        ["rank"] = TokenKind.RankWord,
        ["adopted"] = TokenKind.AdoptedWord,
        ["aims"] = TokenKind.AimsWord,
        ["parties"] = TokenKind.PartiesWord,
        ["replaces"] = TokenKind.ReplacesWord,
        ["repeals"] = TokenKind.RepealsWord,
        ["implements"] = TokenKind.ImplementsWord,
        ["may"] = TokenKind.MayWord,
        ["must"] = TokenKind.MustWord,
        ["need"] = TokenKind.NeedWord,
        ["should"] = TokenKind.ShouldWord,
        ["from"] = TokenKind.FromWord,
        ["to"] = TokenKind.ToWord,
        ["in"] = TokenKind.InWord,
        ["outside"] = TokenKind.OutsideWord,
        ["for"] = TokenKind.ForWord,
        ["against"] = TokenKind.AgainstWord,
        ["when"] = TokenKind.WhenWord,
        ["unless"] = TokenKind.UnlessWord,
        ["within"] = TokenKind.WithinWord,
        ["not"] = TokenKind.NotWord,
        ["notifying"] = TokenKind.NotifyingWord,
        ["approved"] = TokenKind.ApprovedWord,
        ["subject"] = TokenKind.SubjectWord,
        ["prevails"] = TokenKind.PrevailsWord,
        ["notwithstanding"] = TokenKind.NotwithstandingWord,
        ["only"] = TokenKind.OnlyWord,
        ["with"] = TokenKind.WithWord,
        ["invoking"] = TokenKind.InvokingWord,
        ["exempt"] = TokenKind.ExemptWord,
        ["collected"] = TokenKind.CollectedWord,
        ["where"] = TokenKind.WhereWord,
        ["towards"] = TokenKind.TowardsWord,
        ["under"] = TokenKind.UnderWord,
        ["on"] = TokenKind.OnWord,
        ["expect"] = TokenKind.ExpectWord,
        ["any"] = TokenKind.AnyWord,
        ["anywhere"] = TokenKind.AnywhereWord,
        ["own"] = TokenKind.OwnWord,
        ["territory"] = TokenKind.TerritoryWord,
        ["another"] = TokenKind.AnotherWord,
        ["anyone"] = TokenKind.AnyoneWord,
        ["law"] = TokenKind.LawWord,
        ["except"] = TokenKind.ExceptWord,
        ["or"] = TokenKind.OrWord,
        ["and"] = TokenKind.AndWord,
        ["is"] = TokenKind.IsWord,
        ["include"] = TokenKind.IncludeWord,
        ["all"] = TokenKind.AllWord,
        ["none"] = TokenKind.NoneWord,
        ["of"] = TokenKind.OfWord,
        ["by"] = TokenKind.ByWord,
        ["over"] = TokenKind.OverWord,
        ["before"] = TokenKind.BeforeWord,
        ["enforceable"] = TokenKind.EnforceableWord,
        ["until"] = TokenKind.UntilWord,
        ["force"] = TokenKind.ForceWord,
        ["cites"] = TokenKind.CitesWord,
        ["allow"] = TokenKind.AllowWord,
        ["prohibit"] = TokenKind.ProhibitWord,
        ["require"] = TokenKind.RequireWord,
        ["adopts"] = TokenKind.AdoptsWord,
        ["since"] = TokenKind.SinceWord,
        ["reserving"] = TokenKind.ReservingWord,
        ["invokes"] = TokenKind.InvokesWord,
        ["supranational"] = TokenKind.SupranationalWord,
        ["opposes"] = TokenKind.OpposesWord,
        ["set"] = TokenKind.SetWord,
        ["chosen"] = TokenKind.ChosenWord,
        ["as"] = TokenKind.AsWord,
        ["hours"] = TokenKind.HoursWord,
        ["days"] = TokenKind.DaysWord,
        ["weeks"] = TokenKind.WeeksWord,
        ["months"] = TokenKind.MonthsWord,
        ["years"] = TokenKind.YearsWord,
        ["working"] = TokenKind.WorkingWord,
        ["permitted"] = TokenKind.PermittedWord,
        ["prohibited"] = TokenKind.ProhibitedWord,
        ["unregulated"] = TokenKind.UnregulatedWord,
        ["conflicting"] = TokenKind.ConflictingWord,
        ["regulated"] = TokenKind.RegulatedWord,
        ["discouraged"] = TokenKind.DiscouragedWord,
        ["advised"] = TokenKind.AdvisedWord,
        ["applies"] = TokenKind.AppliesWord,
        ["does"] = TokenKind.DoesWord,
        ["apply"] = TokenKind.ApplyWord,
        ["conflict"] = TokenKind.ConflictWord,
        ["conflicts"] = TokenKind.ConflictsWord,
        ["between"] = TokenKind.BetweenWord,
        ["no"] = TokenKind.NoWord,
        ["breach"] = TokenKind.BreachWord,
        ["duty"] = TokenKind.DutyWord,
        ["way"] = TokenKind.WayWord,
        ["add"] = TokenKind.AddWord,
        ["remove"] = TokenKind.RemoveWord,
        ["send"] = TokenKind.SendWord,
        ["store"] = TokenKind.StoreWord,
        ["wait"] = TokenKind.WaitWord,
        ["never"] = TokenKind.NeverWord,
        ["always"] = TokenKind.AlwaysWord,
        ["implies"] = TokenKind.ImpliesWord,
        ["because"] = TokenKind.BecauseWord,
    };

    /// <summary>The one word of the language that is no name: it has a hyphen.</summary>
    public const string SelfJudged = "self-judged";

    /// <summary>The words, in the order of their kinds.</summary>
    public static ImmutableArray<string> All { get; } = [.. Kinds.OrderBy(k => k.Value).Select(k => k.Key)];

    /// <summary>The kind of a word.</summary>
    public static TokenKind KindOf(string word) => Kinds.TryGetValue(word, out TokenKind kind) ? kind : TokenKind.Name;

    // By length and first letter, so that a word is looked up where it stands in a text.
    private static readonly KeyValuePair<string, TokenKind>[][] Buckets =
        [.. Enumerable.Range(0, (Kinds.Keys.Max(w => w.Length) + 1) * Letters)
            .Select(b => Kinds.Where(k => Bucket(k.Key[0], k.Key.Length) == b).ToArray())];

    private const int Letters = 'z' - 'a' + 1;

    /// <summary>The kind of a word inside a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="length">Its UTF-16 code units.</param>
    public static TokenKind KindOf(string text, int start, int length)
    {
        char first = length == 0 ? '\0' : text[start];
        int bucket = first is >= 'a' and <= 'z' ? Bucket(first, length) : Buckets.Length;
        if (bucket < Buckets.Length)
        {
            foreach (KeyValuePair<string, TokenKind> keyword in Buckets[bucket])
            {
                if (string.CompareOrdinal(text, start, keyword.Key, 0, length) == 0)
                {
                    return keyword.Value;
                }
            }
        }

        return TokenKind.Name;
    }

    private static int Bucket(char first, int length) => (length * Letters) + (first - 'a');

    /// <summary>The word of a kind that is a keyword's.</summary>
    public static string WordOf(TokenKind kind) => All[(int)kind - (int)TokenKind.Name - 1];

    /// <summary>Whether a token is a word, keyword or not.</summary>
    public static bool IsWord(TokenKind kind) => kind >= TokenKind.Name;

    /// <summary>Whether a word ends a subject, an object or a list, and so cannot name a role, datum, action or place.</summary>
    public static bool IsStopWord(TokenKind kind) => kind is >= TokenKind.MayWord and <= TokenKind.ExpectWord;

    /// <summary>Whether a word can begin a modifier of a clause.</summary>
    public static bool StartsModifier(TokenKind kind) => kind is >= TokenKind.FromWord and <= TokenKind.UnderWord;

    /// <summary>Whether a word can begin a property of a framework.</summary>
    public static bool StartsProperty(TokenKind kind) =>
        kind is (>= TokenKind.CitationWord and <= TokenKind.ImplementsWord) or TokenKind.InWord;

    /// <summary>Whether a word can begin a declaration at the top of a file.</summary>
    public static bool StartsDeclaration(TokenKind kind) => kind is >= TokenKind.FrameworkWord and <= TokenKind.ResolveWord;

    /// <summary>Whether a word is the kind of a clause.</summary>
    public static bool StartsClause(TokenKind kind) => kind is TokenKind.TransferWord or TokenKind.SovereigntyWord or TokenKind.NormWord;
}
