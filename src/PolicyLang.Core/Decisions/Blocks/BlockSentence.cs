using System.Diagnostics;
using System.Text;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Decisions.Blocks;

/// <summary>Says a block as a phrase that can be read aloud, in the order in which people tell a case; the days come last.</summary>
/// <param name="names">How names are said; as they are written unless given.</param>
internal sealed class BlockSentence(SpokenNames? names = null)
{
    // More names than that nobody reads.
    private const int MostNames = 6;

    private static readonly (string Fact, string Lead)[] Leads =
    [
        (BuiltInAttributes.Target, "against"), (BuiltInAttributes.Collected, "collected in"), (BuiltInAttributes.Origin, "from"),
            (BuiltInAttributes.Recipient, "to"), (BuiltInAttributes.Destination, "to"),
        (BuiltInAttributes.Location, "in"), (BuiltInAttributes.Purpose, "for"), (BuiltInAttributes.Counterpart, "towards"),
    ];

    private static readonly string[] Places =
        [BuiltInAttributes.Collected, BuiltInAttributes.Origin, BuiltInAttributes.Destination, BuiltInAttributes.Location,
            BuiltInAttributes.Counterpart];

    public string Write(Block block)
    {
        var left = new List<BlockPart>(block.Parts);
        var text = new StringBuilder(Act(left));
        foreach ((string fact, string lead) in Leads)
        {
            if (Take<ValuePart>(left, fact) is { } part)
            {
                // "to Authority in US": whom it goes to comes before where that is.
                string word = fact == BuiltInAttributes.Destination && block.Parts.Any(p => p.Fact == BuiltInAttributes.Recipient)
                    ? "in"
                    : lead;
                text.Append(' ')
                    .Append(Value(part,
                    part.Names is { IsOutside: true, Count: > 0, WithNone: true } && word.EndsWith("in", StringComparison.Ordinal)
                    ? word.Substring(0, word.Length - 2).TrimEnd()
                    : word).TrimStart());
            }
        }

        BlockPart? date = Take<NumbersPart>(left, BuiltInAttributes.Date);
        bool apart = false;
        foreach (BlockPart part in left.OrderBy(p => TellingOf(p.Fact)).Concat(date is null ? [] : [date]))
        {
            // A fact that is said by a sentence of its own stands apart.
            bool isSentence = part is FlagPart && names?.HasSentence(part.Fact) == true;
            text.Append(apart || isSentence ? "; " : ", ").Append(Aside(part));
            apart = isSentence;
        }

        return text.ToString();
    }

    // "Exporter transfers PersonalData", "PersonalData", "anyone stores any data".
    private string Act(List<BlockPart> left)
    {
        var actors = new List<string>();
        while (left.OfType<ElementsPart>()
            .FirstOrDefault(p => p.Fact == BuiltInAttributes.Actor && p.IsPresent && !p.Names.IsOutside) is { } actor)
        {
            left.Remove(actor);
            actors.Add(Names(actor.Names, "or"));
        }

        string who = actors.Count == 0 ? string.Empty : CaseSentence.List(actors, "and");
        if (left.OfType<ValuePart>()
            .FirstOrDefault(p => p.Fact == BuiltInAttributes.Organisation && !p.Names.WithNone
            && (!p.Names.IsOutside || p.Names.Count == 0)) is { } organisation)
        {
            left.Remove(organisation);
            who = $"{(organisation.Names.Count == 0 ? "any organisation" : List(organisation.Names))}"
                + $"{(who.Length == 0 ? string.Empty : $" as {who}")}";
        }

        if (left.OfType<ElementsPart>().FirstOrDefault(p => p.Fact == BuiltInAttributes.Home && p.IsPresent) is { } home)
        {
            left.Remove(home);
            who = $"{(who.Length == 0 ? "anyone" : who)} of {List(home.Names)}";
        }

        string? verbs = Take<ValuePart>(left, BuiltInAttributes.Action) is { } action ? Verbs(action.Names, actors.Count > 1) : null;
        ValuePart? data = Take<ValuePart>(left, BuiltInAttributes.Data);
        string what = data is null
            ? string.Empty
            : data.Names is { IsOutside: true, Count: 0 }
            ? (data.Names.WithNone ? "anything" : "any data")
            : data.Names.IsOutside
            ? $"anything but {Names(data.Names, "and")}{(data.Names.WithNone ? string.Empty : " that is data")}"
            : List(data.Names);
        return who.Length == 0 && verbs is null
            ? (what.Length == 0 ? "anything" : what)
            : string.Join(" ",
                new[] { who.Length == 0 ? "anyone" : who, verbs ?? (actors.Count > 1 ? "do anything with" : "does anything with"),
                what.Length == 0 && verbs is null ? "anything" : what }.Where(w => w.Length > 0));
    }

    private string Verbs(NodeList verbs, bool areSeveral) => verbs.IsOutside
        ? $"{(areSeveral ? "do" : "does")} anything but {Names(verbs, "and")} with"
        : CaseSentence.List([.. verbs.Names.Select(v =>
            (areSeveral ? v.Symbol.Name : VerbForms.ThirdPerson(v.Symbol.Name)) + (v.IsAlone ? " in another way" : string.Empty))],
            "or") + (verbs.Except.IsEmpty
            ? string.Empty
            : $" (but not {CaseSentence.List([.. verbs.Except.Select(e => e.Symbol.Name)], "or")})");

    private string Value(ValuePart part, string lead) => (part.Names.Count, part.Names.IsOutside, part.Names.WithNone) switch
    {
        (0, false, true) => $"with no {part.Fact}",
        (0, true, false) => $"{lead} any {part.Fact}",
        (_, true, false) =>
            $"{lead} some {part.Fact} {(Places.Contains(part.Fact) ? List(part.Names) : $"but {Joined(part.Names.Names, "and")}")}",
        (_, false, true) => $"{lead} {List(part.Names)} (or with no {part.Fact})",
        (_, true, true) when !Places.Contains(part.Fact) =>
            $"{lead} {(part.Fact == BuiltInAttributes.Recipient ? "anyone" : "anything")} but {Joined(part.Names.Names, "and")}",
        _ => $"{lead} {List(part.Names)}",
    };

    private string List(NodeList list) =>
        (list.IsOutside ? "outside " : string.Empty)
        + (list.Except.IsEmpty ? string.Empty : list.Names.Length > 1 ? "(" : string.Empty)
        + Joined(list.Names, list.IsOutside ? "and" : "or")
        + (list.Except.IsEmpty ? string.Empty : $"{(list.Names.Length > 1 ? ")" : string.Empty)} except {Joined(list.Except, "and")}");

    private string Names(NodeList list, string conjunction) =>
        Joined(list.Names, conjunction) + (list.Except.IsEmpty ? string.Empty : $" except {Joined(list.Except, "and")}");

    private string Joined(ImmutableArray<NodeName> list, string conjunction) => list.Length <= MostNames
        ? CaseSentence.List([.. list.Select(Name)], conjunction)
        : $"{string.Join(", ", list.Take(MostNames - 1).Select(Name))} {conjunction} {list.Length - MostNames + 1} others";

    private string Aside(BlockPart part) => part switch
    {
        FlagPart flag when names is not null => names.Flag(flag.Fact, flag.IsSet),
        FlagPart flag => flag.IsSet ? flag.Fact : $"not {flag.Fact}",
        ElementsPart elements => Elements(elements),
        ValuePart value => $"{value.Fact} {Value(value, string.Empty).TrimStart()}",
        NumbersPart { Fact: BuiltInAttributes.Date } days =>
            CaseSentence.List([.. days.Stretches.Select(s => Days(s.First, s.Last, days.Maximum))], "or"),
        NumbersPart numbers =>
            CaseSentence.List([.. numbers.Stretches.Select(s => Number(numbers.Fact, s.First, s.Last, numbers.Maximum))], "or"),
        _ => part.Fact,
    };

    private string Elements(ElementsPart part)
    {
        string list = Names(part.Names, "or");
        list = part.Names.IsOutside ? $"anything but {list}" : list;
        return (part.Fact, part.IsPresent) switch
        {
            (BuiltInAttributes.Safeguards, true) => $"with {list}",
            (BuiltInAttributes.Safeguards, false) => $"without {list}",
            (BuiltInAttributes.Notified, true) => $"notifying {list}",
            (BuiltInAttributes.Notified, false) => $"without notifying {list}",
            (BuiltInAttributes.Approvals, true) => $"approved by {list}",
            (BuiltInAttributes.Approvals, false) => $"not approved by {list}",
            (BuiltInAttributes.Actor, false) => $"by nobody who is {list}",
            (BuiltInAttributes.Home, false) => $"by nobody of {list}",
            (_, true) => $"{part.Fact} with {list}",
            _ => $"{part.Fact} without {list}",
        };
    }

    private string Name(NodeName name) =>
        $"{(name.IsAlone ? "other " : string.Empty)}{(names is null ? name.Symbol.Name : SpokenNames.Of(name.Symbol))}";

    private static string Days(long first, long last, long maximum) =>
        first == last ? $"on {Day(first)}"
        : last == maximum ? $"on or after {Day(first)}"
        : first == 0 ? $"until {Day(last)}"
        : $"from {Day(first)} until {Day(last)}";

    private string Number(string fact, long first, long last, long maximum)
    {
        string span = first == last ? Told(fact, first)
            : last == maximum ? $"at least {Told(fact, first)}"
            : first == 0 || (fact == BuiltInAttributes.Subjects && first == 1) ? $"at most {Told(fact, last)}"
            : $"{Told(fact, first)} to {Told(fact, last)}";
        return ClockNames.Parse(fact) is not { } clock ? $"{names?.Quantity(fact) ?? fact} {span}"
            : $"{span} {Unit(clock.Kind)} after {(clock.Event is { } started ? names?.Event(started) ?? started : "the event")}";
    }

    private static string Unit(ClockKind kind) => kind switch
    {
        ClockKind.Hours => "hours",
        ClockKind.Months => "months",
        ClockKind.WorkingDays => "working days",
        _ => throw new UnreachableException(),
    };

    private static string Told(string fact, long value) =>
        ClockNames.IsHalved(fact) ? new HalvedValue(value).ToString() : value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Day(long number) => new CalendarDay((int)number).ToString();

    private static int TellingOf(string fact) => CanonicalAttributeOrder.RankOf(fact);

    private static T? Take<T>(List<BlockPart> left, string fact)
        where T : BlockPart
    {
        T? part = left.OfType<T>().FirstOrDefault(p => p.Fact == fact);
        _ = part is not null && left.Remove(part);
        return part;
    }
}
