using PolicyLang.Text;

namespace PolicyLang.Library;

/// <summary>What is known of a file of a law library before its text is read.</summary>
/// <param name="Path">Where it stands: <c>law/ORDER/NAME.policy</c>.</param>
/// <param name="ReadAsOf">The day as of which its author read the law; null where it does not say.</param>
/// <param name="Frameworks">The frameworks that it declares.</param>
/// <param name="Needs">The paths of the files whose names its text uses.</param>
internal sealed record CatalogedFile(
    string Path, CalendarDay? ReadAsOf, ImmutableArray<CatalogedFramework> Frameworks, ImmutableArray<string> Needs);

/// <summary>A framework of a law library.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title; null where it has none.</param>
internal sealed record CatalogedFramework(string Name, string? Title);
