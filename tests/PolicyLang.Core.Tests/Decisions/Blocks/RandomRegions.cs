using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Tests.Decisions.Blocks;

/// <summary>Random regions over places, blocs whose members change, kinds of data, safeguards, flags, numbers and days.</summary>
internal sealed class RandomRegions(RuleBook book, int seed)
{
    public const string Vocabulary = "bloc Pact { JP  KR until 2022-12-31  SG since 2021-01-01 }\nbloc Wide { Pact  US  BR since 2023-06-01 }\n";

    private readonly Random _random = new(seed);
    private readonly RegionSpace _regions = book.Space.Regions;

    public Region Make(int depth)
    {
        if (depth == 0 || _random.Next(5) == 0)
        {
            return Leaf();
        }

        Region one = Make(depth - 1);
        Region other = Make(depth - 1);
        return _random.Next(5) switch
        {
            0 or 1 => _regions.And(one, other),
            2 or 3 => _regions.Or(one, other),
            _ => _regions.Difference(one, other),
        };
    }

    private Region Leaf()
    {
        switch (_random.Next(8))
        {
            case 0:
                return Names("origin", "Pact", "Wide", "JP", "KR", "US", "BR", "CN");
            case 1:
                return Names("destination", "Pact", "Wide", "JP", "SG", "US", "BR");
            case 2:
                return Names("data", "PersonalData", "Health", "CommunicationsData");
            case 3:
                return Names("safeguards", "SCC", "BCR");
            case 4:
                return Names("home", "Pact", "JP", "CN");
            case 5:
                return _regions.IsTrue(Variable(_random.Next(2) == 0 ? "emergency" : "us_warrant"));
            case 6:
                long low = _random.Next(1, 5) * 100;
                return _regions.Between(Variable("subjects"), low, low + (_random.Next(3) * 100));
            default:
                int from = Text.CalendarDay.FromDate(2019, 1, 1).Number + _random.Next(2000);
                return _regions.Between(Variable("date"), from, from + _random.Next(1500));
        }
    }

    private Region Names(string attribute, params string[] names)
    {
        AttributeSymbol symbol = Attribute(attribute);
        string name = names[_random.Next(names.Length)];
        Symbol meant = book.Model.Blocs.FirstOrDefault(b => b.Name == name) ?? (Symbol?)symbol.Taxonomy?.Find(name) ?? throw new InvalidOperationException(name);
        return book.Compiler.InSet(symbol, new BoundListSet(symbol.Taxonomy!, _random.Next(3) == 0, [meant], []));
    }

    private int Variable(string attribute) => book.Space.VariableOf(Attribute(attribute));

    private AttributeSymbol Attribute(string name) => book.Space.Attributes.Single(a => a.Name == name);
}
