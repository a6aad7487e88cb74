namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary>The commands that code lenses carry and that the server carries out, and one of the client's.</summary>
internal static class CommandNames
{
    public const string RunScenario = "policy.runScenario";
    public const string ShowConflict = "policy.showConflict";
    public const string Matrix = "policy.matrix";
    public const string Preview = "policy.preview";

    /// <summary>In links of cards only: the client carries it out.</summary>
    public const string ShowConflictsOf = "policy.showConflictsOf";
}
