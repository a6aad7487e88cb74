namespace PolicyLang.Parsing;

/// <summary>Units of time that the language does not have, each in one that it has.</summary>
internal static class UnitWordings
{
    public static readonly WordingTable<(int Number, string Unit)> Units = new(Parse)
    {
        { "year", "12 months" },
        { "years", "12 months" },
        { "quarter", "3 months" },
        { "quarters", "3 months" },
        { "fortnight", "2 weeks" },
        { "fortnights", "2 weeks" },
    };

    private static (int Number, string Unit) Parse(string meant)
    {
        string[] parts = meant.Split(' ');
        return (int.Parse(parts[0]), parts[1]);
    }
}
