using System.Text.Json;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Inputs;

/// <summary>Reads a case: a JSON object like a witness, or <c>name=value</c> arguments.</summary>
internal static class CaseInput
{
    private const string Shape =
        "A case is a JSON object such as { \"date\": \"2024-03-01\", \"actor\": [\"Exporter\"], \"action\": \"transfer\", \"us_warrant\": "
        + "true }.";

    /// <summary>Reads a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="InputException">It cannot be read or is no case.</exception>
    public static ImmutableArray<RawFact> ReadFile(string argument, CommandHost host)
    {
        if (argument == "-")
        {
            return Parse(PolicyFileReader.Read(host.Input, LoadedWorkspace.InputName), LoadedWorkspace.InputName);
        }

        string full = host.FullPath(argument);
        return File.Exists(full)
            ? Parse(PolicyFileReader.Read(full, argument), argument)
            : throw PathArgument.Missing(argument, full, host);
    }

    /// <summary>Facts that do not fit the vocabulary, or a case that is beyond what can be decided.</summary>
    public static InputException Refuse(ImmutableArray<Problem> problems) =>
        new([.. problems.Select(problem => new InputProblem(problem.Limit ?? ProjectDiagnostics.BadFact, problem.Message))]);

    /// <summary>Reads a JSON object.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="shown">Its name in messages.</param>
    /// <exception cref="InputException">It is something else.</exception>
    public static ImmutableArray<RawFact> Parse(string json, string shown)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. document.RootElement.EnumerateObject().Select(member => new RawFact(member.Name, Values(member, shown)))]
                : throw new InputException(new InputProblem(ProjectDiagnostics.BadCaseFile, $"{shown}: a JSON object is expected.", Shape));
        }
        catch (InvalidOperationException)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.BadCaseFile, $"{shown}: a text has half of a surrogate pair, which is no character.", Shape));
        }
        catch (JsonException exception)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.BadCaseFile, $"{shown}:{JsonPlace.Locate(exception)}: {JsonPlace.Reason(exception)}.", Shape));
        }
    }

    /// <summary>Reads <c>name=value</c>, <c>name=value,value</c>, or <c>name</c> alone for a flag that is true.</summary>
    public static RawFact ParseArgument(string argument)
    {
        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new RawFact(argument, ["true"])
            : new RawFact(argument[..equals].Trim(),
                [.. argument[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static ImmutableArray<string> Values(JsonProperty member, string shown) =>
        member.Value.ValueKind == JsonValueKind.Array
            ? [.. member.Value.EnumerateArray().Select(element => Scalar(element, member.Name, shown))]
            : [Scalar(member.Value, member.Name, shown)];

    private static string Scalar(JsonElement value, string name, string shown) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? string.Empty,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new InputException(new InputProblem(
            ProjectDiagnostics.BadFact,
            $"{shown}: the value of '{name}' is {(value.ValueKind == JsonValueKind.Null ? "null" : "nested")}.",
            "A value is a text, a number, true, false, or a list of texts.")),
    };
}
