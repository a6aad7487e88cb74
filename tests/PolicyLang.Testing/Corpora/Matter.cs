using System.Globalization;
using System.Text;

namespace PolicyLang.Testing.Corpora;

/// <summary>What a statute is about: kinds of data, whom it addresses, and the flags that its conditions speak of.</summary>
internal sealed record Matter(string Whole, ImmutableArray<string> Kinds, string Role, ImmutableArray<string> Flags)
{
    private const int KindsPerSector = 8;

    private static readonly string[] Sectors =
    [
        "Banking", "Insurance", "Securities", "Hospitals", "Pharmacy", "Telecom", "Broadcasting", "Energy", "Water", "Rail", "Aviation", "Shipping",
        "Automotive", "Retail", "Postal", "Education", "Taxation", "Customs", "Policing", "Housing", "Agriculture", "Gaming", "Mapping", "Tourism",
    ];

    private static readonly string[] GeneralKinds = ["SensitivePersonalData", "Financial", "CustomerData", "EmployeeData", "Identifiers", "CommunicationsData", "ContactData"];

    /// <summary>The matter of an order's statute; different for each of its first 190 or so.</summary>
    /// <param name="turn">The number of the statute within its order.</param>
    /// <param name="order">The number of the order.</param>
    /// <param name="random">Decides how much of a sector a wide statute is about.</param>
    public static Matter Of(int turn, int order, Random random)
    {
        // Coprime with the number of matters: no order meets one twice before it has met all.
        int pick = ((turn * 61) + (order * 17)) % (Sectors.Length * KindsPerSector);
        string sector = Sectors[pick / KindsPerSector];
        ImmutableArray<string> flags = [$"{sector}_licensed", $"{sector}_audit", $"{sector}_incident"];
        return (turn % 10) switch
        {
            9 => new Matter("PersonalData", [.. GeneralKinds.OrderBy(_ => random.Next()).Take(3)], "Controller", ["explicit_consent", "business_need", "data_breach"]),
            4 => new Matter($"{sector}Data", [.. Enumerable.Range(0, 3).Select(_ => $"{sector}_{random.Next(KindsPerSector)}").Distinct()], $"{sector}Operator", flags),
            _ => new Matter($"{sector}_{pick % KindsPerSector}", [$"{sector}_{pick % KindsPerSector}"], $"{sector}Operator", flags),
        };
    }

    /// <summary>The declarations of all sectors.</summary>
    public static string Vocabulary()
    {
        var text = new StringBuilder();
        for (int s = 0; s < Sectors.Length; s++)
        {
            string kinds = string.Join(" ", Enumerable.Range(0, KindsPerSector).Select(k => $"{Sectors[s]}_{k}"));
            text.Append(CultureInfo.InvariantCulture, $"taxonomy data {{ {(s % 2 == 0 ? "PersonalData" : "NonPersonalData")} {{ {Sectors[s]}Data {{ {kinds} }} }} }}\n");
            text.Append(CultureInfo.InvariantCulture, $"taxonomy role {{ {Sectors[s]}Operator }}\n");
            foreach (string flag in (string[])["licensed", "audit", "incident"])
            {
                text.Append(CultureInfo.InvariantCulture, $"attribute {Sectors[s]}_{flag} : flag \"{Sectors[s]}: {flag}\"\n");
            }
        }

        return text.ToString();
    }
}
