namespace PolicyLang.LanguageServer.Reports;

/// <summary>Writes a report in one format.</summary>
internal interface IReporter
{
    void Write(Report report, TextWriter output);
}
