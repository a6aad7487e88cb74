using CsCheck;

namespace PolicyLang.Testing;

/// <summary>Properties that are tried on the same generated values in every run.</summary>
internal static class Property
{
    // Enough to make a failing value small; each try costs as much as the property.
    private const int TriesToShrink = 2_000;

    /// <summary>Asserts that a property holds for generated values; where it does not, the smallest found is shown with its seed.</summary>
    /// <param name="values">What makes the values.</param>
    /// <param name="check">Throws where the property does not hold.</param>
    /// <param name="rounds">How many values are tried.</param>
    public static void Holds<T>(Gen<T> values, Action<T> check, int rounds)
    {
        for (uint round = 0; round < rounds; round++)
        {
            var random = new PCG(round, 1);
            string seed = random.ToString();
            T value = values.Generate(random, null, out _);
            try
            {
                check(value);
            }
            catch (Exception)
            {
                values.Sample(check, seed: seed, iter: TriesToShrink);
                throw;
            }
        }
    }
}
