using System.Text.Json;

namespace PolicyLang.Cli.Inputs;

/// <summary>Says where and why JSON cannot be read.</summary>
internal static class JsonPlace
{
    /// <summary>"line:column", from 1; the column counts bytes.</summary>
    public static string Locate(JsonException exception) => $"{(exception.LineNumber ?? 0) + 1}:{(exception.BytePositionInLine ?? 0) + 1}";

    /// <summary>The reason, without the position that .NET appends to it.</summary>
    public static string Reason(JsonException exception)
    {
        int position = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? exception.Message : exception.Message[..position]).TrimEnd('.');
    }
}
