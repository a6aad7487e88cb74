using System.Diagnostics;
using System.Text.Json;
using PolicyLang.Conflicts;
using PolicyLang.LanguageService;
using PolicyLang.Repairs;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Reporters;

/// <summary>What would remove conflicts.</summary>
/// <param name="Conflicts">In the order of output.</param>
/// <param name="Repairs">The repairs of each.</param>
/// <param name="Plan">What removes all of them, as far as they have a repair.</param>
internal sealed record RepairReport(ImmutableArray<Conflict> Conflicts, IReadOnlyDictionary<Conflict, ImmutableArray<Repair>> Repairs, ImmutableArray<Amendment> Plan)
{
    public void Write(Ink ink, TextWriter output)
    {
        foreach (Conflict conflict in Conflicts)
        {
            output.WriteLine(ink.Bold($"{conflict.Descriptor.Code} {string.Join(" and ", conflict.Clauses)}"));
            foreach (Repair repair in Repairs[conflict])
            {
                string also = repair.Removes.Length > 1 ? $", and removes {Words.Count(repair.Removes.Length - 1, "other conflict")}" : string.Empty;
                output.WriteLine($"  {Display.Clean(repair.Title)}: the case is then {Words.Of(repair.Afterwards)}{also}");
            }

            if (Repairs[conflict].IsEmpty)
            {
                output.WriteLine("  no one or two amendments of these clauses remove it without another finding; rewrite one of them, or acknowledge it");
            }
        }

        int left = Conflicts.Count(c => Repairs[c].IsEmpty);
        output.WriteLine(Conflicts.IsEmpty ? "no conflicts to repair"
            : Plan.IsEmpty ? "nothing to amend"
            : ink.Bold($"{Words.Count(Plan.Length, "amendment")} for {(left == 0 ? "all" : $"{Conflicts.Length - left} of {Conflicts.Length}")} conflicts:"));
        foreach (Amendment amendment in Plan)
        {
            output.WriteLine($"  {Display.Clean(amendment.Title)}");
        }
    }

    public void Write(Utf8JsonWriter json, Workspace workspace)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("conflicts");
        foreach (Conflict conflict in Conflicts)
        {
            json.WriteStartObject();
            json.WriteString("code", conflict.Descriptor.Code);
            JsonText.Array(json, "clauses", conflict.Clauses);
            json.WriteStartArray("repairs");
            foreach (Repair repair in Repairs[conflict])
            {
                json.WriteStartObject();
                json.WriteString("title", repair.Title);
                json.WriteString("afterwards", Words.Of(repair.Afterwards));
                JsonText.Array(json, "removes", repair.Removes);
                Write(json, "amendments", repair.Amendments, workspace);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "plan", Plan, workspace);
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
        RepairKind.NarrowPlace => "narrow-place",
        RepairKind.EndDate => "end-date",
        _ => throw new UnreachableException(),
    };
}
