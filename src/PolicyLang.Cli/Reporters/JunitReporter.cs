using PolicyLang.Analysis;

namespace PolicyLang.Cli.Reporters;

/// <summary>Writes test results as JUnit XML, one suite a file; without times, so that the same input gives the same text.</summary>
internal static class JunitReporter
{
    public static void Write(ImmutableArray<TestResult> results, TextWriter output)
    {
        JunitXml.Write(output, results, r => r.Location.File, r => !r.Passed, WriteCase);
    }

    private static void WriteCase(XmlOutput xml, TestResult result)
    {
        xml.Start("testcase");
        xml.Attribute("name", result.Name);
        xml.Attribute("classname", $"{result.Location.File}.{result.Kind}");
        xml.Attribute("file", result.Location.File);
        xml.Attribute("line", result.Location.Start.Line + 1);
        foreach (ScenarioFailure failure in result.Failures)
        {
            xml.Start("failure");
            xml.Attribute("message", failure.Message);
            xml.Text(TestResult.Place(failure.Location));
            xml.End();
        }

        xml.End();
    }
}
