using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>Reads files of a revision with the git program: the only place that starts one.</summary>
/// <param name="folder">A folder inside the working copy; absolute.</param>
internal sealed class Git(string folder)
{
    private const string RegularFile = "100";
    private string? _root;

    /// <summary>The folder of the working copy.</summary>
    /// <exception cref="InputException">There is no git, or the folder is in no working copy.</exception>
    public string Root => _root ??= Path.TrimEndingDirectorySeparator(Path.GetFullPath(
        Text(Run(["rev-parse", "--show-toplevel"], "the folder is in no working copy of git"))));

    /// <summary>The commit that a revision names; null where it names none.</summary>
    /// <exception cref="InputException">There is no git.</exception>
    public string? Commit(string revision)
    {
        if (revision.StartsWith('-'))
        {
            return null;
        }

        (int code, byte[] output, _) = Start(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], null);
        return code == 0 ? Text(output) : null;
    }

    /// <summary>The regular files of a commit below a path.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="path">The path from the root, with slashes; empty for all.</param>
    /// <returns>For each its path from the root, and by which it is read.</returns>
    /// <exception cref="InputException">Git cannot tell.</exception>
    public ImmutableArray<(string Path, string Id)> Files(string commit, string path)
    {
        string[] pathspec = path.Length == 0 ? [] : ["--", path];
        string listed = Encoding.UTF8.GetString(
            Run(["--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit, .. pathspec], "its files cannot be listed"));
        return
        [
            .. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(entry => entry.StartsWith(RegularFile, StringComparison.Ordinal)).Select(Entry),
        ];
    }

    /// <summary>The contents of files, in one go.</summary>
    /// <param name="ids">By which they are read.</param>
    /// <exception cref="InputException">Git cannot give them.</exception>
    public ImmutableArray<byte[]> Read(IEnumerable<string> ids)
    {
        string[] wanted = [.. ids];
        byte[] output = Run(["cat-file", "--batch"], "its files cannot be read", string.Concat(wanted.Select(id => id + "\n")));
        var contents = ImmutableArray.CreateBuilder<byte[]>(wanted.Length);
        int at = 0;
        while (contents.Count < wanted.Length)
        {
            // "ID blob LENGTH", then as many bytes, then a line end.
            int end = Array.IndexOf(output, (byte)'\n', at);
            string[] head = end < 0 ? [] : Encoding.ASCII.GetString(output, at, end - at).Split(' ');
            if (head.Length != 3 || !int.TryParse(head[2], CultureInfo.InvariantCulture, out int length))
            {
                throw Refused("its files cannot be read", string.Join(' ', head));
            }

            contents.Add(output[(end + 1)..(end + 1 + length)]);
            at = end + length + 2;
        }

        return contents.ToImmutable();
    }

    private static (string Path, string Id) Entry(string entry)
    {
        int tab = entry.IndexOf('\t', StringComparison.Ordinal);
        return (entry[(tab + 1)..], entry[..tab].Split(' ')[2]);
    }

    private byte[] Run(string[] arguments, string failure, string? input = null)
    {
        (int code, byte[] output, string error) = Start(arguments, input);
        return code == 0 ? output : throw Refused(failure, error);
    }

    private (int Code, byte[] Output, string Error) Start(string[] arguments, string? input)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["LC_ALL"] = "C";
        foreach (string argument in arguments.Prepend("--no-pager"))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start) ?? throw new Win32Exception();
            Task<string> error = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            Task copied = process.StandardOutput.BaseStream.CopyToAsync(output);
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            Task.WaitAll(copied, error);
            process.WaitForExit();
            return (process.ExitCode, output.ToArray(), error.Result);
        }
        catch (Win32Exception)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.NoRevision, "There is no git program, which reads revisions.",
                "Install git and have it on the path, or name folders and files."));
        }
    }

    private static InputException Refused(string failure, string error)
    {
        string reason = error.Split('\n')[0].Trim();
        return new InputException(new InputProblem(
            ProjectDiagnostics.NoRevision,
            $"Git says nothing of the revision: {failure}{(reason.Length == 0 ? string.Empty : $" ({reason})")}.",
            "Run policyc inside the working copy, or name folders and files."));
    }

    private static string Text(byte[] output) => Encoding.UTF8.GetString(output).Trim();
}
