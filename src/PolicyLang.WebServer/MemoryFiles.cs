namespace PolicyLang.WebServer;

/// <summary>Files in memory, by their absolute paths with slashes.</summary>
internal sealed class MemoryFiles
{
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Adds or replaces a file, or takes it away.</summary>
    /// <param name="path">Absolute, with slashes.</param>
    /// <param name="text">Its text; null for a file that is gone.</param>
    public void Put(string path, string? text)
    {
        if (text is null)
        {
            _texts.Remove(path);
        }
        else
        {
            _texts[path] = text;
        }
    }

    /// <summary>The text of a file; null where there is none.</summary>
    public string? Read(string path) => _texts.GetValueOrDefault(path);

    /// <summary>The paths of the files below a folder, from that folder, in order.</summary>
    /// <param name="folder">Absolute, without a slash at its end; empty for the root.</param>
    public IEnumerable<string> Below(string folder) => _texts.Keys
        .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => path[(folder.Length + 1)..]);
}
