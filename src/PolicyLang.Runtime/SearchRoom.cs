using System.Collections.Concurrent;

namespace PolicyLang.Runtime;

/// <summary>A diagram and the searches in it, one question at a time; their room serves the next question.</summary>
internal sealed class SearchRoom
{
    // A diagram as large as this is rare, and not worth keeping its room.
    private const int MostKept = 50_000;

    public SearchRoom(PolicyModel model)
    {
        Diagram = new ChoiceDiagram(model);
        Changes = new ChangeSearch(model, Diagram);
        Assumptions = new AssumptionSearch(model, Diagram);
    }

    public ChoiceDiagram Diagram { get; }

    public ChangeSearch Changes { get; }

    public AssumptionSearch Assumptions { get; }

    /// <summary>Gives the room back to those that are free.</summary>
    public void Leave(ConcurrentBag<SearchRoom> free)
    {
        if (Diagram.Size < MostKept)
        {
            free.Add(this);
        }
    }
}
