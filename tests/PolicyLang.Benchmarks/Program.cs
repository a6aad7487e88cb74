using PolicyLang.Benchmarks;
using PolicyLang.Benchmarks.Models;

// Without arguments: the table of phases. "--scale": the cost as work grows; "--decide": one decision;
// "--edit": one clause edited; "--models": generated code, the interpreter and Cedar; "--models-start": the first answers of a process; "--hard": inputs made to be hard;
// "--measure PROGRAM ARGUMENTS…": what another program costs; "--format": formatting a file. "--analyses": what is asked of a workspace as a whole. Anything else goes to BenchmarkDotNet: "--filter *".
switch (args.FirstOrDefault())
{
    case null or "--phases":
        return PhaseTable.Print(args.Skip(1).ToArray());
    case "--scale":
        return ScaleTable.Print(args.Skip(1).ToArray());
    case "--scale-one":
        return ScaleTable.PrintOne(args.Skip(1).ToArray());
    case "--decide":
        return DecisionTable.Print(args.Skip(1).ToArray());
    case "--decide-one":
        return DecisionTable.PrintOne(args[1]);
    case "--models":
        return ModelTable.Print(args.Skip(1).ToArray());
    case "--models-one":
        return ModelTable.PrintOne(args[1]);
    case "--models-start":
        return StartTable.Print(args.Skip(1).ToArray());
    case "--models-start-one":
        return StartTable.PrintOne(args[1]);
    case "--edit":
        return EditTable.Print(args.Skip(1).ToArray());
    case "--edit-one":
        return EditTable.PrintOne(args[1]);
    case "--hard":
        return HardTable.Print();
    case "--hard-one":
        return HardTable.PrintOne(args[1]);
    case "--analyses":
        return AnalysisTable.Print(args.Skip(1).ToArray());
    case "--measure":
        return Measured.Print(args.Skip(1).ToArray());
    case "--format":
        return FormatTable.Print(args.Skip(1).ToArray());
    default:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(PhaseTable).Assembly).Run(args);
        return 0;
}
