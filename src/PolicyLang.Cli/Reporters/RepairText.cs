using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Repairs;

namespace PolicyLang.Cli.Reporters;

/// <summary>Repairs for people, each with its number.</summary>
internal static class RepairText
{
    public static void Write(RepairReport report, AnsiStyle ink, TerminalWriter output)
    {
        int number = 0;
        foreach (Conflict conflict in report.Conflicts.Where(report.Sought.ContainsKey))
        {
            output.Line(ink.Bold($"{conflict.Descriptor.Code} {string.Join(" and ", conflict.Clauses)}"));
            foreach (Repair repair in report.Sought[conflict])
            {
                string also = repair.Removes.Length > 1
                    ? $", and removes {WireNames.Count(repair.Removes.Length - 1, "other conflict")}"
                    : string.Empty;
                output.Line(
                    $"  [{++number}] {repair.Title}: the case is then {WireNames.NameOf(repair.Afterwards)}{also}");
            }

            if (report.Sought[conflict].IsEmpty)
            {
                output.Line(
                    "  no amendment of what may be amended removes it without another finding; rewrite a clause, or acknowledge it");
            }
        }

        output.Line(Head(report, ink, number + 1));
        foreach (Amendment amendment in report.Plan.Amendments)
        {
            output.Line($"  {amendment.Title}");
        }

        if (report.Foreign > 0)
        {
            output.Line(
                $"{WireNames.Count(report.Foreign, "conflict")} of law that is not yours; '--change' says what else may be amended.");
        }

        if (report.Plan.Exhausted)
        {
            output.Line($"{ink.Heading(LimitDiagnostics.Untried.Severity, LimitDiagnostics.Untried.Code)}: Not every set of "
                + $"amendments was tried; with '--between' or '--kind' fewer conflicts are looked at, and more closely.");
        }
    }

    private static SafeText Head(RepairReport report, AnsiStyle ink, int number)
    {
        RepairPlan plan = report.Plan;
        if (plan.Amendments.IsEmpty)
        {
            return report.Conflicts.IsEmpty ? "no conflicts to repair" : "nothing to amend";
        }

        string removed = plan.Removes.Length < plan.Wanted ? $"{plan.Removes.Length} of {WireNames.Count(plan.Wanted, "conflict")}"
            : plan.Wanted == 1 ? "the conflict"
            : $"all {plan.Wanted} conflicts";
        return ink.Bold($"[{number}] {WireNames.Count(plan.Amendments.Length, "amendment")} "
            + $"{(plan.Amendments.Length == 1 ? "removes" : "together remove")} {removed}:");
    }
}
