using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>Why a case is decided as it is, for people.</summary>
internal sealed class ExplanationText(AnsiStyle ink, TextWriter output)
{
    public void Write(ImmutableArray<ExplainedClause> clauses)
    {
        if (clauses.Length > 0)
        {
            output.WriteLine(ink.Bold("why:"));
        }

        foreach (ExplainedClause clause in clauses)
        {
            output.WriteLine($"  {ink.Bold(clause.Clause.QualifiedName)} {DecisionReading.Role(clause)}");
            if (clause.Where is { } where)
            {
                output.WriteLine($"    wherever {Display.Clean(where)}");
            }

            foreach (ExplainedPart part in clause.Parts)
            {
                Write(part, "    ");
            }
        }
    }

    private void Write(ExplainedPart part, string indent)
    {
        string mark = part.Holds ? ink.Green("yes") : ink.Red("no ");
        output.WriteLine($"{indent}{mark}  {Display.Clean(part.Text)}  ({Display.Place(part.Location)})");
        foreach (ExplainedPart inner in part.Parts)
        {
            Write(inner, indent + "  ");
        }
    }
}
