using System.Buffers;
using System.Text.Unicode;

namespace PolicyLang.Cli.Inputs;

/// <summary>Reads a file as text, or says exactly why it is none.</summary>
internal static class PolicyFileReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaximumLength = 64L * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="shown">The path as messages show it.</param>
    /// <exception cref="InputException">It cannot be read, is too large, binary or not UTF-8.</exception>
    public static string Read(string path, string shown)
    {
        try
        {
            using FileStream file = RegularFile.Open(path)
                ?? throw new InputException(new InputProblem(
                    ProjectDiagnostics.Unreadable,
                    $"'{shown}' is no regular file, but a device, a pipe or the like.",
                    "Name a file; for the output of another command write - and send it to standard input.") { File = shown });
            if (file.Length > MaximumLength)
            {
                throw TooLarge(shown, $"has {file.Length / 1024 / 1024} MB");
            }

            // It may grow while it is read.
            byte[] bytes = RegularFile.ReadUpTo(file, MaximumLength, text: true);
            return bytes.Length > MaximumLength ? throw TooLarge(shown, "is larger") : Decode(bytes, shown);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw Unreadable(shown, exception, "Give the user that runs policyc the right to read it, or leave the file out.");
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="InputException">It cannot be read, is too large, binary or not UTF-8.</exception>
    public static string Read(Stream stream, string shown)
    {
        try
        {
            byte[] bytes = RegularFile.ReadUpTo(stream, MaximumLength, text: true);
            return bytes.Length > MaximumLength ? throw TooLarge(shown, "is larger") : Decode(bytes, shown);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw Unreadable(shown, exception, "Send the text to standard input, or name a file.");
        }
    }

    /// <summary>The cause in plain words.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "it is gone, or it is a link that leads nowhere",
        _ => exception.Message.TrimEnd('.'),
    };

    private static string Decode(byte[] bytes, string shown)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new InputException(new InputProblem(ProjectDiagnostics.NotUtf8, $"'{shown}' is UTF-16.", "Save it as UTF-8.")
            { File = shown });
        }

        ReadOnlySpan<byte> content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        int zero = content.IndexOf((byte)0);
        if (zero >= 0)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.BinaryFile,
                $"'{shown}' is a binary file: byte {zero + bytes.Length - content.Length} is zero.",
                "A policy is plain text in UTF-8; export the document as text first.") { File = shown });
        }

        var text = new char[content.Length];
        return Utf8.ToUtf16(content, text, out int read, out int written, replaceInvalidSequences: false) == OperationStatus.Done
            ? new string(text, 0, written)
            : throw NotUtf8(bytes, read + bytes.Length - content.Length, shown);
    }

    private static InputException NotUtf8(byte[] bytes, int offset, string shown) => new(new InputProblem(
        ProjectDiagnostics.NotUtf8,
        $"'{shown}' is not UTF-8: byte 0x{bytes[offset]:X2} at offset {offset} (line {bytes.AsSpan(0, offset).Count((byte)'\n') + 1}).",
        "Save it as UTF-8; it looks like an older single-byte encoding such as Windows-1252.") { File = shown });

    private static InputException TooLarge(string shown, string size) => new(new InputProblem(
        ProjectDiagnostics.TooLarge,
        $"'{shown}' {size}; the limit is {MaximumLength / 1024 / 1024} MB.",
        "Split it: a file holds one instrument, usually far below 1 MB.") { File = shown });

    private static InputException Unreadable(string shown, Exception exception, string help) => new(new InputProblem(
        ProjectDiagnostics.Unreadable, $"'{shown}' cannot be read: {Reason(exception)}.", help) { File = shown });
}
