#if !NET
namespace System.Diagnostics;

/// <summary>Code was reached that no value of ours leads to: somewhere a member of an enum is missing. .NET Standard 2.0 lacks the
/// type.</summary>
internal sealed class UnreachableException() : Exception("A case that was thought impossible has come up.");
#endif
