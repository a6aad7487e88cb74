using System.Globalization;
using System.Text;

namespace PolicyLang.Testing.Corpora;

/// <summary>Writes a bloc with dated accessions and the treaty between its members.</summary>
internal sealed class TreatyWriter(Random random, ImmutableArray<string> states, int number)
{
    public string Write()
    {
        int first = 1996 + random.Next(20);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"bloc Pact{number} \"Members of Pact {number}\" {{\n");
        foreach (string state in states.OrderBy(_ => random.Next()).Take(6 + random.Next(10)))
        {
            string until = random.Next(15) == 0 ? $" until {first + 12 + random.Next(8)}-12-31" : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"  {state} since {first + random.Next(10)}-01-01{until}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $$"""
            }

            /// A generated treaty of free flow.
            framework Treaty{{number}} "Digital Trade Pact {{number}}" {
              citation "Treaty Series {{number}}"
              authority Pact{{number}}
              rank treaty
              in force from {{first}}-01-01
              aims DigitalTrade, FreeFlow

              norm Flow "Free flow" cites "Art. 1" {
                parties must allow transfer {{Matter.Of(number, number, random).Whole}}
                from own territory
                to Pact{{number}}
                unless legitimate_public_policy or essential_security
              }

              norm NoLocalisation "No localisation" cites "Art. 2" {
                parties must not require store {{Matter.Of(number + 50, number, random).Whole}}
                in own territory
                unless essential_security
              }

              norm Trade "Trade in data" cites "Art. 3" {
                parties must prohibit sell {{Matter.Of(number + 100, number, random).Whole}}
                from own territory
                to outside Pact{{number}}
                for DataBrokerage
                when emergency
              }
            }

            """);
        return text.ToString();
    }
}
