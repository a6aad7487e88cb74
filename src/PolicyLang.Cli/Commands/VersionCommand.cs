using System.CommandLine;
using System.CommandLine.Invocation;
using PolicyLang.Law;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc --version</c>: the version of the program, and that of the law library with it.</summary>
internal static class VersionCommand
{
    public static void Install(RootCommand root, CommandHost host)
    {
        foreach (VersionOption option in root.Options.OfType<VersionOption>())
        {
            option.Action = new Tell(host);
        }
    }

    private sealed class Tell(CommandHost host) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            host.Output.WriteLine(ProductVersion.Text);
            host.Output.WriteLine($"law library {LawLibrary.Version}");
            return ExitCodes.Clean;
        }
    }
}
