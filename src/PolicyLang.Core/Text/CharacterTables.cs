using System.Globalization;

namespace PolicyLang.Text;

/// <summary>Which characters are the same, or look the same, from the file <c>Characters.txt</c>.</summary>
internal sealed class CharacterTables
{
    private static readonly Lazy<CharacterTables> Loaded = new(() => new CharacterTables());
    private readonly Dictionary<int, int[]> _parts = [];
    private readonly Dictionary<(int, int), int> _wholes = [];
    private readonly Dictionary<int, int[]> _alike = [];
    private readonly Dictionary<int, int> _classes = [];

    private CharacterTables()
    {
        using Stream stream = typeof(CharacterTables).Assembly.GetManifestResourceStream("text/Characters.txt")
            ?? throw new InvalidOperationException("The tables of characters are not there.");
        using var reader = new StreamReader(stream);
        string section = string.Empty;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("[", StringComparison.Ordinal))
            {
                section = line.Trim('[', ']');
            }
            else if (!line.StartsWith("#", StringComparison.Ordinal))
            {
                foreach (string entry in line.Split([' '], StringSplitOptions.RemoveEmptyEntries))
                {
                    Add(section, entry);
                }
            }
        }
    }

    public static CharacterTables Default => Loaded.Value;

    /// <summary>What a character is canonically equal to; null where it stands for itself.</summary>
    public int[]? Parts(int character) => _parts.TryGetValue(character, out int[]? parts) ? parts : null;

    /// <summary>The one character that two are canonically equal to; 0 where there is none.</summary>
    public int Whole(int first, int second) => _wholes.TryGetValue((first, second), out int whole) ? whole : 0;

    /// <summary>What a letter, mark or digit looks like; null where it looks like itself.</summary>
    public int[]? Alike(int character) => _alike.TryGetValue(character, out int[]? alike) ? alike : null;

    /// <summary>The class of a mark, by which marks on one letter are ordered; 0 for what is no such mark.</summary>
    public int Class(int character) => _classes.TryGetValue(character, out int order) ? order : 0;

    private void Add(string section, string entry)
    {
        string[] sides = entry.Split('=');
        string[] range = sides[0].Split('-');
        int first = Hex(range[0]);
        int last = Hex(range[range.Length - 1]);
        int[] meant = [.. sides[1].Split('+').Select(Hex)];
        for (int c = first; c <= last; c++)
        {
            int[] own = first == last ? meant : [meant[0] + (c - first)];
            switch (section)
            {
                case "composed":
                    _parts.Add(c, own);
                    _wholes.Add((own[0], own[1]), c);
                    break;
                case "replaced":
                    _parts.Add(c, own);
                    break;
                case "alike":
                    _alike.Add(c, own);
                    break;
                default:
                    _classes.Add(c, meant[0]);
                    break;
            }
        }
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
