using PolicyLang.Fuzz;
using SharpFuzz;

// seeds TARGET DIR REPOSITORY: writes inputs to start from. afl TARGET: serves afl-fuzz. replay TARGET FILE: reads one input.
// run TARGET SECONDS REPOSITORY DIR: changes inputs by chance for so long, and keeps those that break something in DIR.
string mode = args.ElementAtOrDefault(0) ?? string.Empty;
FuzzTarget? target = FuzzTarget.All.FirstOrDefault(t => t.Name == args.ElementAtOrDefault(1));
if (target is null)
{
    Console.Error.WriteLine($"usage: seeds|afl|replay|run TARGET …; the targets are {string.Join(", ", FuzzTarget.All.Select(t => t.Name))}");
    return 2;
}

switch (mode)
{
    case "seeds":
        Directory.CreateDirectory(args[2]);
        foreach ((byte[] seed, int number) in FuzzSeeds.Of(target.Name, args[3]).Select((seed, number) => (seed, number)))
        {
            File.WriteAllBytes(Path.Combine(args[2], $"seed{number:D3}"), seed);
        }

        return 0;
    case "afl":
        Fuzzer.Run(stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            target.Read(bytes.ToArray());
        });
        return 0;
    case "replay":
        target.Read(File.ReadAllBytes(args[2]));
        return 0;
    case "run":
        return FuzzRun.For(target, TimeSpan.FromSeconds(int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture)), args[3], args[4]);
    default:
        return 2;
}
