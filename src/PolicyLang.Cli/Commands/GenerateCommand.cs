using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Models;
using PolicyLang.Cli.Reporters;
using PolicyLang.CodeGen;
using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Commands;

/// <summary><c>policyc generate</c>: C# models, checked with the C# compiler before anything is written.</summary>
internal static class GenerateCommand
{
    private const string DefaultFolder = "Generated";

    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = GlobalOptions.Paths();
        Option<string> output =
            new("--output") { Description = $"The folder to write to; that of the project file, else {DefaultFolder}, if nothing else is "
            + "said.", HelpName = "DIR" };
        Option<string> name =
            new("--namespace") { Description = $"The namespace; that of the project file, else {CodeGenSettings.Default.Namespace}, if "
            + "nothing else is said.", HelpName = "NAME" };
        Option<string> assembly =
            new("--assembly") { Description = "Write an assembly, with its symbols inside and its documentation beside it; C# files too "
            + "only where --output asks for them.", HelpName = "FILE.dll" };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !CodeGenSettings.IsNamespace(text))
            {
                result.AddError($"'{text}' is not a valid C# namespace. Write identifiers joined with dots, such as Acme.Policies.");
            }
        });
        Option<string> law = GlobalOptions.Law();
        var command =
            new Command("generate", "Write C# models: typed clauses, decisions and explanations for applications.") { paths, output, name,
            assembly, law };
        command.SetAction(async (parsed, cancellation) =>
        {
            using Progress progress = Progress.Start("generating models", host);
            LoadedWorkspace loaded = LoadedWorkspace.Read(parsed.GetValue(paths) ?? [], host, parsed.GetValue(law));
            if (!Preflight.Report(loaded, host))
            {
                host.Error.WriteLine("No models are generated while the files have errors.");
                return ExitCodes.Findings;
            }

            var settings = new CodeGenSettings(parsed.GetValue(name) ?? loaded.Output.Namespace ?? CodeGenSettings.Default.Namespace)
            {
                IsInternal = loaded.Output.IsInternal,
            };
            (ImmutableArray<GeneratedFile> files, Problem? undecided, ImmutableArray<Diagnostic> clashes) =
                ModelGenerator.Generate(loaded.Workspace, settings, cancellation);
            if (undecided is not null)
            {
                throw CaseInput.Refuse([undecided]);
            }

            string? library = parsed.GetValue(assembly) is { } file ? host.FullPath(file) : null;
            CheckedModels models =
                await ModelCheck.RunAsync(files, library is null ? settings.Namespace : Path.GetFileNameWithoutExtension(library),
                cancellation).ConfigureAwait(false);
            progress.Stop();
            if (!models.Findings.IsEmpty)
            {
                return Refuse(models.Findings, host);
            }

            foreach (Diagnostic clash in clashes)
            {
                new TerminalWriter(host.Error).Line($"{clash.Location.File}:{clash.Location.Start.Line + 1}: warning[{clash.Code}]: "
                    + $"{clash.Message} {clash.Help}");
            }

            var folder = new ModelFolder(host);
            if (library is not null)
            {
                folder.AddAssembly(library, models);
            }

            if (library is null || parsed.GetValue(output) is not null)
            {
                folder.Add(Folder(parsed.GetValue(output), loaded, host), files);
            }

            folder.Write();
            folder.Sum(new TerminalWriter(host.Output));
            return ExitCodes.Clean;
        });
        return command;
    }

    private static string Folder(string? option, LoadedWorkspace loaded, CommandHost host) =>
        option is not null
            ? host.FullPath(option)
            : Path.Combine(loaded.ProjectFolder ?? host.WorkingFolder, loaded.Output.Directory ?? DefaultFolder);

    private static int Refuse(ImmutableArray<string> findings, CommandHost host)
    {
        foreach (string finding in findings)
        {
            new TerminalWriter(host.Error).Line(finding);
        }

        host.Error.WriteLine("The generated C# does not pass the compiler, so nothing was written. This is a bug in policyc; please "
            + "report it with the policy files.");
        return ExitCodes.Internal;
    }
}
