using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PolicyLang.LanguageServer.Reports.Document.Writers;

/// <summary>A report as one page that needs nothing from elsewhere: its style, its script and its data are in it, and nothing else may
/// run.</summary>
internal sealed class HtmlReport
{
    private static readonly Lazy<string> Style = new(() => Asset("page.css"));
    private static readonly Lazy<string> Script = new(() => Asset("page.js"));

    private readonly StringBuilder _text = new();
    private readonly HtmlBlocks _blocks;

    private HtmlReport() => _blocks = new HtmlBlocks(_text);

    public static string Write(ReportDocument document)
    {
        var page = new HtmlReport();
        page.Head(document);
        page.Body(document);
        return page._text.ToString();
    }

    /// <summary>Words as text of a page; characters that would steer it are shown as such.</summary>
    public static string Safe(string text) => WebUtility.HtmlEncode(Display.Clean(text));

    private void Head(ReportDocument document)
    {
        string policy = $"default-src 'none'; script-src 'sha256-{Hash(Script.Value)}'; style-src 'sha256-{Hash(Style.Value)}'; "
            + "base-uri 'none'; form-action 'none'";
        _text.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append($"<meta name=\"generator\" content=\"policyc {ProductVersion.Text}\">\n")
            .Append($"<title>{Safe(document.Title)}</title>\n<style>{Style.Value}</style>\n</head>\n");
    }

    private void Body(ReportDocument document)
    {
        _text.Append("<body>\n<a class=\"skip\" href=\"#summary\">Skip to the summary</a>\n<header>\n")
            .Append($"<p class=\"notice\">{ReportDocument.Notice}</p>\n<h1 dir=\"auto\">{Safe(document.Title)}</h1>\n")
            .Append($"<p class=\"lead\">{Safe(document.Lead)}</p>\n</header>\n")
            .Append("<div class=\"columns\">\n<nav aria-label=\"Contents\">\n<ol>\n");
        foreach (ReportSection section in document.Sections)
        {
            _text.Append($"<li><a href=\"#{section.Id}\">{Safe(section.Title)}</a></li>\n");
        }

        _text.Append("</ol>\n</nav>\n<main>\n");
        foreach (ReportSection section in document.Sections)
        {
            _text.Append($"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-title\">\n")
                .Append($"<h2 id=\"{section.Id}-title\">{Safe(section.Title)}</h2>\n")
                .Append(section.Lead.Length == 0 ? string.Empty : $"<p class=\"lead\">{Safe(section.Lead)}</p>\n");
            _blocks.Write(section.Blocks);
            _text.Append("</section>\n");
        }

        _text.Append("</main>\n</div>\n<footer>\n")
            .Append($"<p>{ReportDocument.Notice} Made by policyc {ProductVersion.Text} from the files alone; ")
            .Append("the same files give the same page, and it asks nothing of the network.</p>\n</footer>\n")
            .Append($"<script type=\"application/json\" id=\"data\">{Data(document)}</script>\n")
            .Append($"<script>{Script.Value}</script>\n</body>\n</html>\n");
    }

    // The encoder leaves nothing that could end the element.
    private static string Data(ReportDocument document)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            document.WriteData(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Asset(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"report/{name}")
            ?? throw new InvalidOperationException($"report/{name} is not in the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // The hash is that of what a browser reads.
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
