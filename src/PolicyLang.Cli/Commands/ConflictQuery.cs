using PolicyLang.Cli.Inputs;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary>Finds the conflicts of a workspace, of one of its days or of one case.</summary>
internal static class ConflictQuery
{
    /// <summary>The conflicts.</summary>
    /// <param name="workspace">Where to look.</param>
    /// <param name="on">A date, or null for all.</param>
    /// <param name="caseFile">A file with a case, <c>-</c> for standard input, or null for all.</param>
    /// <param name="all">Whether resolved ones are wanted too.</param>
    /// <param name="host">Where the file is.</param>
    /// <exception cref="InputException">The date or the case cannot be used.</exception>
    public static ImmutableArray<Conflict> Find(Workspace workspace, string? on, string? caseFile, bool all, CommandHost host)
    {
        CalendarDay? day = DateArgument.Parse(on);
        if (caseFile is not null)
        {
            ImmutableArray<RawFact> facts = CaseInput.ReadFile(caseFile, host);
            if (day is { } given)
            {
                facts = [.. facts.Where(fact => fact.Attribute != "date"), new RawFact("date", [given.ToString()])];
            }

            return workspace.ConflictsFor(facts, out ImmutableArray<Problem> problems) ?? throw CaseInput.Refuse(problems);
        }

        return day is { } only
            ? workspace.ConflictsOn(only, out ImmutableArray<Problem> undecided) ?? throw CaseInput.Refuse(undecided)
            : all ? workspace.Conflicts : workspace.OpenConflicts;
    }
}
