using System.Reflection;
using System.Text;
using PolicyLang.Text;

namespace PolicyLang.Prelude;

/// <summary>The vocabulary that ships with the compiler, as ordinary PolicyLang text.</summary>
internal static class PreludeFiles
{
    /// <summary>What the names of the prelude's files begin with.</summary>
    public const string Prefix = "prelude/";

    private const string PreparedSuffix = ".prepared";

    private static readonly Assembly Own = typeof(PreludeFiles).Assembly;

    /// <summary>Name and text of each file, in the order in which they are declared.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> All { get; } = Load();

    /// <summary>Whether a place is in one of these files.</summary>
    public static bool Hold(Location location)
    {
        string file = location.File;
        return file.StartsWith(Prefix, StringComparison.Ordinal);
    }

    /// <summary>The form that was made of a file; null where there is none.</summary>
    internal static byte[]? FormOf(string file) => Read(file + PreparedSuffix);

    private static ImmutableArray<KeyValuePair<string, string>> Load() =>
    [
        .. Own.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && !n.EndsWith(PreparedSuffix, StringComparison.Ordinal))
            .OrderBy(n => n, StringComparer.Ordinal)
            .Select(n => new KeyValuePair<string, string>(n, Encoding.UTF8.GetString(Read(n) ?? []))),
    ];

    private static byte[]? Read(string name)
    {
        using Stream? stream = Own.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        int read = 0;
        while (read < bytes.Length && stream.Read(bytes, read, bytes.Length - read) is > 0 and int more)
        {
            read += more;
        }

        return bytes;
    }
}
