namespace PolicyLang.LanguageServer.Reports;

/// <summary>The transfer that is asked about unless something else is said.</summary>
internal static class UsualTransfer
{
    /// <summary>What is transferred.</summary>
    public const string Data = "PersonalData";

    /// <summary>The roles of whoever does it: those whom clauses about transfers mostly bind.</summary>
    public static ImmutableArray<string> Actors { get; } = ["Controller", "Exporter"];
}
