namespace PolicyLang.CodeGen.Naming;

/// <summary>Gives each thing in one C# scope a name of its own. Names that differ by case only count as equal: files and readers mix them
/// up.</summary>
/// <param name="reserved">Names that are taken.</param>
/// <param name="suffix">What is added to a name that is taken, before numbers are.</param>
internal sealed class NameScope(IEnumerable<string> reserved, string suffix)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

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
}
