using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace PolicyLang.Cli.Tests;

/// <content>The Word document.</content>
public sealed partial class ReportTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData(FileFormatVersions.Office2007)]
    [InlineData(FileFormatVersions.Office2019)]
    public void The_Word_document_is_valid(FileFormatVersions version)
    {
        using var stream = new MemoryStream(Word("--as-of 2025-01-01"));
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
        string[] errors = [.. new OpenXmlValidator(version).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}")];
        Assert.Empty(errors);
        Assert.NotEmpty(document.MainDocumentPart?.HyperlinkRelationships ?? []);
        Assert.Contains("Gdpr", document.PackageProperties.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_links_lead_to_places_that_are_there_and_the_same_files_give_the_same_bytes()
    {
        byte[] bytes = Word("--as-of 2025-01-01");
        XElement text = WordText(bytes);
        string[] places = [.. text.Descendants(W + "bookmarkStart").Select(b => b.Attribute(W + "name")?.Value ?? string.Empty)];
        string[] links = [.. text.Descendants(W + "hyperlink").Select(h => h.Attribute(W + "anchor")?.Value).OfType<string>().Distinct()];

        Assert.True(links.Length > 10);
        Assert.Equal(places.Length, places.Distinct().Count());
        Assert.Empty(links.Except(places));
        Assert.Equal(bytes, Word("--as-of 2025-01-01"));
    }

    private byte[] Word(string options)
    {
        CommandRun.Result result = _run.Run($"report {options} --output report.docx");
        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        return File.ReadAllBytes(_run.PathOf("report.docx"));
    }

    private static XElement WordText(byte[] bytes)
    {
        using var package = new ZipArchive(new MemoryStream(bytes));
        using Stream stream = (package.GetEntry("word/document.xml") ?? throw new InvalidOperationException("there is no text")).Open();
        return XElement.Load(stream);
    }
}
