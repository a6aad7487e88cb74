using PolicyLang.Benchmarks;

// Without arguments: the table of phases; "--format": that of formatting. Anything else goes to BenchmarkDotNet: "--filter *".
if (args.Length == 0 || args[0] == "--phases")
{
    return PhaseTable.Print(args.Skip(1).ToArray());
}

if (args[0] == "--format")
{
    return FormatTable.Print(args.Skip(1).ToArray());
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(PhaseTable).Assembly).Run(args);
return 0;
