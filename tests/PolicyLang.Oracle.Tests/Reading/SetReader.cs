using PolicyLang.Oracle.Model;
using PolicyLang.Syntax;

namespace PolicyLang.Oracle.Tests.Reading;

/// <summary>Reads sets, lists of names and days.</summary>
internal static class SetReader
{
    public static SetExpression Read(SetSyntax set) => set switch
    {
        AnySetSyntax => new AnySet(),
        OwnTerritorySetSyntax => new OwnTerritory(),
        PartiesSetSyntax parties => new PartiesSet(parties.WithOwn),
        AnyOrganisationSetSyntax => new AnyOrganisation(),
        ListSetSyntax list => new ListSet(list.Outside, Names(list.Names), Names(list.Except)),
        _ => throw new InvalidOperationException(set.ToString()),
    };

    public static SetExpression? Optional(SetSyntax? set) => set is null ? null : Read(set);

    public static ImmutableArray<string> Names(ImmutableArray<ReferenceSyntax> names) => [.. names.Select(n => n.Text)];

    public static DateOnly? Day(DateLiteralSyntax? day) => day is null ? null : DateOnly.FromDayNumber(day.Day.Number);

    public static Days Days(ForceSyntax force) => new(Day(force.From), Day(force.Until));
}
