using System.Globalization;
using System.Text;
using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Text;

/// <summary>Writes a workspace in the language, for the compiler to read.</summary>
public static class PolicyText
{
    /// <summary>How the law of an order is named in a list.</summary>
    public const string LawOf = "law of ";

    public static string Of(LawModel law)
    {
        var text = new StringBuilder();
        text.Append(VocabularyText.Of(law));
        foreach (OrganisationModel organisation in law.Organisations)
        {
            text.AppendLine($"organisation {organisation.Name}{Part("under", organisation.Under)}");
        }

        foreach (PartyModel party in law.Parties)
        {
            text.AppendLine($"party {party.Name} {{");
            foreach (AdoptionModel a in party.Adoptions)
            {
                text.AppendLine($"  adopts {a.Framework} since {Day(a.Since)}{Part("until", a.Until)}{Part("towards", a.Towards)}{Part("reserving", a.Reserving)}{Part("for", a.ReservingFor)}{(a.Reserving.IsEmpty ? "" : Part("until", a.ReservedUntil))}");
            }

            foreach (InvocationModel i in party.Invocations)
            {
                text.AppendLine($"  invokes {i.Leave} for {Names(i.For)} since {Day(i.Since)}{Part("until", i.Until)}");
            }

            text.AppendLine("}");
        }

        foreach ((string order, ImmutableArray<Principle> own) in law.PrinciplesOfOrders.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            text.AppendLine($"resolve conflicts of {order} by {Names(own)}");
        }

        if (law.Principles is { } principles)
        {
            text.AppendLine($"resolve conflicts by {Names(principles)}");
        }

        foreach (FrameworkModel framework in law.Frameworks)
        {
            text.Append(Of(framework));
        }

        foreach (CheckModel check in law.Checks)
        {
            text.AppendLine($"check \"{check.Title}\" {{ {(check.Always ? "always" : "never")} {check.Outcome}: {ClauseText.Phrase(check.Pattern)}{ClauseText.Modifiers(check.Pattern)}{Part("under", check.Under)} }}");
        }

        foreach (ConflictCheckModel check in law.ConflictChecks)
        {
            string statement = check.Framework is null ? $"no conflict between {string.Join(" and ", check.Between)}" : $"no breach of {check.Framework}{(check.Party is null ? "" : " by " + check.Party)}";
            text.AppendLine($"check \"{check.Title}\" {{ {statement} }}");
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

        if (!framework.Replaces.IsEmpty || !framework.Implements.IsEmpty || !framework.Repeals.IsEmpty)
        {
            text.AppendLine($" {Part("replaces", framework.Replaces)}{Part("implements", framework.Implements)}{Part("repeals", framework.Repeals)}");
        }

        foreach (ClauseModel clause in framework.Clauses)
        {
            text.AppendLine("  " + ClauseText.Of(clause));
        }

        return text.AppendLine("}").ToString();
    }

    // 'law of' takes all names to the end of the list.
    internal static string Names(IEnumerable<string> names)
    {
        ILookup<bool, string> laws = names.ToLookup(n => n.StartsWith(LawOf, StringComparison.Ordinal));
        return string.Join(", ", laws[true].Any() ? laws[false].Append(LawOf + string.Join(", ", laws[true].Select(n => n[LawOf.Length..]))) : laws[false]);
    }

    private static string Names(IEnumerable<Principle> principles) => Names(principles.Select(p => p.ToString().ToLowerInvariant()));

    /// <summary>A day as it is written.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Part(string word, ImmutableArray<string> names) => names.IsEmpty ? "" : $" {word} {Names(names)}";

    internal static string Part(string word, DateOnly? day) => day is { } d ? $" {word} {Day(d)}" : "";

    internal static string Force(Days days) => days.From is null && days.Until is null ? "" : $" in force{Part("from", days.From)}{Part("until", days.Until)}";
}
