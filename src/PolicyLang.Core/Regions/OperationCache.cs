using System.Runtime.CompilerServices;

namespace PolicyLang.Regions;

/// <summary>Results of operations on nodes, by the nodes' numbers; a later one may take the place of an earlier one.</summary>
internal sealed class OperationCache
{
    private const int MostEntries = 1 << 20;
    private const int FirstEntries = 1 << 14;
    private const int OperationBits = 4;
    private Entry[] _entries = new Entry[FirstEntries];
    private int _mask = FirstEntries - 1;

    // Part of each key, so that older entries need not be cleared.
    private int _age;

    /// <summary>Forgets everything, and takes as much room as at first.</summary>
    public void Begin()
    {
        _age++;
        _mask = FirstEntries - 1;
    }

    /// <summary>The number of the result; negative where it is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(DiagramOperation operation, int a, int b)
    {
        int key = KeyOf(operation);
        ref Entry entry = ref _entries[Slot(operation, a, b)];
        return entry.A == a && entry.B == b && entry.Key == key ? entry.Result : -1;
    }

    /// <summary>Keeps the number of a result.</summary>
    public void Store(DiagramOperation operation, int a, int b, int result) =>
        _entries[Slot(operation, a, b)] = new Entry { Key = KeyOf(operation), A = a, B = b, Result = result };

    /// <summary>Makes room for more, up to a limit.</summary>
    public void Grow()
    {
        int size = _mask + 1;
        if (size >= MostEntries)
        {
            return;
        }

        Entry[] old = _entries;
        _mask = (size * 2) - 1;
        _entries = old.Length > size ? old : new Entry[size * 2];
        for (int i = 0; i < size; i++)
        {
            // In place, an entry stays or moves up by the size.
            Entry entry = old[i];
            if (entry.Key >> OperationBits == _age && (entry.Key & ((1 << OperationBits) - 1)) is not 0 and int operation)
            {
                // Left behind, it would one day take the place of a later one.
                old[i] = default;
                _entries[Slot((DiagramOperation)operation, entry.A, entry.B)] = entry;
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

    private int KeyOf(DiagramOperation operation) => (_age << OperationBits) | (int)operation;

    private int Slot(DiagramOperation operation, int a, int b) =>
        Spread(unchecked((a * 0x1000193) ^ (b * 0x3ade68b1) ^ ((int)operation << 24))) & _mask;

    private struct Entry
    {
        public int Key;
        public int A;
        public int B;
        public int Result;
    }
}
