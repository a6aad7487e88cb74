using System.Diagnostics;
using System.Text.Json;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Exchange.Models;

/// <summary>Sets, conditions, clocks and days of a bound model as JSON.</summary>
internal sealed class BoundParts(Utf8JsonWriter json)
{
    /// <summary>A set under a key; nothing where the slot is not written.</summary>
    public void Set(string key, BoundSet? set)
    {
        if (set is not null)
        {
            json.WritePropertyName(key);
            Set(set);
        }
    }

    /// <summary>Names under a key; nothing where there are none.</summary>
    public void Names(string key, IEnumerable<Symbol> names)
    {
        string[] all = [.. names.Select(n => n is ClauseSymbol clause ? clause.QualifiedName : n.Name)];
        if (all.Length > 0)
        {
            Json.Strings(json, key, all);
        }
    }

    /// <summary>Conditions under a key, all of which hold; nothing where there are none.</summary>
    public void Conditions(string key, IEnumerable<BoundCondition> conditions)
    {
        BoundCondition[] all = [.. conditions];
        if (all.Length > 0)
        {
            json.WriteStartArray(key);
            foreach (BoundCondition condition in all)
            {
                Condition(condition);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>A condition under a key; nothing where it is not written.</summary>
    public void Condition(string key, BoundCondition? condition)
    {
        if (condition is not null)
        {
            json.WritePropertyName(key);
            Condition(condition);
        }
    }

    /// <summary>A length of time under a key, in the unit of its clock; nothing where it is not written.</summary>
    public void Clock(string key, BoundClock? clock)
    {
        if (clock is not null)
        {
            json.WriteStartObject(key);
            json.WriteString("clock", clock.Name);
            json.WriteNumber("length", clock.Kind == ClockKind.Hours ? clock.Length : clock.Length / 2);
            json.WriteString("unit", clock.Kind switch
            {
                ClockKind.Hours => "hours",
                ClockKind.Months => "months",
                ClockKind.WorkingDays => "working days",
                _ => throw new UnreachableException(),
            });
            json.WriteEndObject();
        }
    }

    /// <summary>Stretches of days under a key; an end that is open is null.</summary>
    public void Days(string key, IEnumerable<DayRange> days) => Json.Objects(json, key, days, range =>
    {
        json.WriteString("from", range.From == CalendarDay.First ? null : range.From.ToString());
        json.WriteString("until", range.Until == CalendarDay.Last ? null : range.Until.ToString());
    });

    /// <summary>A text under a key; nothing where there is none.</summary>
    public void Text(string key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key, text);
        }
    }

    private void Set(BoundSet set)
    {
        json.WriteStartObject();
        switch (set)
        {
            case BoundListSet list:
                json.WriteString("of", list.Elements.Name);
                json.WriteBoolean("outside", list.Outside);
                Names("members", list.Members);
                Names("except", list.Except);
                break;
            case BoundOwnTerritory:
                json.WriteString("territory", "own");
                break;
            case BoundPartiesSet parties:
                json.WriteString("territory", parties.WithOwn ? "any party" : "another party");
                break;
            default:
                json.WriteBoolean("any", true);
                break;
        }

        json.WriteEndObject();
    }

    private void Condition(BoundCondition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case BoundOr or:
                Conditions("or", or.Operands);
                break;
            case BoundAnd and:
                Conditions("and", and.Operands);
                break;
            case BoundNot not:
                Condition("not", not.Operand);
                break;
            case BoundFlag flag:
                json.WriteString("flag", flag.Attribute.Name);
                break;
            case BoundDefined defined:
                json.WriteString("defined", defined.Definition.Name);
                break;
            case BoundIs one:
                json.WriteString("attribute", one.Attribute.Name);
                Set("is", one.Set);
                break;
            case BoundCompare compare:
                Compare(compare);
                break;
            case BoundInclude include:
                json.WriteString("attribute", include.Attribute.Name);
                json.WriteString("include", include.Kind switch
                {
                    IncludeKind.Any => "any",
                    IncludeKind.All => "all",
                    IncludeKind.None => "none",
                    _ => throw new UnreachableException(),
                });
                Names("of", include.Names);
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }

    private void Compare(BoundCompare compare)
    {
        json.WriteString("attribute", compare.Attribute.Name);
        json.WriteString("operator", ConditionWords.Sign(compare.Operator));
        if (compare.Attribute.Type == AttributeType.Date)
        {
            json.WriteString("value", new CalendarDay((int)compare.Value).ToString());
        }
        else if (ClockNames.IsHalved(compare.Attribute.Name))
        {
            json.WriteNumber("value", compare.Value / 2m);
        }
        else
        {
            json.WriteNumber("value", compare.Value);
        }
    }
}
