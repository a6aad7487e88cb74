using System.Diagnostics;

namespace PolicyLang.Runtime;

/// <summary>Changes to one value or one element, and ways that are one such change. They are the same for every case, so each is made
/// once.</summary>
internal sealed class KnownChanges(CaseModel made)
{
    private readonly CaseChange?[]?[] _changes = new CaseChange?[]?[made.Slots];
    private readonly WayToComply?[]?[] _permitted = new WayToComply?[]?[made.Slots];
    private readonly WayToComply?[]?[] _unregulated = new WayToComply?[]?[made.Slots];
    private readonly CaseChange?[] _neutral = new CaseChange?[made.Slots];

    /// <summary>An attribute with the value that a case has for it.</summary>
    public CaseChange ChangeOf(CaseAttribute attribute, long[] values)
    {
        int key = KeyOf(attribute, values);
        return key < 0 ? CaseModel.ChangeOf(attribute, values) : In(_changes, attribute, key) ??= CaseModel.ChangeOf(attribute, values);
    }

    /// <summary>An attribute of which a case says nothing, with the value that is taken for it.</summary>
    public CaseChange NeutralOf(CaseAttribute attribute, long[] values) =>
        _neutral[attribute.Slot] ??= CaseModel.ChangeOf(attribute, values);

    /// <summary>The way that is one change.</summary>
    /// <param name="attribute">What changes.</param>
    /// <param name="values">The values after the change.</param>
    /// <param name="outcome">What the act then is.</param>
    public WayToComply WayOf(CaseAttribute attribute, long[] values, PolicyOutcome outcome)
    {
        int key = KeyOf(attribute, values);
        return key < 0
            ? new WayToComply([CaseModel.ChangeOf(attribute, values)], outcome)
            : In(outcome == PolicyOutcome.Permitted ? _permitted : _unregulated, attribute, key)
                ??= new WayToComply([ChangeOf(attribute, values)], outcome);
    }

    private static ref T? In<T>(T?[]?[] known, CaseAttribute attribute, int key)
        where T : class
    {
        T?[] own = known[attribute.Slot] ??= new T?[(attribute.Taxonomy?.Names.Count ?? 1) + 1];
        return ref own[key];
    }

    // A flag, or 1 and the place of the only node; negative for the rest.
    private static int KeyOf(CaseAttribute attribute, long[] values)
    {
        long value = values[attribute.Slot];
        return attribute.Kind switch
        {
            AttributeKind.Flag => value == 0 ? 0 : 1,
            AttributeKind.Node => value >= 0 && value <= attribute.Taxonomy?.Names.Count ? (int)value : -1,
            AttributeKind.NodeSet => OnlyElement(attribute, values),
            AttributeKind.Count or AttributeKind.Date or AttributeKind.HalfCount => -1,
            _ => throw new UnreachableException(),
        };
    }

    private static int OnlyElement(CaseAttribute attribute, long[] values)
    {
        int only = 0;
        for (int word = 0; word < CaseModel.SlotsOf(attribute); word++)
        {
            long bits = values[attribute.Slot + word];
            for (int bit = 0; bits != 0; bit++, bits = (long)((ulong)bits >> 1))
            {
                if ((bits & 1) != 0)
                {
                    if (only != 0)
                    {
                        return -1;
                    }

                    only = (word * 64) + bit + 1;
                }
            }
        }

        return only;
    }
}
