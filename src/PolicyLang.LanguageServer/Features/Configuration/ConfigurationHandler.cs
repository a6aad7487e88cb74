using System.Text.Json;
using Microsoft.Extensions.Logging;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageServer.Rpc;
using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Features.Configuration;

/// <summary>The settings of the section <c>policy</c>: asked for where the client can be asked, else taken from what it sends.</summary>
internal sealed class ConfigurationHandler(ProjectSet projects, LspRpc rpc, ILogger logger)
{
    private const string Section = "policy";
    private const int Warning = 2;
    private string? _refused;
    private bool _each;

    public static Registration Registration { get; } = new("configuration", "workspace/didChangeConfiguration");

    public ClientFeatures Client { get; set; } = ClientFeatures.Read(null);

    /// <summary>Raised when cards, hints and lenses are to be written for another day or party than before.</summary>
    public event Action? Changed;

    /// <summary>Raised when conflicts are to be told otherwise than before, with whether each is told by itself.</summary>
    public event Action<bool>? Regrouped;

    public void DidChange(DidChangeConfigurationParams request)
    {
        if (Client.Configuration)
        {
            Pull();
        }
        else if (request.Settings is { ValueKind: JsonValueKind.Object } settings)
        {
            Apply(settings.TryGetProperty(Section, out JsonElement section) ? section : settings);
        }
    }

    /// <summary>Asks the client. Not awaited: its answer must not hold up its next messages.</summary>
    public void Pull() => _ = PullAsync();

    private async Task PullAsync()
    {
        try
        {
            ImmutableArray<JsonElement> answer =
                await rpc.AskAsync<ImmutableArray<JsonElement>>(
                "workspace/configuration", new ConfigurationParams([new ConfigurationItem(Section)])).ConfigureAwait(false);
            if (answer is [var section, ..])
            {
                Apply(section);
            }
        }
#pragma warning disable CA1031 // A client that does not answer has no settings.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RequestFailed(logger, "workspace/configuration", exception);
        }
    }

    private void Apply(JsonElement section)
    {
        string? day = Text(section, "asOf");
        bool isDay = CalendarDay.TryParse(day ?? string.Empty, out CalendarDay asOf);
        Refuse(isDay ? null : day);
        var view = new ReadingView(isDay ? asOf : null, Text(section, "viewpoint"));
        if (view != projects.View)
        {
            projects.View = view;
            Changed?.Invoke();
        }

        projects.SetMine(Names(section, "mine"));
        Regroup(Is(section, "eachConflict"));
    }

    private void Regroup(bool each)
    {
        if (each != _each)
        {
            _each = each;
            Regrouped?.Invoke(each);
        }
    }

    // Report each wrong day once; otherwise hints would silently be for another day.
    private void Refuse(string? day)
    {
        if (day is not null && day != _refused)
        {
            _ = rpc.SendAsync("window/showMessage",
                new ShowMessageParams(Warning, $"The setting {Section}.asOf is not a date: '{day}'. Write it as 2025-01-31."));
        }

        _refused = day;
    }

    private static ImmutableArray<string> Names(JsonElement section, string name) =>
        section.ValueKind == JsonValueKind.Object && section.TryGetProperty(name, out JsonElement value)
            && value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()).OfType<string>()]
                : [];

    private static bool Is(JsonElement section, string name) =>
        section.ValueKind == JsonValueKind.Object && section.TryGetProperty(name, out JsonElement value)
            && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement section, string name) =>
        section.ValueKind == JsonValueKind.Object && section.TryGetProperty(name, out JsonElement value)
            && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
