using System.CommandLine;
using System.CommandLine.Invocation;
using PolicyLang.Cli.Commands;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;

namespace PolicyLang.Cli;

/// <summary>The whole command line: parses arguments, runs one command, turns every failure into a sentence and an exit code.</summary>
public static class PolicyCommand
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="host">Where input comes from and output goes to.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> args, CommandHost host)
    {
        try
        {
            // Editors wait for the server: it goes past the command-line library, whose loading takes longer than the server's own start.
            return LspCommand.IsPlain(args) ? LspCommand.Serve(host) : Parse(args, host);
        }
        catch (InputException exception)
        {
            ProblemReporter.Report(exception.Problems, host.Error);
            return exception.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (IOException exception) when (IsBrokenPipe(exception))
        {
            return ExitCodes.Clean;
        }
#pragma warning disable CA1031 // The last line of defence: a bug is told in a sentence, never as a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ProblemReporter.ReportBug(exception, host.Error);
            return ExitCodes.Internal;
        }
        finally
        {
            Flush(host);
        }
    }

    private static int Parse(IReadOnlyList<string> args, CommandHost host)
    {
        var root = new RootCommand(
            "Checks, decides and formats digital-governance rules written in PolicyLang. A reading aid, not legal advice.")
        {
            GlobalOptions.NoColor(),
            CheckCommand.Create(host),
            TestCommand.Create(host),
            ConflictsCommand.Create(host),
            RepairCommand.Create(host),
            DecideCommand.Create(host),
            GenerateCommand.Create(host),
            FormatCommand.Create(host),
            VocabularyCommand.Create(host),
            ExplainCommand.Create(host),
            LspCommand.Create(host),
        };
        bool bare = args.Count == 0;
        ParseResult parsed = root.Parse(
            bare ? ["--help"] : args,
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

    // EPIPE on Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows: the reader (head, a pager) has seen enough.
    private static bool IsBrokenPipe(IOException exception) =>
        exception.HResult is 32 or unchecked((int)0x8007006D) or unchecked((int)0x800700E8);

    private static void Flush(CommandHost host)
    {
        try
        {
            host.Output.Flush();
            host.Error.Flush();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Nobody is left to tell; the language server closes its streams itself.
        }
    }
}
