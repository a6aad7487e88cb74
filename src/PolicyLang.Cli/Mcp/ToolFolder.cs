using System.Text;

namespace PolicyLang.Cli.Mcp;

/// <summary>Where a call runs: the folder of the server, or one of its own that holds the texts of the call.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly string? _own;

    private ToolFolder(string path, string? own) => (Path, _own) = (path, own);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The folder of the server.</summary>
    public static ToolFolder Served(string folder) => new(folder, null);

    /// <summary>A folder with texts, which goes when the call has been answered.</summary>
    public static ToolFolder Of(IEnumerable<(string Name, string Text)> files)
    {
        string folder = Directory.CreateTempSubdirectory("policyc-mcp-").FullName;
        var own = new ToolFolder(folder, folder);
        own.Add(files);
        return own;
    }

    /// <summary>Puts texts into it.</summary>
    public void Add(IEnumerable<(string Name, string Text)> files)
    {
        foreach ((string name, string text) in files)
        {
            string path = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
            File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        }
    }

    public void Dispose()
    {
        if (_own is not null)
        {
            Directory.Delete(_own, recursive: true);
        }
    }
}
