using System.Runtime.CompilerServices;

namespace PolicyLang.Regions;

/// <summary>Results of operations on nodes, by the nodes' numbers; a later one may take the place of an earlier one.</summary>
internal sealed class OperationCache
{
    private const int MostEntries = 1 << 20;
    private Entry[] _entries = new Entry[1 << 14];

    /// <summary>The number of the result; negative where it is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(DiagramOperation operation, int a, int b)
    {
        ref Entry entry = ref _entries[Slot(operation, a, b)];
        return entry.A == a && entry.B == b && entry.Operation == operation ? entry.Result : -1;
    }

    /// <summary>Keeps the number of a result.</summary>
    public void Store(DiagramOperation operation, int a, int b, int result) =>
        _entries[Slot(operation, a, b)] = new Entry { Operation = operation, A = a, B = b, Result = result };

    /// <summary>Makes room for more, up to a limit.</summary>
    public void Grow()
    {
        if (_entries.Length >= MostEntries)
        {
            return;
        }

        Entry[] old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (Entry entry in old)
        {
            if (entry.Operation != 0)
            {
                _entries[Slot(entry.Operation, entry.A, entry.B)] = entry;
            }
        }
    }

    /// <summary>Mixes the bits of a hash.</summary>
    public static int Spread(int hash)
    {
        uint x = unchecked((uint)hash);
        x ^= x >> 16;
        x = unchecked(x * 0x7feb352d);
        x ^= x >> 15;
        x = unchecked(x * 0x846ca68b);
        return unchecked((int)(x ^ (x >> 16)));
    }

    private int Slot(DiagramOperation operation, int a, int b) =>
        Spread(unchecked((a * 0x1000193) ^ (b * 0x3ade68b1) ^ ((int)operation << 24))) & (_entries.Length - 1);

    private struct Entry
    {
        public DiagramOperation Operation;
        public int A;
        public int B;
        public int Result;
    }
}
