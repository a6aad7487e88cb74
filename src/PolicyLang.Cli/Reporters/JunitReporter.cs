using System.Xml;
using PolicyLang.Analysis;

namespace PolicyLang.Cli.Reporters;

/// <summary>Writes test results as JUnit XML, one suite a file; without times, so that the same input gives the same text.</summary>
internal static class JunitReporter
{
    public static void Write(ImmutableArray<TestResult> results, TextWriter output)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = false, Encoding = System.Text.Encoding.UTF8, CheckCharacters = false };
        using var xml = XmlWriter.Create(new Utf8Writer(output), settings);
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, results);
        foreach (IGrouping<string, TestResult> file in results.GroupBy(r => r.Location.File))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", file.Key);
            WriteCounts(xml, [.. file]);
            foreach (TestResult result in file)
            {
                WriteCase(xml, result);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();
        output.WriteLine();
    }

    private static void WriteCounts(XmlWriter xml, ImmutableArray<TestResult> results)
    {
        xml.WriteAttributeString("tests", results.Length.ToString());
        xml.WriteAttributeString("failures", results.Count(r => !r.Passed).ToString());
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

    // The declaration names the encoding of the writer; what leaves policyc is UTF-8.
    private sealed class Utf8Writer(TextWriter inner) : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => inner.Write(value);

        public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);
    }
}
