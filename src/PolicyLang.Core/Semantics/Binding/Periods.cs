using PolicyLang.Diagnostics;
using PolicyLang.Syntax;

namespace PolicyLang.Semantics.Binding;

/// <summary>Stretches of days.</summary>
internal static class Periods
{
    /// <summary>Reports a period that ends before it begins; false where it does.</summary>
    public static bool Check(BindingScope scope, DateLiteralSyntax? from, DateLiteralSyntax? until, SyntaxContext site)
    {
        if (from is null || until is null || until.Day >= from.Day)
        {
            return true;
        }

        scope.Report(NameDiagnostics.EmptyPeriod.Create(
            site.Locate(until.Span),
            $"The period ends on {until.Day}, before it begins on {from.Day}.",
            "Both days are counted in; swap them, or correct one.",
            fix: new Fix("Swap the days",
                [new TextEdit(site.Locate(from.Span).Span, until.Day.ToString()),
                new TextEdit(site.Locate(until.Span).Span, from.Day.ToString())])));
        return false;
    }

    public static DayRange ToDayRange(ForceSyntax force) =>
        new(force.From?.Day ?? Text.CalendarDay.First, force.Until?.Day ?? Text.CalendarDay.Last);

    /// <summary>The days in both lists of ranges.</summary>
    public static ImmutableArray<DayRange> Intersect(ImmutableArray<DayRange> a, ImmutableArray<DayRange> b)
    {
        var both = ImmutableArray.CreateBuilder<DayRange>();
        foreach (DayRange x in a)
        {
            foreach (DayRange y in b)
            {
                var common = new DayRange(x.From > y.From ? x.From : y.From, x.Until < y.Until ? x.Until : y.Until);
                if (common.From <= common.Until)
                {
                    both.Add(common);
                }
            }
        }

        return both.ToImmutable();
    }
}
