using System.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>Files that are written and removed together: all of them, or none. A link keeps pointing to the file that it names.</summary>
internal sealed class FileSet(CommandHost host)
{
    private readonly List<Change> _changes = [];
    private readonly Stack<string> _folders = new();

    /// <summary>Adds a file to write; nothing happens before <see cref="Commit"/>.</summary>
    public void Write(string path, byte[] bytes) => _changes.Add(new Change(path, RealPath.Of(path), bytes));

    /// <summary>Adds a text to write as UTF-8, with a byte order mark where the file has one.</summary>
    public void Write(string path, string text)
    {
        byte[] mark = RegularFile.StartsWith(path, Encoding.UTF8.Preamble) ? Encoding.UTF8.GetPreamble() : [];
        Write(path, [.. mark, .. Encoding.UTF8.GetBytes(text)]);
    }

    /// <summary>Adds a file to remove.</summary>
    public void Remove(string path) => _changes.Add(new Change(path, path, null));

    /// <summary>Makes the changes.</summary>
    /// <exception cref="InputException">One cannot be made; then all is as it was.</exception>
    public void Commit()
    {
        Change? current = null;
        try
        {
            // Write everything beside the targets first, so that a full disk changes no file.
            foreach (Change change in _changes)
            {
                current = change;
                Stage(change);
            }

            foreach (Change change in _changes)
            {
                current = change;
                Exchange(change);
            }
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException or NotSupportedException)
        {
            Undo();
            throw new InputException(new InputProblem(
                ProjectDiagnostics.Unwritable,
                $"'{host.Show(current?.Path ?? string.Empty)}' cannot be written: {PolicyFileReader.Reason(exception)}.",
                "Nothing was written. Make room, give the user that runs policyc the right to write there, or name another place."));
        }

        foreach (Change change in _changes.Where(change => change.HasOld))
        {
            Try(() => File.Delete(change.Old));
        }
    }

    private void Stage(Change change)
    {
        if (change.Bytes is null)
        {
            return;
        }

        if (Directory.Exists(change.Target))
        {
            throw new IOException("it is a folder");
        }

        CreateFolder(Path.GetDirectoryName(change.Target) ?? change.Target);
        change.IsStaged = true;
        if (File.Exists(change.Target))
        {
            // Copied first, so that the new file has the permissions of the old one.
            File.Copy(change.Target, change.New, overwrite: true);
        }

        File.WriteAllBytes(change.New, change.Bytes);
    }

    private static void Exchange(Change change)
    {
        bool there = File.Exists(change.Target);
        if (change.Bytes is null)
        {
            File.Move(change.Target, change.Old, overwrite: true);
        }
        else if (there)
        {
            // At no moment is the file not there.
            File.Replace(change.New, change.Target, change.Old);
        }
        else
        {
            File.Move(change.New, change.Target);
        }

        change.IsStaged = false;
        change.HasOld = there;
        change.IsNew = change.Bytes is not null;
    }

    private void CreateFolder(string folder)
    {
        var missing = new Stack<string>();
        for (string? at = folder; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing.Push(at);
        }

        foreach (string created in missing)
        {
            Directory.CreateDirectory(created);
            _folders.Push(created);
        }
    }

    private void Undo()
    {
        foreach (Change change in _changes.AsEnumerable().Reverse())
        {
            Try(() =>
            {
                if (change.IsStaged)
                {
                    File.Delete(change.New);
                }

                if (change.IsNew)
                {
                    File.Delete(change.Target);
                }

                if (change.HasOld)
                {
                    File.Move(change.Old, change.Target);
                }
            });
        }

        while (_folders.TryPop(out string? folder))
        {
            Try(() => Directory.Delete(folder));
        }
    }

    // What went wrong first is told; that this does not work either says nothing new.
    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            // Told already.
        }
    }

    private sealed class Change(string path, string target, byte[]? bytes)
    {
        public string Path => path;

        public string Target => target;

        public byte[]? Bytes => bytes;

        public string New { get; } = $"{target}.{Environment.ProcessId}.new.tmp";

        public string Old { get; } = $"{target}.{Environment.ProcessId}.old.tmp";

        public bool IsStaged { get; set; }

        public bool IsNew { get; set; }

        public bool HasOld { get; set; }
    }
}
