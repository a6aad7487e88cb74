using System.Diagnostics;
using System.Text.Json;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Repairs;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Reporters;

/// <summary>Repairs as JSON; the order of the keys is part of the contract.</summary>
internal static class RepairJson
{
    public static void Write(Utf8JsonWriter json, RepairReport report, Workspace workspace)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("conflicts");
        foreach (Conflict conflict in report.Conflicts)
        {
            Write(json, conflict, report.Sought.TryGetValue(conflict, out ImmutableArray<Repair> repairs) ? repairs : [], workspace);
        }

        json.WriteEndArray();
        Write(json, "plan", report.Plan.Amendments, workspace);
        JsonText.Array(json, "removes", report.Plan.Removes);
        json.WriteNumber("of", report.Plan.Wanted);
        json.WriteBoolean("exhausted", report.Plan.Exhausted);
        json.WriteNumber("foreign", report.Foreign);
        json.WriteString("limit", report.Plan.Exhausted ? LimitDiagnostics.Untried.Code : null);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Conflict conflict, ImmutableArray<Repair> repairs, Workspace workspace)
    {
        json.WriteStartObject();
        json.WriteString("code", conflict.Descriptor.Code);
        JsonText.Array(json, "clauses", conflict.Clauses);
        json.WriteStartArray("repairs");
        foreach (Repair repair in repairs)
        {
            json.WriteStartObject();
            json.WriteString("title", repair.Title);
            json.WriteString("afterwards", WireNames.NameOf(repair.Afterwards));
            JsonText.Array(json, "removes", repair.Removes);
            Write(json, "amendments", repair.Amendments, workspace);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<Amendment> amendments, Workspace workspace)
    {
        json.WriteStartArray(name);
        foreach (Amendment amendment in amendments)
        {
            json.WriteStartObject();
            json.WriteString("kind", Kind(amendment.Kind));
            json.WriteString("clause", amendment.Clause);
            json.WriteString("title", amendment.Title);
            SourceText text = workspace.Tree(amendment.Edit.File)?.Text ?? new SourceText(string.Empty);
            JsonText.Place(json, new Location(amendment.Edit.File, text, amendment.Edit.Edit.Span));
            json.WriteString("newText", amendment.Edit.Edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Kind(RepairKind kind) => kind switch
    {
        RepairKind.Subordinate => "subordinate",
        RepairKind.Reserve => "reserve",
        RepairKind.Exception => "exception",
        RepairKind.Safeguard => "safeguard",
        RepairKind.NarrowPlace => "narrow-place",
        RepairKind.Invoke => "invoke",
        RepairKind.EndDate => "end-date",
        _ => throw new UnreachableException(),
    };
}
