using System.Xml;
using PolicyLang.Analysis;

namespace PolicyLang.Cli.Reporters;

/// <summary>Writes test results as JUnit XML, one suite a file; without times, so that the same input gives the same text.</summary>
internal static class JunitReporter
{
    public static void Write(ImmutableArray<TestResult> results, TextWriter output)
    {
        JunitXml.Write(output, results, r => r.Location.File, r => !r.Passed, WriteCase);
    }

    private static void WriteCase(XmlWriter xml, TestResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", result.Name);
        xml.WriteAttributeString("classname", $"{result.Location.File}.{result.Kind}");
        xml.WriteAttributeString("file", result.Location.File);
        xml.WriteAttributeString("line", (result.Location.Start.Line + 1).ToString());
        foreach (ScenarioFailure failure in result.Failures)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", failure.Message);
            xml.WriteString(TestResult.Place(failure.Location));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
