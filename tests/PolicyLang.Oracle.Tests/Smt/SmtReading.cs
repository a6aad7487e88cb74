using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Whether the value of a variable, or a leaf, lies within some places.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="variable">The variable.</param>
/// <param name="leaf">The leaf, where there is no variable.</param>
internal delegate string SmtPlaces(AttributeModel attribute, string? variable, Leaf? leaf);

/// <summary>How sentences are read.</summary>
/// <param name="Keeping">Whether <c>destination</c> is the location.</param>
/// <param name="Own"><c>own territory</c>.</param>
/// <param name="Others"><c>another party</c>.</param>
/// <param name="IsInvoked">Whether flags that are self-judged count as true.</param>
internal sealed record SmtReading(bool Keeping = false, SmtPlaces? Own = null, SmtPlaces? Others = null, bool IsInvoked = false);
