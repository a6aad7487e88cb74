namespace PolicyLang.Regions;

/// <summary>What pieces of work remember by themselves.</summary>
internal interface IPieceMemory
{
    /// <summary>Takes over what a piece has found, when it is done.</summary>
    /// <param name="found">What <see cref="SpaceView.KnownOf"/> has of it.</param>
    /// <param name="moved">Turns a region of the piece into one of all.</param>
    void Take(object found, Func<Region, Region> moved);
}
