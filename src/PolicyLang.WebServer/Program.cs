namespace PolicyLang.WebServer;

/// <summary>The entry that the SDK asks for. Nothing happens here: the worker calls <see cref="Bridge"/>.</summary>
internal static class Program
{
    private static void Main()
    {
    }
}
