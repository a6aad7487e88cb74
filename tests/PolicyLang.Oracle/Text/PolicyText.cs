using System.Globalization;
using System.Text;
using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Text;

/// <summary>Writes a workspace in the language, for the compiler to read.</summary>
public static class PolicyText
{
    public static string Of(LawModel law)
    {
        var text = new StringBuilder();
        text.Append(VocabularyText.Of(law));
        foreach (OrganisationModel organisation in law.Organisations)
        {
            text.AppendLine($"organisation {organisation.Name} under {Names(organisation.Under)}");
        }

        foreach (PartyModel party in law.Parties)
        {
            text.AppendLine($"party {party.Name} {{");
            foreach (AdoptionModel a in party.Adoptions)
            {
                text.AppendLine($"  adopts {a.Framework} since {Day(a.Since)}{Part("until", a.Until)}{Part("towards", a.Towards)}{Part("reserving", a.Reserving)}{(a.Reserving.IsEmpty ? "" : Part("until", a.ReservedUntil))}");
            }

            text.AppendLine("}");
        }

        if (law.Principles is { } principles)
        {
            text.AppendLine($"resolve conflicts by {Names(principles.Select(p => p.ToString().ToLowerInvariant()))}");
        }

        foreach (FrameworkModel framework in law.Frameworks)
        {
            text.Append(Of(framework));
        }

        foreach (CheckModel check in law.Checks)
        {
            text.AppendLine($"check \"{check.Title}\" {{ {(check.Always ? "always" : "never")} {check.Outcome}: {ClauseText.Phrase(check.Pattern)}{ClauseText.Modifiers(check.Pattern)} }}");
        }

        return text.ToString();
    }

    public static string Of(FrameworkModel framework)
    {
        var text = new StringBuilder();
        text.AppendLine($"framework {framework.Name} {{");
        text.AppendLine($"  authority {framework.Authority}{(framework.Rank is { } rank ? $" rank {rank.ToString().ToLowerInvariant()}" : "")}{string.Concat(framework.Force.Select(Force))}");
        if (framework.Parties is { } parties)
        {
            text.AppendLine($"  parties {SetText.Of(parties)}");
        }

        if (!framework.Replaces.IsEmpty || !framework.Implements.IsEmpty)
        {
            text.AppendLine($" {Part("replaces", framework.Replaces)}{Part("implements", framework.Implements)}");
        }

        foreach (ClauseModel clause in framework.Clauses)
        {
            text.AppendLine("  " + ClauseText.Of(clause));
        }

        return text.AppendLine("}").ToString();
    }

    internal static string Names(IEnumerable<string> names) => string.Join(", ", names);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Part(string word, ImmutableArray<string> names) => names.IsEmpty ? "" : $" {word} {Names(names)}";

    internal static string Part(string word, DateOnly? day) => day is { } d ? $" {word} {Day(d)}" : "";

    internal static string Force(Days days) => days.From is null && days.Until is null ? "" : $" in force{Part("from", days.From)}{Part("until", days.Until)}";
}
