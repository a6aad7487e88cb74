using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>
/// The Z3 solver of the system (libz3), spoken to in SMT-LIB 2. The package Microsoft.Z3 carries no native library for Linux, and this
/// needs no more than four functions.
/// </summary>
internal sealed partial class Z3Solver : IDisposable
{
    private static readonly IntPtr Library = Load();
    private readonly Evaluate _evaluate = Function<Evaluate>("Z3_eval_smtlib2_string");
    private readonly IntPtr _context;

    public Z3Solver()
    {
        IntPtr configuration = Function<Make>("Z3_mk_config")(IntPtr.Zero);
        _context = Function<Make>("Z3_mk_context")(configuration);
        Function<Release>("Z3_del_config")(configuration);
    }

    private delegate IntPtr Make(IntPtr configuration);

    private delegate void Release(IntPtr handle);

    private delegate IntPtr Evaluate(IntPtr context, [MarshalAs(UnmanagedType.LPUTF8Str)] string script);

    public static bool IsHere => Library != IntPtr.Zero;

    /// <summary>What the solver answers to a script.</summary>
    public string Run(string script)
    {
        string answer = (Marshal.PtrToStringUTF8(_evaluate(_context, script)) ?? "").Trim();
        return answer.Contains("error", StringComparison.Ordinal) ? throw new InvalidOperationException($"{answer}\n{script}") : answer;
    }

    /// <summary>
    /// Whether a formula has a solution. What the usual search cannot say of all choices, the elimination of quantifiers decides; it is
    /// slower.
    /// </summary>
    public bool IsPossible(string formula) => (Check(formula, "(check-sat)") ?? Check(formula, "(check-sat-using qsat)")) is { } answer
        ? answer : throw new InvalidOperationException(formula);

    /// <summary>The values of variables in some solution; none where there is no solution.</summary>
    public IReadOnlyDictionary<string, string> Solve(string formula, IEnumerable<string> variables) => !IsPossible(formula)
        ? ImmutableDictionary<string, string>.Empty
        : Value().Matches(Run($"(push)(assert {formula})(check-sat)(get-value ({string.Join(" ", variables)}))(pop)"))
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    [GeneratedRegex(@"\((\w+) (true|false|\d+)\)")]
    private static partial Regex Value();

    private bool? Check(string formula, string check) => Run($"(push)(assert {formula}){check}(pop)") switch
    {
        "sat" => true,
        "unsat" => false,
        _ => null,
    };

    public void Dispose() => Function<Release>("Z3_del_context")(_context);

    private static T Function<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(Library, name));

    private static IntPtr Load() => NativeLibrary.TryLoad("libz3.so.4", out IntPtr library) || NativeLibrary.TryLoad("libz3", out library)
        ? library : IntPtr.Zero;
}
