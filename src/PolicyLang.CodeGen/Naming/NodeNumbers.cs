using System.Text;

namespace PolicyLang.CodeGen.Naming;

/// <summary>The numbers of enum members. Each depends on the name of its node alone, so that law which is added moves none.</summary>
internal static class NodeNumbers
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>A number for each name, never 0. Of two names with one number, the later in the order of names takes the next.</summary>
    public static Dictionary<string, int> Of(IEnumerable<string> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<int> { 0 };
        foreach (string name in names.OrderBy(n => n, StringComparer.Ordinal))
        {
            int number = Of(name);
            while (!taken.Add(number))
            {
                number = (number + 1) & int.MaxValue;
            }

            numbers.Add(name, number);
        }

        return numbers;
    }

    // FNV-1a over UTF-8: the same on every machine and in every version.
    private static int Of(string name)
    {
        uint hash = Basis;
        foreach (byte part in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ part) * Prime);
        }

        return (int)(hash & int.MaxValue);
    }
}
