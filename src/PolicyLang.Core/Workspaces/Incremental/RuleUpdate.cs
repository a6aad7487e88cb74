using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>Rules that follow from earlier ones.</summary>
/// <param name="Book">The rules.</param>
/// <param name="Delta">How they follow.</param>
internal sealed record RuleUpdate(RuleBook Book, RuleDelta Delta)
{
    /// <summary>The rules of a model, from those of an earlier one of which only some clauses of conduct differ.</summary>
    /// <param name="earlier">The earlier rules. The vocabulary, the parties and the frameworks without their clauses are as they
    /// were.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null where so much differs that everything is to be worked out from nothing.</returns>
    public static RuleUpdate? Find(RuleBook earlier, SemanticModel model, CancellationToken cancellation)
    {
        if (!earlier.IsComplete || ClauseDiff.Compare(earlier, model) is not { } changes)
        {
            return null;
        }

        RegionCompiler compiler = ReferenceEquals(earlier.Model.Vocabulary, model.Vocabulary)
            ? earlier.Compiler
            : new RegionCompiler(new CaseSpace(model, earlier.Space));
        using RegionSpace.CancellationScope watched = compiler.Space.Regions.Watch(cancellation);
        if (changes.Rules(new RuleLowering(model, compiler), cancellation) is not var (rules, before))
        {
            return null;
        }

        if (RuleDelta.Find(earlier, rules, before, earlier.Masks.Carry(rules, before)) is not { } delta)
        {
            return null;
        }

        var book = new RuleBook(new LoweredRules(model, compiler, new BoundParties(model, compiler), rules, []), new CarriedStages(delta));

        // How far sentences look decides which clock values differ.
        return book.IsCutLate == earlier.IsCutLate && ReferenceEquals(book.Existing, earlier.Existing) ? new RuleUpdate(book, delta) : null;
    }
}
