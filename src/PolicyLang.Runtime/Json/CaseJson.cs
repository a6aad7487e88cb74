using System.Text.Json;

namespace PolicyLang.Runtime.Json;

/// <summary>Reads cases that come from outside.</summary>
public static class CaseJson
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a case; what is wrong is told, and nothing is thrown.</summary>
    /// <typeparam name="TCase">The generated case.</typeparam>
    /// <param name="json">A JSON object as <c>policyc decide</c> takes it.</param>
    /// <param name="act">The case; the neutral one where there are problems.</param>
    /// <param name="problems">What is wrong, and what to write instead.</param>
    public static bool TryRead<TCase>(string json, out TCase act, out IReadOnlyList<CaseProblem> problems)
        where TCase : struct, ICase<TCase>
    {
        act = default;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Lenient);
            var reader = new CaseJsonReader(TCase.Model);
            long[] values = reader.Read(document.RootElement);
            problems = reader.Problems;
            if (problems.Count > 0)
            {
                return false;
            }

            act = TCase.Create(values);
            return true;
        }
        catch (JsonException exception)
        {
            problems = [new CaseProblem(CaseProblemKind.Malformed, string.Empty, $"This is not JSON: {exception.Message}")];
            return false;
        }
    }
}
