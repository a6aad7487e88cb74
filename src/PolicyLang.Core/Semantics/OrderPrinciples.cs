using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>Which principles the rules of each legal order use among themselves, strongest first; explicit precedence is the first
/// everywhere.</summary>
internal sealed class OrderPrinciples
{
    private readonly Dictionary<Symbol, ImmutableArray<Principle>> _own = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public OrderPrinciples(Vocabulary ground, IEnumerable<FrameworkSymbol> frameworks)
    {
        Workspace = ground.Principles;
        foreach (KeyValuePair<Symbol, ImmutableArray<Principle>> stated in ground.PrinciplesOfOrders)
        {
            _own.Add(stated.Key, stated.Value);
        }

        foreach (FrameworkSymbol framework in frameworks.Where(f => !f.Principles.IsDefault))
        {
            Add(framework);
        }

        Rounds = _own.Values.Append(Workspace).Max(p => p.Length);
    }

    /// <summary>Those of the workspace: of orders without their own, and between orders.</summary>
    public ImmutableArray<Principle> Workspace { get; }

    /// <summary>How many rounds there are.</summary>
    public int Rounds { get; }

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The principle of a round between rules of two orders; null where they have none in it.</summary>
    /// <param name="round">The round, from 0.</param>
    /// <param name="one">The order of one rule.</param>
    /// <param name="other">The order of the other.</param>
    public Principle? PrincipleInRound(int round, Symbol one, Symbol other)
    {
        ImmutableArray<Principle> principles = ReferenceEquals(one, other) ? For(one) : Workspace;
        return round < principles.Length && (ReferenceEquals(one, other) || principles[round] is Principle.Explicit or Principle.Superior)
            ? principles[round]
            : null;
    }

    /// <summary>Whether the same principles are stated for the same orders, by name.</summary>
    public bool IsSame(OrderPrinciples other) => Workspace.SequenceEqual(other.Workspace) && Names().SequenceEqual(other.Names());

    /// <summary>Those of a legal order.</summary>
    public ImmutableArray<Principle> For(Symbol order) => _own.TryGetValue(order, out ImmutableArray<Principle> own) ? own : Workspace;

    private IEnumerable<string> Names() =>
        _own.Select(o => $"{o.Key.Name} {string.Join(",", o.Value)}").OrderBy(n => n, StringComparer.Ordinal);

    private void Add(FrameworkSymbol framework)
    {
        if (framework.Authority is not { } order || framework.PrinciplesLocation is not { } location)
        {
            return;
        }

        if (_own.TryGetValue(order, out ImmutableArray<Principle> other) && !other.SequenceEqual(framework.Principles))
        {
            _diagnostics.Add(NameDiagnostics.Duplicate.Create(location,
                $"Another order of principles is stated for the law of {order.Name}.",
                "A legal order has one order of principles; state the same everywhere, or once."));
            return;
        }

        _own[order] = framework.Principles;
    }
}
