namespace PolicyLang.Regions;

/// <summary>Work in pieces needs what all of them share and nobody has worked out: that comes first, and the pieces begin anew.</summary>
/// <param name="workOut">Works it out.</param>
internal sealed class NeededBeforeException(Action workOut)
    : Exception("What is shared has to be worked out before work is done in pieces.")
{
    /// <summary>Works out what is needed, once nothing is done in pieces.</summary>
    public Action WorkOut => workOut;
}
