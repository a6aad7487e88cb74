using System.Text;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.CodeGen;

namespace PolicyLang.Cli.Models;

/// <summary>Writes models: what has not changed is left alone, and what an earlier run wrote and this one does not is removed.</summary>
internal sealed class ModelFolder(CommandHost host)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly FileSet _files = new(host);
    private readonly List<string> _told = [];
    private int _written;
    private int _unchanged;
    private int _removed;

    /// <summary>Adds C# files.</summary>
    /// <exception cref="InputException">The folder cannot be read.</exception>
    public void Add(string folder, ImmutableArray<GeneratedFile> files) => Attempt(folder, () =>
    {
        foreach (GeneratedFile file in files)
        {
            Put(Path.Combine(folder, file.Name), Utf8.GetBytes(file.Text));
        }

        IEnumerable<string> there = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.cs") : [];
        foreach (string stale in there.Where(f => !files.Any(g => g.Name == Path.GetFileName(f)) && IsOurs(f))
            .Order(StringComparer.Ordinal))
        {
            _files.Remove(stale);
            _removed++;
            _told.Add($"removed {host.Show(stale)}");
        }
    });

    /// <summary>Adds an assembly and its documentation.</summary>
    /// <exception cref="InputException">The folder cannot be read.</exception>
    public void AddAssembly(string path, CheckedModels models) => Attempt(path, () =>
    {
        Put(path, models.Assembly);
        Put(Path.ChangeExtension(path, ".xml"), models.Documentation);
    });

    /// <summary>Writes and removes all that was added, or nothing.</summary>
    /// <exception cref="InputException">A folder or a file cannot be written.</exception>
    public void Write() => _files.Commit();

    /// <summary>Says what was done.</summary>
    public void Sum(TerminalWriter output)
    {
        foreach (string line in _told)
        {
            output.Line(line);
        }

        int all = _written + _unchanged;
        output.Line($"{all} {(all == 1 ? "file" : "files")}: {_written} written, {_unchanged} unchanged, {_removed} removed");
    }

    private void Put(string path, byte[] bytes)
    {
        if (File.Exists(path) && RegularFile.Has(path, bytes))
        {
            _unchanged++;
            return;
        }

        _files.Write(path, bytes);
        _written++;
        _told.Add($"wrote {host.Show(path)}");
    }

    private static bool IsOurs(string path) => RegularFile.StartsWith(path, Utf8.GetBytes(ModelGenerator.Mark));

    private void Attempt(string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.Unwritable,
                $"'{host.Show(path)}' cannot be written: {PolicyFileReader.Reason(exception)}.",
                "Give the user that runs policyc the right to write to it and its folder."));
        }
    }
}
