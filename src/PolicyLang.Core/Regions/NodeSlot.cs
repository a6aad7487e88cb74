namespace PolicyLang.Regions;

/// <summary>Where a table finds a node by its hash: at the slot that the hash says, or the next ones up to one that is free.</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Place">The place of the node; 0 where the slot is free.</param>
internal readonly record struct NodeSlot(int Hash, int Place);
