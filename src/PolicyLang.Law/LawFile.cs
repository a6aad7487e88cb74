using System.Reflection;

namespace PolicyLang.Law;

/// <summary>One file of the law library: an instrument with what belongs to it, what several of them share, or the scenarios of
/// one.</summary>
public sealed class LawFile
{
    private const string Ending = ".policy";
    private const string ScenariosEnding = ".scenarios";
    private readonly string _resource;

    internal LawFile(string resource)
    {
        _resource = resource;
        Path = resource.Replace('\\', '/');
        string[] parts = Path.Split('/');
        Order = parts[parts.Length - 2];
        string name = parts[parts.Length - 1];
        name = name.Substring(0, name.LastIndexOf(Ending, StringComparison.Ordinal));
        HasScenarios = name.EndsWith(ScenariosEnding, StringComparison.Ordinal);
        Name = HasScenarios ? name.Substring(0, name.Length - ScenariosEnding.Length) : name;
    }

    /// <summary>Where it stands in the library: <c>law/eu/data-act.policy</c>.</summary>
    public string Path { get; }

    /// <summary>The folder of its legal order: the order's name in small letters.</summary>
    public string Order { get; }

    /// <summary>Its name in that folder, the same for an instrument and its scenarios.</summary>
    public string Name { get; }

    /// <summary>Whether it has scenarios, and the acts that are made up for them, and no law of its own.</summary>
    public bool HasScenarios { get; }

    /// <summary>The policy text. It is read anew at each call, so that what nobody uses takes no memory.</summary>
    public string Read() => ReadResource(_resource);

    internal static string ReadResource(string name)
    {
        Assembly assembly = typeof(LawFile).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the library.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
