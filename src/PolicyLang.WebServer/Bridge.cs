using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyLang.Law;
using PolicyLang.LanguageServer;

[assembly: SupportedOSPlatform("browser")]

namespace PolicyLang.WebServer;

/// <summary>What the worker calls, and what it is called by.</summary>
internal static partial class Bridge
{
    private static readonly MemoryFiles Files = new();
    private static readonly FetchedLaw Law = new();
    private static readonly MessagePipe Input = new();

    /// <summary>Begins to serve.</summary>
    /// <param name="index">The index of the law library.</param>
    /// <param name="folder">The address below which library, vocabulary and help pages are; it ends with a slash.</param>
    /// <param name="namesOnly">Whether this is the server that answers while another one judges.</param>
    /// <returns>Completed when the client leaves.</returns>
    [JSExport]
    internal static Task Serve(string index, string folder, bool namesOnly)
    {
        Law.Open(LawLibrary.Version, index);
        if (namesOnly)
        {
            Rehearsal.Run();
        }

        var host = new WebHost(Files, Law, folder);

        // A timer gives the turn back to the browser; a yield alone does not.
        string version = typeof(Bridge).Assembly.GetName().Version?.ToString(3) ?? string.Empty;
        var options = new ServerOptions(version, TimeSpan.FromMilliseconds(100))
        {
            NamesOnly = namesOnly,
            Pause = static () => Task.Delay(1),
        };
        return PolicyServer.RunAsync(Input.Reader, new MessageStream(Post), host, options, static () => NullLoggerFactory.Instance);
    }

    /// <summary>Takes a message of the client.</summary>
    /// <param name="message">One message of JSON-RPC, without header.</param>
    [JSExport]
    internal static void Receive(string message) => Input.Write(Encoding.UTF8.GetBytes(message));

    /// <summary>Puts a file of the workspace in its place.</summary>
    /// <param name="path">Absolute, with slashes.</param>
    /// <param name="text">Its text; null to take it away.</param>
    [JSExport]
    internal static void Put(string path, string? text) => Files.Put(path, text);

    /// <summary>Puts a file of the law library in its place; it must be there before a text that uses it arrives.</summary>
    /// <param name="path">Its path in the library.</param>
    /// <param name="text">Its text.</param>
    [JSExport]
    internal static void PutLaw(string path, string text) => Law.Put(path, text);

    [JSImport("post", "worker")]
    internal static partial void Post(string message);
}
