using System.Xml;

namespace PolicyLang.Cli.Reporters;

/// <summary>JUnit XML, one suite a file; without times, so that the same input gives the same text.</summary>
internal static class JunitXml
{
    /// <param name="output">Where to write.</param>
    /// <param name="results">The results, those of a file in the order of output.</param>
    /// <param name="file">The file of one.</param>
    /// <param name="failed">Whether one is a failure.</param>
    /// <param name="writeCase">Writes the element of one.</param>
    public static void Write<T>(
        TextWriter output, ImmutableArray<T> results, Func<T, string> file, Func<T, bool> failed, Action<XmlWriter, T> writeCase)
    {
        var settings =
            new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = false, Encoding = System.Text.Encoding.UTF8,
            CheckCharacters = false };
        using var xml = XmlWriter.Create(new Utf8Writer(output), settings);
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, results, failed);
        foreach (IGrouping<string, T> suite in results.GroupBy(file))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", suite.Key);
            WriteCounts(xml, [.. suite], failed);
            foreach (T result in suite)
            {
                writeCase(xml, result);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();
        output.WriteLine();
    }

    private static void WriteCounts<T>(XmlWriter xml, ImmutableArray<T> results, Func<T, bool> failed)
    {
        xml.WriteAttributeString("tests", results.Length.ToString());
        xml.WriteAttributeString("failures", results.Count(failed).ToString());
    }

    // The declaration names the encoding of the writer; what leaves policyc is UTF-8.
    private sealed class Utf8Writer(TextWriter inner) : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => inner.Write(value);

        public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);
    }
}
