namespace PolicyLang.Parsing;

/// <summary>Units of time that the language does not have, each in one that it has.</summary>
internal static class UnitWordings
{
    public static readonly WordingTable<(int Number, string Unit)> Units = new(Parse)
    {
        { "quarter", "3 months" },
        { "quarters", "3 months" },
        { "fortnight", "2 weeks" },
        { "fortnights", "2 weeks" },
        { "working day", "1 working days" },
        { "business days", "1 working days" },
        { "business day", "1 working days" },
        { "trading days", "1 working days" },
        { "workdays", "1 working days" },
    };

    private static (int Number, string Unit) Parse(string meant)
    {
        string[] parts = meant.Split([' '], 2);
        return (int.Parse(parts[0]), parts[1]);
    }
}
