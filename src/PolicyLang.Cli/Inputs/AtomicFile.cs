using System.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>Replaces a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes UTF-8 to a file beside the target, then renames it over the target; a link keeps pointing to the file that it
    /// names.</summary>
    /// <exception cref="InputException">The folder or the file cannot be written.</exception>
    public static void Write(string path, string text, CommandHost host)
    {
        string target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        string temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            // Copied first, so that the new file has the permissions of the old one; a byte order mark is kept too.
            File.Copy(target, temporary, overwrite: true);
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: HasMark(target)));
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            File.Delete(temporary);
            throw new InputException(new InputProblem(
                ProjectDiagnostics.Unreadable,
                $"'{host.Show(path)}' cannot be written: {PolicyFileReader.Reason(exception)}.",
                "Give the user that runs policyc the right to write to it and its folder."));
        }
    }

    private static bool HasMark(string path)
    {
        Span<byte> start = stackalloc byte[3];
        using FileStream file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [0xEF, 0xBB, 0xBF];
    }
}
