using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Library;

/// <summary>A framework that a file or a project uses of the law library.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where that is said.</param>
/// <param name="AsOf">The day as of which whoever says it knows the framework; null where nothing is said.</param>
internal sealed record UsedName(string Name, Location Location, CalendarDay? AsOf)
{
    /// <inheritdoc/>
    public bool Equals(UsedName? other) => other is not null && Name == other.Name && AsOf == other.AsOf
        && Location.File == other.Location.File && Location.Span == other.Location.Span;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}

/// <summary>The version of the law library that a project states.</summary>
/// <param name="Version">The version.</param>
/// <param name="Location">Where that is said.</param>
internal sealed record StatedVersion(string Version, Location Location)
{
    /// <inheritdoc/>
    public bool Equals(StatedVersion? other) => other is not null && Version == other.Version
        && Location.File == other.Location.File && Location.Span == other.Location.Span;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Version);
}
