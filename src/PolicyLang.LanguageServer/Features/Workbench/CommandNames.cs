namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary>The commands that code lenses carry and that the server carries out.</summary>
internal static class CommandNames
{
    public const string RunScenario = "policy.runScenario";
    public const string ShowConflict = "policy.showConflict";
    public const string Matrix = "policy.matrix";
    public const string Preview = "policy.preview";
}
