using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>For which day and from whose point of view somebody reads the law.</summary>
/// <param name="AsOf">The day; null for each clause's own.</param>
/// <param name="Viewpoint">A jurisdiction, bloc, party or organisation by name; null for nobody's.</param>
internal sealed record ReadingView(CalendarDay? AsOf, string? Viewpoint)
{
    /// <summary>No day and nobody.</summary>
    public static readonly ReadingView Default = new(null, null);
}
