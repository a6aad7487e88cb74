using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

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

        string name = broken.Title ?? $"{broken.Location.File}:{broken.Location.Start.Line + 1}";
        return new MissingCase($"The case cannot occur: the assumption '{name}' rules it out.", name);
    }
}
