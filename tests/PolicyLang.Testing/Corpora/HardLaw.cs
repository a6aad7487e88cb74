using System.Text;

namespace PolicyLang.Testing.Corpora;

/// <summary>Laws that nobody would write, made to be hard to decide.</summary>
internal static class HardLaw
{
    private static readonly string[] Safeguards = ["SCC", "BCR", "CodeOfConduct", "Certification", "CBPR", "LocalCopy", "IDTA", "UkAddendum", "AdHocClauses", "ImpactAssessment"];

    /// <summary>
    /// One clause, F.Hard, of lists that each pair a safeguard of the first half with one of the second: a diagram that has read the first
    /// half has to remember all of it. Beside it F.Ban and F.Leave, which contradict each other.
    /// </summary>
    public static string CrossedLists(int lists)
    {
        string names = string.Join(" ", Enumerable.Range(0, lists * 2).Select(i => $"X{i}"));
        string crossed = string.Join(" and ", Enumerable.Range(0, lists).Select(i =>
            $"not (safeguards include any of X{i}, X{lists + ((i * 37) % lists)} and not safeguards include any of X{(i + 1) % lists}, X{lists + ((i * 53) % lists)})"));
        return $$"""
            taxonomy safeguard { {{names}} }
            framework F { authority DE in force from 2020-01-01
              transfer Hard { any may transfer any from DE to FR when {{crossed}} }
              transfer Ban { any must not transfer any from DE to FR for Marketing when explicit_consent }
              transfer Leave { any may transfer any from DE to FR for Marketing when business_need }
            }
            """;
    }

    /// <summary>World-wide clauses C0, C1, … of one framework, permissions and prohibitions in turn, each on eight lists negated in turn.</summary>
    public static string ListsInEveryClause(int clauses)
    {
        IEnumerable<string> lines = Enumerable.Range(0, clauses).Select(i =>
        {
            string lists = string.Join(" and ", Enumerable.Range(0, 8).Select(k =>
                $"{((i + k) % 2 == 0 ? "not " : string.Empty)}safeguards include any of {Safeguards[(i + (k * 3)) % 10]}, {Safeguards[i * k % 10]}, {Safeguards[(i + (k * k)) % 10]}"));
            return $"transfer C{i} {{ any {(i % 2 == 0 ? "may" : "must not")} transfer any from anywhere to anywhere when {lists} or subjects > {i} }}";
        });
        return $"framework F {{ authority DE in force from 2020-01-01\n{string.Join("\n", lines)} }}";
    }

    /// <summary>A clause with so many conditions.</summary>
    public static string Conditions(int conditions) =>
        $"framework F {{ authority DE in force from 2020-01-01\nnorm A {{ Controller must not disclose Health from DE{string.Concat(Enumerable.Repeat(" when emergency", conditions))} }}\n}}\n";

    /// <summary>World-wide clauses C0, C1, … that all overlap; beside them G.Ban and G.Leave, which overlap with none of them.</summary>
    public static string WorldWide(int clauses)
    {
        var text = new StringBuilder();
        for (int i = 0; i < clauses; i++)
        {
            text.Append("attribute f").Append(i).Append(" : flag\n");
        }

        text.Append("framework F { authority DE in force from 2020-01-01\n");
        for (int i = 0; i < clauses; i++)
        {
            text.Append("transfer C").Append(i).Append(" { any ").Append(i % 2 == 0 ? "may" : "must not").Append(" transfer any from anywhere to anywhere when f").Append(i).Append(" }\n");
        }

        return text.Append("""
            }
            framework G { authority CH in force from 2020-01-01
              sovereignty Ban { any must not store Health from CH in CH when explicit_consent }
              sovereignty Leave { any may store Health from CH in CH when business_need }
            }
            """).ToString();
    }

    /// <summary>Blocs of which each level uses both of the level below, and two clauses about the uppermost that contradict each other.</summary>
    public static string BlocsOfBlocs(int depth)
    {
        var text = new StringBuilder("bloc B0 { DE since 1990-01-01 }\nbloc C0 { FR since 1991-01-01 until 2030-12-31 }\n");
        for (int i = 1; i <= depth; i++)
        {
            text.Append($"bloc B{i} {{ B{i - 1}, C{i - 1} since {1950 + (i % 70)}-01-01 }}\nbloc C{i} = B{i - 1}, C{i - 1} except {(i % 3 == 0 ? "IT" : "ES")}\n");
        }

        return text.Append($$"""
            framework F { authority DE in force from 2020-01-01
              transfer Ban { any must not transfer any from B{{depth}} to outside C{{depth}} }
              transfer Leave { any may transfer any from DE to US }
            }
            """).ToString();
    }

    /// <summary>Conditions and sets that are each defined by the one before, and two clauses about the last that contradict each other.</summary>
    public static string DefinitionsOfDefinitions(int depth)
    {
        var text = new StringBuilder("define D0 as explicit_consent\ndefine S0 = DE, FR\n");
        for (int i = 1; i <= depth; i++)
        {
            text.Append($"define D{i} as not D{i - 1}\ndefine S{i} = S{i - 1}, IT\n");
        }

        return text.Append($$"""
            framework F { authority DE in force from 2020-01-01
              transfer Ban { any must not transfer any from S{{depth}} to US when D{{depth}} }
              transfer Leave { any may transfer any from DE to US when D{{depth - 1}} or business_need }
            }
            """).ToString();
    }
}
