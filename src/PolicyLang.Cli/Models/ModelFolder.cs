using System.Text;
using PolicyLang.Cli.Inputs;
using PolicyLang.CodeGen;

namespace PolicyLang.Cli.Models;

/// <summary>Writes models: what has not changed is left alone, and what an earlier run wrote and this one does not is removed.</summary>
internal sealed class ModelFolder(CommandHost host)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<string> _told = [];
    private int _written;
    private int _unchanged;
    private int _removed;

    /// <summary>Writes C# files.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public void Write(string folder, ImmutableArray<GeneratedFile> files) => Attempt(folder, () =>
    {
        Directory.CreateDirectory(folder);
        foreach (GeneratedFile file in files)
        {
            Put(Path.Combine(folder, file.Name), Utf8.GetBytes(file.Text));
        }

        foreach (string stale in Directory.EnumerateFiles(folder, "*.cs")
            .Where(f => !files.Any(g => g.Name == Path.GetFileName(f)) && IsOurs(f)).Order(StringComparer.Ordinal))
        {
            File.Delete(stale);
            _removed++;
            _told.Add($"removed {host.Show(stale)}");
        }
    });

    /// <summary>Writes an assembly and its documentation.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public void WriteAssembly(string path, CheckedModels models) => Attempt(path, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        Put(path, models.Assembly);
        Put(Path.ChangeExtension(path, ".xml"), models.Documentation);
    });

    /// <summary>Says what was done.</summary>
    public void Sum(TextWriter output)
    {
        foreach (string line in _told)
        {
            output.WriteLine(line);
        }

        int all = _written + _unchanged;
        output.WriteLine($"{all} {(all == 1 ? "file" : "files")}: {_written} written, {_unchanged} unchanged, {_removed} removed");
    }

    private void Put(string path, byte[] bytes)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            _unchanged++;
            return;
        }

        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
        _written++;
        _told.Add($"wrote {host.Show(path)}");
    }

    private static bool IsOurs(string path) => File.ReadAllText(path).StartsWith(ModelGenerator.Mark, StringComparison.Ordinal);

    private void Attempt(string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.Unreadable,
                $"'{host.Show(path)}' cannot be written: {PolicyFileReader.Reason(exception)}.",
                "Give the user that runs policyc the right to write to it and its folder."));
        }
    }
}
