using PolicyLang.Workspaces;

namespace PolicyLang.WebServer;

/// <summary>One edit of a text of its own, so that the user's first edit waits for no code that runs for the first time.</summary>
internal static class Rehearsal
{
    private const string File = "rehearsal.policy";

    private const string Text = """
        framework Rehearsal "Rehearsal" {
          authority DE
          in force from 2020-01-01
          transfer A { Exporter must not transfer Health from EEA to US unless explicit_consent }
          transfer B { Exporter may transfer PersonalData from DE to JP if safeguards include StandardContractualClauses }
        }
        """;

    /// <summary>Reads the text, changes it, and reads it again.</summary>
    public static void Run()
    {
        Workspace before = Workspace.Empty.With(File, Text);
        _ = before.Model;
        _ = before.With(File, Text.Replace("  transfer B", "  transfer C { Exporter may transfer Health from FR to JP }\n  transfer B",
            StringComparison.Ordinal)).Model;
    }
}
