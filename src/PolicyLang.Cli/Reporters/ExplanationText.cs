using PolicyLang.Decisions;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>Why a case is decided as it is, for people.</summary>
internal sealed class ExplanationText(AnsiStyle ink, TerminalWriter output)
{
    public void Write(ImmutableArray<ExplainedClause> clauses)
    {
        if (clauses.Length > 0)
        {
            output.Line(ink.Bold("why:"));
        }

        foreach (ExplainedClause clause in clauses)
        {
            output.Line($"  {ink.Bold(clause.Clause.QualifiedName)} {DecisionReading.Role(clause)}");
            if (clause.Where is { } where)
            {
                output.Line($"    wherever {where.Written}");
            }

            foreach (ExplainedPart part in clause.Parts)
            {
                Write(part, "    ");
            }
        }
    }

    private void Write(ExplainedPart part, string indent)
    {
        SafeText mark = part.Holds ? ink.Green("yes") : ink.Red("no ");
        output.Line($"{indent}{mark}  {part.Text}  ({Display.Place(part.Location)})");
        foreach (ExplainedPart inner in part.Parts)
        {
            Write(inner, indent + "  ");
        }
    }
}
