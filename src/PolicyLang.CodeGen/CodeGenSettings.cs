using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.CodeGen;

/// <summary>What a project decides about its generated models.</summary>
/// <param name="Namespace">The namespace: identifiers joined with dots.</param>
internal sealed record CodeGenSettings(string Namespace)
{
    /// <summary>The namespace where nothing else is said.</summary>
    public static readonly CodeGenSettings Default = new("Policies.Generated");

    /// <summary>Whether the models are seen inside their own assembly only.</summary>
    public bool IsInternal { get; init; }

    /// <summary>How visible the models are.</summary>
    internal string Access => IsInternal ? "internal" : "public";

    /// <summary>Whether answers are left out, because the policy files have errors.</summary>
    internal bool IsStub { get; init; }

    /// <summary>Whether a text can be a namespace.</summary>
    public static bool IsNamespace(string text) => CSharpNames.IsNamespace(text);
}

/// <summary>A file of generated code.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Text">Its text, lines ended by LF.</param>
public sealed record GeneratedFile(string Name, string Text);

/// <summary>What was generated.</summary>
/// <param name="Files">The files; none where they are beyond the budget.</param>
/// <param name="Undecided">Why there are none (PL9004); null where there are.</param>
/// <param name="Findings">Names that clash in C# (PL7030).</param>
internal sealed record GeneratedFiles(ImmutableArray<GeneratedFile> Files, Problem? Undecided, ImmutableArray<Diagnostic> Findings);
