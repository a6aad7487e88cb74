using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>Why a case that was told cannot occur.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Assumption">The assumption that rules it out, by its title or its place; null where its clocks disagree.</param>
public sealed record MissingCase(string Message, string? Assumption);

/// <summary>Says which assumption rules a case out.</summary>
internal static class CaseProblems
{
    /// <param name="book">The rules.</param>
    /// <param name="values">A case outside those that exist.</param>
    public static MissingCase Missing(RuleBook book, long[] values)
    {
        var existing = new ExistingCases(book.Model, book.Compiler);
        BoundAssumption? broken = book.Model.Assumptions.FirstOrDefault(a => !book.Space.Regions.Holds(existing.Fits(a), values));
        if (broken is null)
        {
            return new MissingCase("The case cannot occur: its clocks do not agree with each other.", null);
        }

        string name = broken.Title ?? $"{broken.Location.File}:{broken.Location.Start.Line}";
        return new MissingCase($"The case cannot occur: the assumption '{name}' rules it out.", name);
    }
}
