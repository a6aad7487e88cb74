using System.Xml;

namespace PolicyLang.Cli.Reporters;

/// <summary>The one way of text into XML: characters that XML has not, or that steer a terminal, are shown as such.</summary>
internal sealed class XmlOutput : IDisposable
{
    private readonly XmlWriter _xml;

    /// <param name="output">Where it goes.</param>
    public XmlOutput(TextWriter output) => _xml = XmlWriter.Create(
        new Utf8Writer(output),
        new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = System.Text.Encoding.UTF8, CheckCharacters = true });

    /// <summary>Begins an element.</summary>
    public void Start(string name) => _xml.WriteStartElement(name);

    /// <summary>Ends the element that was begun last.</summary>
    public void End() => _xml.WriteEndElement();

    public void Attribute(string name, string value) =>
        _xml.WriteAttributeString(name, string.Join('\n', value.Split('\n').Select(Display.Clean)));

    public void Attribute(string name, int value) =>
        _xml.WriteAttributeString(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Writes lines; none of them begins another.</summary>
    public void Text(params IEnumerable<string> lines) => _xml.WriteString(string.Join('\n', lines.Select(Display.Clean)));

    public void Dispose() => _xml.Dispose();

    // The declaration names the encoding of the writer; what leaves policyc is UTF-8.
    private sealed class Utf8Writer(TextWriter inner) : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => inner.Write(value);

        public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);
    }
}
