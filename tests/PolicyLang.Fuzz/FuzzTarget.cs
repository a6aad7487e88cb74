using System.Buffers;
using System.Text;
using PolicyLang.Cli.Inputs;
using PolicyLang.Diagnostics;
using PolicyLang.Exchange.Odrl.Import;
using PolicyLang.Formatting;
using PolicyLang.LanguageServer.Rpc;
using PolicyLang.Parsing;
using PolicyLang.Projects;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;
using Microsoft.Extensions.Logging.Abstractions;

namespace PolicyLang.Fuzz;

/// <summary>Something that reads foreign text: whatever it is given, it has to come to an end without an exception.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Read">Reads an input; throws where a promise is broken.</param>
public sealed record FuzzTarget(string Name, Action<byte[]> Read)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        new("parse", bytes => Parse("a.policy", bytes)),
        new("literate", bytes => Parse("a.policy.md", bytes)),
        new("bind", bytes => _ = Workspace.Empty.With("a.policy", Text(bytes)).Model.Diagnostics.Count()),
        new("format", Format),
        new("case", Case),
        new("project", bytes => ProjectFileReader.Read("policy.json", Text(bytes))),
        new("lsp", Messages),
        new("jsonld", bytes => Odrl(bytes, isTurtle: false)),
        new("turtle", bytes => Odrl(bytes, isTurtle: true)),
    ];

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static SyntaxTree Parse(string file, byte[] bytes)
    {
        string text = Text(bytes);
        SyntaxTree tree = PolicyParser.Parse(file, text);
        Promise(string.Concat(tree.Islands.Select(island => island.Text)) == text, "the parts of a tree are the text");
        return tree;
    }

    private static void Format(byte[] bytes)
    {
        string once = Formatter.Format(Parse("a.policy", bytes));
        Promise(Formatter.Format(PolicyParser.Parse("a.policy", once)) == once, "what is formatted stays as it is");
    }

    private static void Case(byte[] bytes)
    {
        try
        {
            Workspace.Empty.Decide(CaseInput.Parse(Text(bytes), "case"), out _);
        }
        catch (InputException exception)
        {
            Promise(exception.Problems.Length > 0, "a refusal has a reason");
        }
    }

    private static void Odrl(byte[] bytes, bool isTurtle)
    {
        OdrlImported read = OdrlImport.Read(Text(bytes), new OdrlImportSettings(isTurtle, null, OdrlImport.UsualAuthority, []));
        Promise(read.Text is null == (read.Problem is not null), "a document is read, or it is told why not");
        Promise(PolicyParser.Parse("a.policy", read.Text ?? string.Empty).Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error), "what is imported is PolicyLang");
    }

    private static void Messages(byte[] bytes)
    {
        Promise(new LspFormatter().Read(new ReadOnlySequence<byte>(bytes)) is not null, "whatever a message is, it is read as one");
        using var messages = new LspMessageHandler(new MemoryStream(), new MemoryStream(bytes), NullLogger.Instance);
        while (messages.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is not null)
        {
            // Each message is read, and the end is found.
        }
    }

    private static void Promise(bool kept, string promise)
    {
        if (!kept)
        {
            throw new InvalidOperationException("A promise is broken: " + promise + ".");
        }
    }
}
