using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Repairs;
using PolicyLang.Syntax;
using PolicyLang.Text;
using StreamJsonRpc;
using Location = PolicyLang.LanguageServer.Protocol.Location;

namespace PolicyLang.LanguageServer.Features;

/// <summary>What the handlers of requests about a document share: the snapshot as of the request, and the protocol's terms for
/// places.</summary>
internal abstract class FeatureHandler(FeatureServices services)
{
    private const int ContentModified = -32801;

    protected FeatureServices Services => services;

    protected IServerHost Host => services.Host;

    protected ProjectSet Projects => services.Projects;

    protected ClientFeatures Client => services.Client;

    protected PositionEncoding Encoding => Projects.Encoding;

    /// <summary>Answers away from the message loop, about what the text as of this request means.</summary>
    protected Task<T> Answer<T>(
        TextDocumentIdentifier document, Func<Snapshot, SyntaxTree, T> find, T otherwise, CancellationToken cancellation) =>
        Answer(document.Uri, snapshot => Tree(snapshot, document) is { } tree ? find(snapshot, tree) : otherwise, cancellation);

    /// <summary>Answers away from the message loop, about the project of a document as of this request; without one, about the project
    /// that was worked on last.</summary>
    protected Task<T> Answer<T>(string? uri, Func<Snapshot, T> find, CancellationToken cancellation) => Read(
        Projects.Of(uri),
        snapshot =>
        {
            // Whoever asks what a name means would wait for it uncancelled.
            snapshot.Workspace.GetModel(cancellation);
            return find(snapshot);
        },
        cancellation);

    /// <summary>Answers away from the message loop, from the text as of this request alone: without waiting for what it means.</summary>
    protected Task<T> Read<T>(TextDocumentIdentifier document, Func<SyntaxTree, T> find, T otherwise, CancellationToken cancellation) =>
        Read(Projects.Of(document.Uri), snapshot => Tree(snapshot, document) is { } tree ? find(tree) : otherwise, cancellation);

    /// <summary>One answer for each project, in their order.</summary>
    protected Task<T[]> Each<T>(Func<Snapshot, T> find, CancellationToken cancellation) => Task.WhenAll(Projects.All
        .DefaultIfEmpty(Projects.Main).Select(project => Read(project, find, cancellation)));

    private static Task<T> Read<T>(WorkspaceState project, Func<Snapshot, T> find, CancellationToken cancellation)
    {
        Snapshot snapshot = project.Current;
        return Task.Run(() => find(snapshot), cancellation);
    }

    /// <summary>
    /// Answers what takes a while; given up as soon as an open text is another, since the client would have to ask again. What was read
    /// from disk meanwhile is no reason: then the answer begins anew.
    /// </summary>
    protected Task<T> Judge<T>(string uri, Func<Snapshot, CancellationToken, T> find, CancellationToken cancellation)
    {
        WorkspaceState project = Projects.Of(uri);
        Snapshot snapshot = project.Current;
        return Task.Run(
            () =>
            {
                while (true)
                {
                    using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, snapshot.Outdated);
                    try
                    {
                        return find(snapshot, either.Token);
                    }
                    catch (OperationCanceledException) when (
                        snapshot.Outdated.IsCancellationRequested && !cancellation.IsCancellationRequested)
                    {
                        Snapshot now = project.Current;
                        if (!ReferenceEquals(now.Open, snapshot.Open))
                        {
                            throw new LocalRpcException("The text has changed since.") { ErrorCode = ContentModified };
                        }

                        snapshot = now;
                    }
                }
            },
            cancellation);
    }

    /// <summary>The tree of a document, the vocabulary's too; null where there is none.</summary>
    protected SyntaxTree? Tree(Snapshot snapshot, TextDocumentIdentifier document) =>
        snapshot.Workspace.Tree(ShippedDocuments.NameOf(document.Uri, Host) ?? NameOf(document.Uri));

    /// <summary>The name of a document among the files of its project.</summary>
    protected string NameOf(string uri) => Projects.NameOf(uri);

    protected ReadingView View => Projects.View;

    protected int Offset(SyntaxTree tree, Position position) => Encoding.ToOffset(tree.Text, position);

    protected Protocol.Range Range(SourceText text, TextSpan span) => Encoding.ToRange(text, span);

    /// <summary>A reading card as the client can show it.</summary>
    protected static MarkupContent Card(string markdown, bool marks) =>
        marks ? new("markdown", markdown) : new("plaintext", PlainText.FromMarkdown(markdown));

    protected Location? Map(Snapshot snapshot, Text.Location location) =>
        UriOf(snapshot, location.File) is { } uri ? new Location(uri, Range(location.Text, location.Span)) : null;

    /// <summary>The edits by document.</summary>
    protected WorkspaceEdit Edit(Snapshot snapshot, IEnumerable<FileEdit> edits) => new(edits
        .GroupBy(edit => edit.File)
        .Where(file => snapshot.Workspace.Tree(file.Key) is not null && UriOf(snapshot, file.Key) is not null)
        .ToDictionary(
            file => UriOf(snapshot, file.Key) ?? file.Key,
            file => file.Select(edit => Map(snapshot.Workspace.Tree(file.Key), edit)).ToImmutableArray()));

    private TextEdit Map(SyntaxTree? tree, FileEdit edit)
    {
        SourceText text = tree?.Text ?? new SourceText(string.Empty);
        return new TextEdit(Range(text, edit.Edit.Span), LineEnds.Adapt(edit.Edit.NewText, text.Content));
    }

    private string? UriOf(Snapshot snapshot, string file) =>
        ShippedDocuments.Has(snapshot, file) ? Host.ShippedFile(file)
        : snapshot.Open.TryGetValue(file, out OpenDocument? document) ? document.Uri
        : DocumentUri.FromFile(file);
}
