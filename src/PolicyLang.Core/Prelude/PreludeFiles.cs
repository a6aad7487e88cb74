using System.Reflection;
using PolicyLang.Text;

namespace PolicyLang.Prelude;

/// <summary>The vocabulary that ships with the compiler, as ordinary PolicyLang text.</summary>
internal static class PreludeFiles
{
    /// <summary>What the names of the prelude's files begin with.</summary>
    public const string Prefix = "prelude/";

    /// <summary>Name and text of each file, in the order in which they are declared.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> All { get; } = Load();

    /// <summary>Whether a place is in one of these files.</summary>
    public static bool Hold(Location location)
    {
        string file = location.File;
        return file.StartsWith(Prefix, StringComparison.Ordinal);
    }

    private static ImmutableArray<KeyValuePair<string, string>> Load()
    {
        Assembly assembly = typeof(PreludeFiles).Assembly;
        var files = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .OrderBy(n => n, StringComparer.Ordinal))
        {
            using Stream? stream = assembly.GetManifestResourceStream(name);
            if (stream is not null)
            {
                using var reader = new StreamReader(stream);
                files.Add(new(name, reader.ReadToEnd()));
            }
        }

        return files.ToImmutable();
    }
}
