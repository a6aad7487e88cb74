using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Transfers.Api.Tests;

/// <summary>The API, asked as a client asks it.</summary>
public sealed class AssessTransferTests(WebApplicationFactory<Program> factory) : IClassFixture<WebApplicationFactory<Program>>
{
    [Fact]
    public async Task A_transfer_without_a_ground_is_prohibited_and_the_ways_to_comply_are_told()
    {
        JsonElement answer = await Ask("""{ "date": "2024-03-01", "origin": "DE", "destination": "US", "data": "Health", "recipient": "Processor" }""");
        Assert.False(answer.GetProperty("permitted").GetBoolean());
        Assert.Equal("prohibited", answer.GetProperty("outcome").GetString());
        Assert.Contains("safeguards = SCC", Texts(answer, "waysToComply"));
        Assert.Contains("GdprChapterV.Art44, General principle for transfers, prohibits it.", Texts(answer, "reasons"));
        Assert.Empty(answer.GetProperty("grounds").EnumerateArray());
    }

    [Fact]
    public async Task A_safeguard_permits_it_and_brings_a_duty()
    {
        JsonElement answer = await Ask("""{ "date": "2024-03-01", "origin": "DE", "destination": "US", "data": "Health", "recipient": "Processor", "safeguards": ["SCC", "SupplementaryMeasures"] }""");
        Assert.True(answer.GetProperty("permitted").GetBoolean());
        Assert.Equal(["SCC"], Texts(answer, "mechanisms"));
        JsonElement ground = Assert.Single(answer.GetProperty("grounds").EnumerateArray());
        Assert.Equal("GdprChapterV.Art46_2", ground.GetProperty("clause").GetString());
        Assert.Equal("Art. 46(2)", ground.GetProperty("citation").GetString());
        Assert.Equal("https://eur-lex.europa.eu/eli/reg/2016/679/oj", ground.GetProperty("source").GetString());
        Assert.Equal("GdprChapterV.TransferAssessment", Assert.Single(answer.GetProperty("duties").EnumerateArray()).GetProperty("clause").GetString());
    }

    [Fact]
    public async Task An_adequacy_decision_counts_from_its_day_on()
    {
        const string transfer = """{ "date": "DAY", "origin": "FR", "destination": "JP", "data": "PersonalData" }""";
        Assert.Equal("prohibited", (await Ask(transfer.Replace("DAY", "2019-01-22", StringComparison.Ordinal))).GetProperty("outcome").GetString());
        Assert.Equal("permitted", (await Ask(transfer.Replace("DAY", "2019-01-23", StringComparison.Ordinal))).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_warrant_that_meets_a_blocking_statute_is_a_conflict()
    {
        JsonElement answer = await Ask("""
            { "date": "2024-03-01", "action": "disclose", "actor": ["Exporter", "ServiceProvider"], "origin": "DE", "destination": "US", "data": "CommunicationsData", "recipient": "Authority", "usWarrant": true }
            """);
        Assert.False(answer.GetProperty("permitted").GetBoolean());
        Assert.Equal("conflicting", answer.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("""{ "date": "2024-03-01", "origin": "DE", "destination": "Unspecified", "data": "Health" }""")]
    [InlineData("""{ "date": "2024-03-01", "origin": "Atlantis", "destination": "US", "data": "Health" }""")]
    [InlineData("""{ "origin": "DE", "destination": "US", "data": "Health" }""")]
    public async Task A_request_that_makes_no_sense_is_refused(string request) => Assert.Equal(HttpStatusCode.BadRequest, (await Post(request)).StatusCode);

    private async Task<JsonElement> Ask(string request)
    {
        HttpResponseMessage response = await Post(request);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<HttpResponseMessage> Post(string request)
    {
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        return await factory.CreateClient().PostAsync(new Uri("/transfers/assess", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static string[] Texts(JsonElement answer, string name) => [.. answer.GetProperty(name).EnumerateArray().Select(t => t.GetString() ?? string.Empty)];
}
