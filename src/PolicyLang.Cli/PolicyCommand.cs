using System.CommandLine;
using System.CommandLine.Invocation;
using PolicyLang.Cli.Commands;
using PolicyLang.Cli.Commands.Exports;
using PolicyLang.Cli.Commands.Imports;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Cli.Streams;

namespace PolicyLang.Cli;

/// <summary>The whole command line: parses arguments, runs one command, turns every failure into a sentence and an exit code.</summary>
internal static class PolicyCommand
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="host">Where input comes from and output goes to.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> args, CommandHost host)
    {
        host = host with { Output = new CheckedWriter(host.Output), Error = new QuietWriter(host.Error) };
        try
        {
            return Answer(args, host);
        }
        catch (OutputException exception)
        {
            if (exception.ReaderLeft)
            {
                return ExitCodes.Clean;
            }

            ProblemReporter.Report(
                [
                    new InputProblem(ProjectDiagnostics.Unwritable,
                        $"Standard output cannot be written: {PolicyFileReader.Reason(exception.InnerException ?? exception)}.",
                        "What it was to say is lost; make room, or send it elsewhere."),
                ],
                host.Error);
            return ExitCodes.Usage;
        }
        finally
        {
            host.Error.Flush();
        }
    }

    private static int Answer(IReadOnlyList<string> args, CommandHost host)
    {
        int code;
        try
        {
            // The server starts without the command-line library, which loads slower than the server itself.
            code = LspCommand.IsPlain(args) ? LspCommand.Serve(host) : Parse(args, host);
        }
        catch (InputException exception)
        {
            ProblemReporter.Report(exception.Problems, host.Error);
            code = exception.ExitCode;
        }
        catch (OperationCanceledException)
        {
            code = ExitCodes.Interrupted;
        }
#pragma warning disable CA1031 // The last line of defence: a bug is told in a sentence, never as a stack trace.
        catch (Exception exception) when (exception is not OutputException)
#pragma warning restore CA1031
        {
            ProblemReporter.ReportBug(exception, host.Error);
            code = ExitCodes.Internal;
        }

        // What stays in the buffer has not been written.
        host.Output.Flush();
        return code;
    }

    private static int Parse(IReadOnlyList<string> args, CommandHost host)
    {
        if (EmptyArgument(args) is { } sentence)
        {
            new TerminalWriter(host.Error).Line(sentence);
            return ExitCodes.Usage;
        }

        var root = new RootCommand(
            "Checks, decides and formats digital-governance rules written in PolicyLang. A reading aid, not legal advice.")
        {
            GlobalOptions.NoColor(),
            CheckCommand.Create(host),
            TestCommand.Create(host),
            ConflictsCommand.Create(host),
            RepairCommand.Create(host),
            DiffCommand.Create(host),
            TimelineCommand.Create(host),
            ReportCommand.Create(host),
            WhatIfCommand.Create(host),
            DecideCommand.Create(host),
            MatrixCommand.Create(host),
            InteropCommand.Create(host),
            CompatibleCommand.Create(host),
            GroundCommand.Create(host),
            GapsCommand.Create(host),
            CoverageCommand.Create(host),
            RoutesCommand.Create(host),
            StorageCommand.Create(host),
            ExportCommand.Create(host),
            ImportCommand.Create(host),
            GenerateCommand.Create(host),
            FormatCommand.Create(host),
            FixCommand.Create(host),
            VocabularyCommand.Create(host),
            LawCommand.Create(host),
            NewCommand.Create(host),
            ExplainCommand.Create(host),
            LspCommand.Create(host),
            McpCommand.Create(host),
            CompletionCommand.Create(host),
        };
        VersionCommand.Install(root, host);
        bool bare = args.Count == 0;
        ParseResult parsed = root.Parse(
            bare ? ["--help"] : [.. args.SelectMany((arg, at) => WithLaw(arg, args.ElementAtOrDefault(at + 1), host))],
            new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        bool wrong = parsed.Action is ParseErrorAction;
        if (parsed.Action is ParseErrorAction action)
        {
            action.ShowHelp = false;
        }

        int code = parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = bare || wrong ? host.Error : host.Output,
            Error = host.Error,
        });
        return bare || wrong ? ExitCodes.Usage : code;
    }

    // "--law" takes a folder that follows it, and without one is the built-in library.
    private static IEnumerable<string> WithLaw(string arg, string? next, CommandHost host) =>
        arg != GlobalOptions.LawName ? [arg]
        : next is not null && Directory.Exists(host.FullPath(next)) ? [arg]
        : [$"{arg}={LawAtHand.BuiltInName}"];

    // An empty argument is an unset variable and must not mean the current folder.
    private static string? EmptyArgument(IReadOnlyList<string> args)
    {
        for (int i = 0; i < args.Count; i++)
        {
            bool option = args[i].StartsWith("--", StringComparison.Ordinal);
            if (option && args[i].EndsWith('='))
            {
                return $"The option '{args[i].TrimEnd('=')}' has an empty value.";
            }

            if (string.IsNullOrWhiteSpace(args[i]))
            {
                return i > 0 && args[i - 1].StartsWith("--", StringComparison.Ordinal)
                    ? $"The option '{args[i - 1]}' has an empty value."
                    : "An argument is empty; name a file or a folder, or leave it out.";
            }
        }

        return null;
    }
}
