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
        TextWriter output, ImmutableArray<T> results, Func<T, string> file, Func<T, bool> failed, Action<XmlOutput, T> writeCase)
    {
        using (var xml = new XmlOutput(output))
        {
            xml.Start("testsuites");
            WriteCounts(xml, results, failed);
            foreach (IGrouping<string, T> suite in results.GroupBy(file))
            {
                xml.Start("testsuite");
                xml.Attribute("name", suite.Key);
                WriteCounts(xml, [.. suite], failed);
                foreach (T result in suite)
                {
                    writeCase(xml, result);
                }

                xml.End();
            }

            xml.End();
        }

        output.WriteLine();
    }

    private static void WriteCounts<T>(XmlOutput xml, ImmutableArray<T> results, Func<T, bool> failed)
    {
        xml.Attribute("tests", results.Length);
        xml.Attribute("failures", results.Count(failed));
    }
}
