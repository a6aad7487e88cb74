using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>
/// Does, once the first findings are out, what the first keys of the drafter would otherwise wait for, a tenth of a second each: works out
/// from the workspace what only changes need, and, where code is compiled when it first runs, types in a small law of its own.
/// </summary>
internal sealed class WarmUp(IServerHost host, WorkspaceState state, ILogger logger)
{
    // The number of calls after which the runtime optimises a method.
    private const int Rounds = 32;
    private const string Uri = "file:///rehearsal/a.policy";

    private const string Law = """
        framework A {
          authority EU
          in force from 2020-01-01
          transfer Ban { Exporter must not transfer Health from EEA to outside EEA unless explicit_consent subject to Leave }
          transfer Leave { Exporter may transfer Health from EEA to outside EEA when safeguards include SCC and subjects < 100 }
          transfer Wide { Exporter may transfer PersonalData from EEA to JP }
          sovereignty Keep { Controller must store Health in EEA within 3 days }
        }
        """;

    private const string Other = """
        framework B {
          authority US
          in force from 2020-01-01
          sovereignty Order { ServiceProvider must disclose Health from anywhere to Authority in US when us_warrant }
          sovereignty Bar { ServiceProvider must not disclose Health from DE to Authority in US }
        }
        """;

    private int _begun;

    /// <summary>Begins at the first call with any texts, away from everything else, and gives way to the first change.</summary>
    public void Begin(Snapshot snapshot, TimeSpan taken)
    {
        if (!snapshot.Workspace.Trees.IsEmpty && Interlocked.Exchange(ref _begun, 1) == 0)
        {
            _ = Task.Run(() => Rehearse(snapshot));
        }
    }

    private void Rehearse(Snapshot snapshot)
    {
        try
        {
            if (RuntimeFeature.IsDynamicCodeCompiled)
            {
                Type(snapshot);
            }

            state.Renew(snapshot);
        }
        catch (OperationCanceledException)
        {
            // The drafter has begun.
        }
#pragma warning disable CA1031 // Whatever fails here fails again, and is told, when the text is analysed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.AnalysisFailed(logger, exception);
        }
    }

    private void Type(Snapshot snapshot)
    {
        var texts = new ProjectSet(host.Law);
        var findings = new FileFindings(host);
        texts.Open("file:///rehearsal/b.policy", 1, Other);
        texts.Open(Uri, 1, Law);
        int line = Law[..Law.IndexOf("JP", StringComparison.Ordinal)].Count(c => c == '\n');
        int end = Law.Split('\n')[line].IndexOf("JP", StringComparison.Ordinal) + 2;
        for (int version = 2; version < 2 + (2 * Rounds) && ReferenceEquals(state.Current, snapshot); version++)
        {
            bool typed = version % 2 == 0;
            var range = new Protocol.Range(new Position(line, end), new Position(line, typed ? end : end + 1));
            texts.Change(Uri, version, [new TextDocumentContentChangeEvent(typed ? "," : string.Empty, range)]);
            foreach (PublishDiagnosticsParams file in findings.Collect(texts.Main.Current, snapshot.Outdated))
            {
                JsonSerializer.SerializeToUtf8Bytes(file, LspJson.Default.PublishDiagnosticsParams);
            }
        }
    }
}
