using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyLang.SourceGenerator;

/// <summary>Warns of code that takes an act for allowed because it is not prohibited: it may be conflicting, undetermined, or one of which
/// no law speaks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutcomeComparisonAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Its code.</summary>
    public const string Code = "PL7031";

    private const string Outcome = "PolicyLang.Runtime.PolicyOutcome";
    private const string Prohibited = "Prohibited";

    private static readonly Microsoft.CodeAnalysis.DiagnosticDescriptor Rule = new(
        Code,
        "Not prohibited is not allowed",
        "Ask whether the outcome is Permitted: one that is not Prohibited may be Conflicting, Undetermined or Unregulated",
        "PolicyLang",
        Microsoft.CodeAnalysis.DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    /// <inheritdoc/>
    public override ImmutableArray<Microsoft.CodeAnalysis.DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Outcome) is { } type)
            {
                start.RegisterOperationAction(c => Analyze(c, type), OperationKind.Binary, OperationKind.IsPattern, OperationKind.Unary);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol outcome)
    {
        bool isWrong = context.Operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } binary =>
                IsProhibited(binary.LeftOperand, outcome) || IsProhibited(binary.RightOperand, outcome),
            IIsPatternOperation { Pattern: INegatedPatternOperation negated } => MentionsProhibited(negated.Pattern, outcome),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => AsksWhetherProhibited(operand, outcome),
            _ => false,
        };
        if (isWrong)
        {
            context.ReportDiagnostic(Microsoft.CodeAnalysis.Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation()));
        }
    }

    private static bool AsksWhetherProhibited(IOperation operation, INamedTypeSymbol outcome) => operation switch
    {
        IParenthesizedOperation inner => AsksWhetherProhibited(inner.Operand, outcome),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal =>
            IsProhibited(equal.LeftOperand, outcome) || IsProhibited(equal.RightOperand, outcome),
        IIsPatternOperation asked => MentionsProhibited(asked.Pattern, outcome),
        _ => false,
    };

    private static bool MentionsProhibited(IPatternOperation pattern, INamedTypeSymbol outcome) => pattern switch
    {
        IConstantPatternOperation constant => IsProhibited(constant.Value, outcome),
        IBinaryPatternOperation both =>
            MentionsProhibited(both.LeftPattern, outcome) || MentionsProhibited(both.RightPattern, outcome),
        _ => false,
    };

    private static bool IsProhibited(IOperation operation, INamedTypeSymbol outcome) => operation switch
    {
        IConversionOperation conversion => IsProhibited(conversion.Operand, outcome),
        IFieldReferenceOperation { Field: { Name: Prohibited } field } =>
            SymbolEqualityComparer.Default.Equals(field.ContainingType, outcome),
        _ => false,
    };
}
