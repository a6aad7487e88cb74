namespace PolicyLang.LanguageServer.Reports;

/// <summary>The version that output names: three numbers, so that a run is a function of its input.</summary>
internal static class ProductVersion
{
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
