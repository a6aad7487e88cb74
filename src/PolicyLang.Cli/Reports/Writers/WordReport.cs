using System.IO.Compression;
using System.Text;
using System.Xml;
using PolicyLang.LanguageServer.Reports.Document;

namespace PolicyLang.Cli.Reports.Writers;

/// <summary>
/// A report as a Word document (ECMA-376): a package of XML parts, of which the text is written here and the others are kept beside. The
/// same report gives the same bytes.
/// </summary>
internal sealed class WordReport
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Part, string Kind)[] Beside =
        [("styles.xml", "styles"), ("numbering.xml", "numbering"), ("footer.xml", "footer")];

    /// <summary>The document's bytes.</summary>
    public static byte[] Write(ReportDocument document)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(package, "[Content_Types].xml", to => Copy("content-types.xml", to));
            Add(package, "_rels/.rels", to => Copy("relationships.xml", to));
            foreach ((string part, _) in Beside)
            {
                Add(package, $"word/{part}", to => Copy(part, to));
            }

            Add(package, "docProps/core.xml", to => Properties(document, to));
            ImmutableArray<string> addresses = [];
            Add(package, "word/document.xml", to =>
            {
                using XmlWriter xml = Open(to);
                addresses = new WordBlocks(xml).Write(document);
            });
            Add(package, "word/_rels/document.xml.rels", to => Relationships(addresses, to));
        }

        return bytes.ToArray();
    }

    /// <summary>The name by which the text knows an address.</summary>
    public static string IdOf(int address) => $"link{address}";

    private static void Add(ZipArchive package, string name, Action<Stream> write)
    {
        ZipArchiveEntry entry = package.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using Stream stream = entry.Open();
        write(stream);
    }

    private static void Copy(string part, Stream to)
    {
        using Stream from = typeof(WordReport).Assembly.GetManifestResourceStream($"report/word/{part}")
            ?? throw new InvalidOperationException($"report/word/{part} is not in the program");
        from.CopyTo(to);
    }

    private static XmlWriter Open(Stream to) =>
        XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true });

    private static void Properties(ReportDocument document, Stream to)
    {
        using XmlWriter xml = Open(to);
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", Display.Clean(document.Title));
        xml.WriteElementString("dc", "creator", "http://purl.org/dc/elements/1.1/", $"policyc {ProductVersion.Text}");
        xml.WriteEndElement();
    }

    private static void Relationships(ImmutableArray<string> addresses, Stream to)
    {
        using XmlWriter xml = Open(to);
        xml.WriteStartElement("Relationships", Package);
        foreach ((string part, string kind) in Beside)
        {
            One(kind, kind, part, outside: false);
        }

        for (int i = 0; i < addresses.Length; i++)
        {
            One(IdOf(i), "hyperlink", addresses[i], outside: true);
        }

        xml.WriteEndElement();

        void One(string id, string kind, string target, bool outside)
        {
            xml.WriteStartElement("Relationship", Package);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", $"{Office}/{kind}");
            xml.WriteAttributeString("Target", target);
            if (outside)
            {
                xml.WriteAttributeString("TargetMode", "External");
            }

            xml.WriteEndElement();
        }
    }
}
