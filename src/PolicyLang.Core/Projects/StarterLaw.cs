using PolicyLang.LanguageService;
using PolicyLang.Library;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Projects;

/// <summary>An instrument of the law library as a new project is offered it.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="IsSuggested">Whether it is law of an order that binds the organisation, or of one above that.</param>
internal sealed record StarterInstrument(LawInstrument Instrument, bool IsSuggested);

/// <summary>The law library as a new project chooses from it.</summary>
internal static class StarterLaw
{
    /// <summary>Every instrument, by legal order and name.</summary>
    /// <param name="law">The library; all its texts are read.</param>
    /// <param name="under">The legal orders whose law binds the organisation; unknown names are passed over.</param>
    public static ImmutableArray<StarterInstrument> List(LawCatalog law, ImmutableArray<string> under)
    {
        Workspace library = Workspace.Empty.With(law).With("<library>", "uses " + string.Join(", ", law.Names));
        SemanticModel model = library.Model;
        ImmutableArray<Symbol> orders = [.. under.Select(name => Viewpoints.Find(model, name)).OfType<Symbol>()];
        return
        [
            .. LawListing.Create(library, law).Select(i => new StarterInstrument(i, i.Framework.Authority is { } authority
                && orders.Any(o => ReferenceEquals(o, authority) || LegalOrders.IsEverBelow(o, authority)))),
        ];
    }
}
