using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.CodeGen.Naming;

/// <summary>Tells names of policies that became other ones in C# because of a clash.</summary>
internal static class ClashFindings
{
    public static ImmutableArray<Diagnostic> Of(ModelPlan plan, ISet<string> ownFiles)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (FrameworkPlan framework in plan.Frameworks)
        {
            Add(framework.Clashes, n => framework.Symbol.Clauses.FirstOrDefault(c => c.Name == n));
        }

        foreach (Shape.TaxonomyShape taxonomy in plan.Shape.Taxonomies)
        {
            Add(taxonomy.Clashes, n => taxonomy.Symbol.Nodes.FirstOrDefault(s => s.Name == n));
        }

        Add(plan.Shape.Clashes, n => plan.Model.Attribute(n));
        Add(plan.Types.Clashes, n => plan.Model.Frameworks.FirstOrDefault(f => f.Name == n));
        found.Sort(Diagnostic.Compare);
        return found.ToImmutable();

        void Add(IEnumerable<NameClash> clashes, Func<string, Symbol?> find)
        {
            foreach (NameClash clash in clashes)
            {
                Location? place = new[] { find(clash.Source), find(clash.Winner) }.Select(s => s?.Location)
                    .FirstOrDefault(l => l is not null && ownFiles.Contains(l.File));
                if (place is not null)
                {
                    found.Add(ProjectFileDiagnostics.NameClash.Create(
                        place,
                        $"'{clash.Source}' is '{clash.Taken}' in C#, because '{clash.Winner}' is '{clash.Wanted.TrimStart('@')}'.",
                        "Rename one of them, so that no application takes one for the other."));
                }
            }
        }
    }
}
