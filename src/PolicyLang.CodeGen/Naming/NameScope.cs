namespace PolicyLang.CodeGen.Naming;

/// <summary>A name of a policy that became another in C# because a different one has the wanted name already.</summary>
/// <param name="Source">The name in the policy files.</param>
/// <param name="Wanted">What it would be in C#.</param>
/// <param name="Taken">What it is.</param>
/// <param name="Winner">The name in the policy files that has the wanted one.</param>
internal sealed record NameClash(string Source, string Wanted, string Taken, string Winner);

/// <summary>Gives each thing in one C# scope a name of its own. Names that differ by case only count as equal: files and readers mix them
/// up.</summary>
/// <param name="reserved">Names that are taken.</param>
/// <param name="suffix">What is added to a name that is taken, before numbers are.</param>
internal sealed class NameScope(IEnumerable<string> reserved, string suffix)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The clashes so far between names of policies.</summary>
    public List<NameClash> Clashes { get; } = [];

    /// <summary>The wanted name, or one close to it.</summary>
    public string Take(string wanted)
    {
        string name = _taken.Contains(wanted) ? wanted.TrimStart('@') + suffix : wanted;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = wanted.TrimStart('@') + suffix + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    /// <summary>A name for each thing, whatever their order: those whose names are C# as they stand come first, then the others in the
    /// order of their names, so that a thing which is added takes no name from another.</summary>
    /// <param name="names">The names in the policy files, each once.</param>
    /// <param name="convert">Makes a C# name of one.</param>
    public Dictionary<string, string> TakeAll(IEnumerable<string> names, Func<string, string> convert)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in names.Distinct(StringComparer.Ordinal).OrderBy(n => convert(n) != n).ThenBy(n => n, StringComparer.Ordinal))
        {
            string wanted = convert(name);
            string taken = Take(wanted);
            given.Add(name, taken);
            if (taken == wanted)
            {
                _owners[wanted] = name;
            }
            else if (_owners.TryGetValue(wanted, out string? winner))
            {
                Clashes.Add(new NameClash(name, wanted, taken, winner));
            }
        }

        return given;
    }
}
