using PolicyLang.Oracle.Model;
using PolicyLang.Syntax;

namespace PolicyLang.Oracle.Tests.Reading;

/// <summary>Reads frameworks.</summary>
internal static class FrameworkReader
{
    public static FrameworkModel Read(FrameworkUnit unit, ClauseReader clauses)
    {
        string name = unit.Head.Node.Name.Text;
        ImmutableArray<PropertySyntax> properties = [.. unit.Members.Select(m => m.Node).OfType<PropertiesSyntax>().SelectMany(p => p.Properties)];
        return new FrameworkModel(name, properties.OfType<AuthorityPropertySyntax>().Single().Value.Text, [.. unit.Members.Select(m => m.Node).OfType<ClauseSyntax>().Select(c => clauses.Read(name, c))])
        {
            Rank = properties.OfType<RankPropertySyntax>().Select(r => (Rank?)Enum.Parse<Rank>(r.Value.Text, ignoreCase: true)).SingleOrDefault(),
            Force = [.. properties.OfType<ForcePropertySyntax>().Select(f => SetReader.Days(f.Force))],
            Parties = SetReader.Optional(properties.OfType<PartiesPropertySyntax>().SingleOrDefault()?.Value),
            Replaces = List(PropertyListKind.Replaces),
            Implements = List(PropertyListKind.Implements),
            Repeals = List(PropertyListKind.Repeals),
        };

        ImmutableArray<string> List(PropertyListKind kind) => [.. properties.OfType<NameListPropertySyntax>().Where(p => p.Kind == kind).SelectMany(p => SetReader.Names(p.Names))];
    }
}
