using System.Globalization;
using System.Reflection;
using PolicyLang.CodeGen.Checking;
using PolicyLang.CodeGen.Shape;
using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Runtime;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>The models of a workspace: generated, compiled, loaded into this process.</summary>
internal sealed class ModelUnderTest
{
    public const string Namespace = "Under.Test";

    private readonly Dictionary<string, (CaseMember Member, PropertyInfo Property)> _properties;
    private readonly MethodInfo _decide;
    private readonly MethodInfo _explain;
    private readonly MethodInfo _assess;

    private ModelUnderTest(ImmutableArray<GeneratedFile> files, CaseShape shape, Assembly assembly)
    {
        Files = files;
        Assembly = assembly;
        CaseType = Type("Case");
        _decide = Type("Rulebook").GetMethod("Decide") ?? throw new MissingMethodException("Rulebook.Decide");
        _explain = Type("Rulebook").GetMethod("Explain") ?? throw new MissingMethodException("Rulebook.Explain");
        _assess = Type("TransferAssessor").GetMethod("Assess") ?? throw new MissingMethodException("TransferAssessor.Assess");
        _properties = shape.Members.ToDictionary(m => m.Attribute, m => (m, CaseType.GetProperty(m.Property.TrimStart('@')) ?? throw new MissingMemberException(m.Property)), StringComparer.Ordinal);
    }

    public ImmutableArray<GeneratedFile> Files { get; }

    public Assembly Assembly { get; }

    public Type CaseType { get; }

    public static ModelUnderTest Create(Workspace workspace)
    {
        ImmutableArray<GeneratedFile> files = ModelGenerator.Generate(workspace, new CodeGenSettings(Namespace)).Files;
        CaseShape shape = workspace.WithRules(book =>
        {
            using NodeBudget budget = book.Space.Regions.Open();
            return ModelPlanner.Plan(book, []).Shape;
        });
        return new ModelUnderTest(files, shape, Assembly.Load(ModelCompilation.Create(files, "Under.Test").Emit(TestContext.Current.CancellationToken).Assembly));
    }

    public Type Type(string name) => Assembly.GetType($"{Namespace}.{name}") ?? throw new TypeLoadException(name);

    /// <summary>A generated case with facts; those of attributes that no clause looks at have no place in it.</summary>
    public object CaseOf(IEnumerable<RawFact> facts)
    {
        object made = Activator.CreateInstance(CaseType) ?? throw new MissingMethodException("Case");
        foreach (RawFact fact in facts)
        {
            if (_properties.TryGetValue(fact.Attribute, out (CaseMember Member, PropertyInfo Property) target))
            {
                target.Property.SetValue(made, ValueOf(target.Member, target.Property.PropertyType, fact.Values));
            }
        }

        return made;
    }

    public RulebookManifest Manifest =>
        (RulebookManifest)(Type("Rulebook").GetProperty("Manifest")?.GetValue(null) ?? throw new MissingMemberException("Rulebook.Manifest"));

    public PolicyOutcome Decide(object act) => (PolicyOutcome)(_decide.Invoke(null, [act, WhenIncomplete.Assume]) ?? throw new InvalidOperationException());

    public PolicyDecision Explain(object act) => (PolicyDecision)(_explain.Invoke(null, [act, WhenIncomplete.Assume]) ?? throw new InvalidOperationException());

    public TransferAssessment Assess(object act) => (TransferAssessment)(_assess.Invoke(null, [act, WhenIncomplete.Assume]) ?? throw new InvalidOperationException());

    private static object ValueOf(CaseMember member, Type type, ImmutableArray<string> values) => member.Type switch
    {
        AttributeType.Flag => values[0] == "true",
        AttributeType.Count => long.Parse(values[0], CultureInfo.InvariantCulture),
        AttributeType.Date => DateOnly.ParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        AttributeType.Node => Enum.Parse(type, NameOf(member, values[0])),
        _ => SetOf(member, type, values),
    };

    private static object SetOf(CaseMember member, Type type, ImmutableArray<string> values)
    {
        MethodInfo of = type.GetMethod("Of") ?? throw new MissingMethodException("Of");
        Type element = of.GetParameters()[0].ParameterType.GetElementType() ?? throw new TypeLoadException();
        var elements = Array.CreateInstance(element, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            elements.SetValue(Enum.Parse(element, NameOf(member, values[i])), i);
        }

        return of.Invoke(null, [elements]) ?? throw new InvalidOperationException();
    }

    private static string NameOf(CaseMember member, string node)
    {
        TaxonomyShape taxonomy = member.Taxonomy ?? throw new InvalidOperationException(member.Attribute);
        NodeSymbol found = taxonomy.Symbol.Find(node) ?? throw new InvalidOperationException(node);
        return taxonomy.Members[found.Index].TrimStart('@');
    }
}
