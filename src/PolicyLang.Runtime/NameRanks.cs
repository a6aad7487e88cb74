namespace PolicyLang.Runtime;

/// <summary>The order of names, made once: sorting by ranks compares no text.</summary>
internal sealed class NameRanks
{
    private readonly int[] _byRank;
    private readonly int[] _ranks;

    public NameRanks(IEnumerable<string> names)
    {
        _byRank = [.. names.Select((name, index) => (name, index)).OrderBy(n => n.name, StringComparer.Ordinal).Select(n => n.index)];
        _ranks = new int[_byRank.Length];
        for (int rank = 0; rank < _ranks.Length; rank++)
        {
            _ranks[_byRank[rank]] = rank;
        }
    }

    /// <summary>The rank of the name at an index.</summary>
    public int RankOf(int index) => _ranks[index];

    /// <summary>The index of the name with a rank.</summary>
    public int At(int rank) => _byRank[rank];
}
