using System.Diagnostics;
using PolicyLang.Testing;

namespace PolicyLang.SourceGenerator.Tests;

/// <summary>A project of its own with the packages from a folder as its only source. It is packed and restored once; every test begins with
/// its project file alone.</summary>
public sealed class ConsumerProject : IDisposable
{
    private static readonly string[] Kept = ["App.csproj", "nuget.config"];

    private readonly string _folder = Directory.CreateTempSubdirectory("policylang").FullName;

    public ConsumerProject()
    {
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        foreach (string project in (string[])["PolicyLang.Runtime", "PolicyLang.SourceGenerator"])
        {
            Dotnet(RepositoryFiles.Root, $"pack src/{project} --no-build -c {configuration} -p:MinVerVersionOverride=0.1.0 -o \"{Path.Combine(_folder, "feed")}\"");
        }

        Project("App", "net10.0", "Exe");
        Dotnet(App, "restore");
    }

    /// <summary>The folder of the project.</summary>
    public string App => Path.Combine(_folder, "App");

    /// <summary>Leaves nothing but the project file and what the restore and the last build made.</summary>
    public void Clear()
    {
        foreach (string file in Directory.EnumerateFiles(App).Where(f => !Kept.Contains(Path.GetFileName(f))).Append(Path.Combine(_folder, "policy.json")))
        {
            File.Delete(file);
        }

        foreach (string folder in Directory.EnumerateDirectories(App).Where(f => Path.GetFileName(f) is not ("bin" or "obj")))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its path; <c>App</c> is the folder of the project.</param>
    /// <param name="text">What it says.</param>
    public void Write(string path, string text)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? _folder);
        File.WriteAllText(full, text);
    }

    /// <summary>Builds the project and gives what the build writes.</summary>
    public string Build(string arguments = "", bool fails = false) => Dotnet(App, $"build --no-restore {arguments}", fails);

    /// <summary>Builds the project, runs it, and gives what it writes.</summary>
    public string Run(string arguments = "")
    {
        Build("-v q " + arguments);
        return Dotnet(App, "bin/Debug/net10.0/App.dll");
    }

    /// <summary>What the project has as items of a kind.</summary>
    public string Items(string kind) => Dotnet(App, $"msbuild -getItem:{kind}");

    /// <summary>Builds another project for another framework, which fails, and gives what the build writes.</summary>
    public string BuildFor(string target)
    {
        Project("Other", target, "Library");
        Write("Other/a.policy", "framework A { authority DE in force from 2021-01-01 }");
        return Dotnet(Path.Combine(_folder, "Other"), "build", fails: true);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Project(string name, string target, string output)
    {
        Write($"{name}/nuget.config", """
            <configuration>
              <config><add key="globalPackagesFolder" value="../packages" /></config>
              <packageSources><clear /><add key="local" value="../feed" /></packageSources>
            </configuration>
            """);
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>{output}</OutputType><TargetFramework>{target}</TargetFramework><DisableImplicitFrameworkReferences>{target != "net10.0"}</DisableImplicitFrameworkReferences><LangVersion>latest</LangVersion><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup><PackageReference Include="PolicyLang.SourceGenerator" Version="0.1.0" /></ItemGroup>
            </Project>
            """);
    }

    private static string Dotnet(string folder, string arguments, bool fails = false)
    {
        bool isProgram = arguments.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", arguments + (isProgram ? string.Empty : " -nodeReuse:false"))
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k is "DOTNET_CLI_UI_LANGUAGE" or "CI").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // A compiler that starts anew compiles generator and itself before it does anything; the server has done so.
        start.Environment["UseSharedCompilation"] = "true";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True((process.ExitCode == 0) != fails, $"dotnet {arguments} returned {process.ExitCode}:\n{output}\n{error.Result}");
        return output;
    }
}
