using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Gate.Policies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyLang.AspNetCore;
using PolicyLang.AspNetCore.Authorization;
using PolicyLang.AspNetCore.OpenApi;
using PolicyLang.AspNetCore.Problems;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore.Tests;

/// <summary>A gate as an application developer writes it, asked as a client asks it.</summary>
public sealed class GateTests
{
    private const string Ban = """{"date":"2024-03-01","actor":["Exporter"],"action":"transfer","data":"Health","origin":"Nordia","destination":"US"}""";

    [Fact]
    public async Task A_lawful_act_is_allowed_with_its_grounds()
    {
        await using WebApplication app = await Start();
        (HttpStatusCode status, JsonElement answer) = await Post(app, "/transfers", Ban[..^1] + ",\"safeguards\":[\"SCC\"]}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("s. 2", answer.GetProperty("grounds")[0].GetProperty("citation").GetString());
        Assert.Equal(Rulebook.Fingerprint, answer.GetProperty("fingerprint").GetString());
    }

    [Fact]
    public async Task An_unlawful_one_is_a_problem_with_reasons_and_citations()
    {
        await using WebApplication app = await Start();
        (HttpStatusCode status, JsonElement problem) = await Post(app, "/transfers", Ban);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("The law prohibits it.", problem.GetProperty("title").GetString());
        Assert.Equal(["NordiaAct.T1, Export prohibition, prohibits it."], problem.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(["s. 1"], problem.GetProperty("citations").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(Rulebook.Fingerprint, problem.GetProperty("fingerprint").GetString());
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task What_cannot_be_decided_is_the_clients_mistake(string environment)
    {
        await using WebApplication app = await Start(environment: environment);
        foreach ((string json, string detail) in (IEnumerable<(string, string)>)
        [
            ("""{"date":"2024-03-01"}""", "The case does not say its 'action'."),
            ("""{"date":"2024-03-01","nonsense":true}""", "There is no attribute 'nonsense'."),
            (Ban.Replace("\"Nordia\"", "\"Nordai\"", StringComparison.Ordinal), "There is no jurisdiction 'Nordai' for 'origin'; did you mean 'Nordia'?"),
            (Ban.Replace("[\"Exporter\"]", "[]", StringComparison.Ordinal), "The case does not say its 'actor', and the answer rests on it."),
        ])
        {
            (HttpStatusCode status, JsonElement problem) = await Post(app, "/transfers", json);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ways_to_comply_are_applied()
    {
        await using WebApplication app = await Start();
        (_, JsonElement ways) = await Post(app, "/transfers/fix", Ban);
        Case[] fixes = ways.Deserialize<Case[]>() ?? [];
        Assert.NotEmpty(fixes);
        Assert.Contains(fixes, f => f.Safeguards == Safeguards.SCC && f.Destination == Jurisdiction.US);
        Assert.All(fixes, f => Assert.True(Rulebook.Decide(f) is PolicyOutcome.Permitted or PolicyOutcome.Unregulated));
    }

    [Fact]
    public async Task The_manifest_tells_sources_and_accepted_conflicts()
    {
        await using WebApplication app = await Start();
        JsonElement law = JsonDocument.Parse(await app.GetTestClient().GetStringAsync(new Uri("/law", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(3, law.GetProperty("sources").GetArrayLength());
        Assert.Equal(64, law.GetProperty("provenance").GetProperty("fingerprint").GetString()?.Length);
        Assert.Equal("Counsel decides each order", law.GetProperty("conflicts")[0].GetProperty("acceptedBecause").GetString());
    }

    [Theory]
    [InlineData(WhenSilent.Refuse, HttpStatusCode.Forbidden)]
    [InlineData(WhenSilent.Allow, HttpStatusCode.OK)]
    public async Task Silence_means_what_was_chosen(WhenSilent silent, HttpStatusCode expected)
    {
        await using WebApplication app = await Start(silent);
        Assert.Equal(expected, (await Post(app, "/transfers", Ban.Replace("\"US\"", "\"Nordia\"", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Silence_must_be_chosen()
    {
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Start(WhenSilent.NotChosen));
        Assert.Contains("WhenSilent.Refuse", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_is_told_every_decision_and_refusal()
    {
        await using WebApplication app = await Start();
        await Post(app, "/transfers", Ban);
        await Post(app, "/transfers", """{"date":"2024-03-01"}""");
        Assert.Equal(
            [$"date=2024-03-01 actor=Exporter action=transfer data=Health origin=Nordia destination=US: Prohibited by NordiaAct.T1, {Rulebook.Fingerprint}, 0.1.0", "date=2024-03-01: refused for action, origin, destination"],
            ((DecisionLog)app.Services.GetRequiredService<IPolicyAudit<Case>>()).Lines);
    }

    [Fact]
    public async Task Authorization_by_law_fails_closed_and_says_why()
    {
        await using WebApplication app = await Start();
        IAuthorizationService authorization = app.Services.GetRequiredService<IAuthorizationService>();
        var user = new ClaimsPrincipal();
        Case ban = JsonSerializer.Deserialize<Case>(Ban);
        Assert.True((await authorization.AuthorizeAsync(user, ban with { Safeguards = Safeguards.SCC }, "law")).Succeeded);
        AuthorizationResult prohibited = await authorization.AuthorizeAsync(user, ban, "law");
        Assert.Equal("NordiaAct.T1, Export prohibition, prohibits it.", Assert.Single(prohibited.Failure?.FailureReasons ?? []).Message);
        Assert.IsType<UnlawfulReason>(prohibited.Failure?.FailureReasons.Single());
        Assert.False((await authorization.AuthorizeAsync(user, ban with { Action = default }, "law")).Succeeded);
        Assert.False((await authorization.AuthorizeAsync(user, "no case", "law")).Succeeded);
    }

    [Theory]
    [InlineData("/export/US", HttpStatusCode.Forbidden)]
    [InlineData("/export/US?scc=true", HttpStatusCode.OK)]
    public async Task An_endpoint_is_authorized_by_the_act_of_its_request(string path, HttpStatusCode expected)
    {
        await using WebApplication app = await Start();
        HttpResponseMessage response = await app.GetTestClient().GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task OpenApi_shows_names()
    {
        await using WebApplication app = await Start();
        JsonElement document = JsonDocument.Parse(await app.GetTestClient().GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
        JsonElement act = document.GetProperty("components").GetProperty("schemas").GetProperty("Case");
        Assert.Equal("object", act.GetProperty("type").GetString());
        JsonElement properties = act.GetProperty("properties");
        Assert.Contains("Nordia", properties.GetProperty("origin").GetProperty("enum").EnumerateArray().Select(n => n.GetString()));
        Assert.Contains("Exporter", properties.GetProperty("actor").GetProperty("items").GetProperty("enum").EnumerateArray().Select(n => n.GetString()));
        Assert.Equal("boolean", properties.GetProperty("court_order").GetProperty("type").GetString());
    }

    private static async Task<WebApplication> Start(WhenSilent silent = WhenSilent.Refuse, string environment = "Production")
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddPolicies(Rulebook.Instance, o =>
        {
            o.WhenSilent = silent;
            o.Require(c => c.Action, c => c.Origin, c => c.Destination);
            o.AuditTo<DecisionLog>();
        });
        builder.Services.AddAuthentication("test").AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, NoUser>("test", null);
        builder.Services.AddAuthorization(o =>
        {
            o.AddPolicy("law", p => p.RequireLawful<Case>());
            o.AddPolicy("export", p => p.RequireLawful(http => new Case
            {
                Date = new DateOnly(2024, 3, 1), Actor = Roles.Exporter, Action = ActionKind.Transfer, Data = Data.Health, Origin = Jurisdiction.Nordia,
                Destination = Enum.Parse<Jurisdiction>((string?)http.Request.RouteValues["to"] ?? string.Empty),
                Safeguards = http.Request.Query.ContainsKey("scc") ? Safeguards.SCC : Safeguards.None,
            }));
        });
        builder.Services.AddOpenApi(o => o.AddPolicies());
        WebApplication app = builder.Build();
        app.MapPost("/transfers", (Case act, PolicyService<Case> law) =>
        {
            PolicyAnswer answer = law.Assess(act);
            return answer.Allowed
                ? Results.Ok(new { answer.Grounds, answer.Duties, law.Fingerprint })
                : Results.Problem(answer.ToProblemDetails());
        });
        app.MapPost("/transfers/fix", (Case act, PolicyService<Case> law) => law.Assess(act).WaysToComply.Select(way => way.Apply(act)));
        app.MapGet("/law", (PolicyService<Case> law) => law.Manifest);
        app.MapGet("/export/{to}", () => "sent").RequireAuthorization("export");
        app.MapOpenApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> Post(WebApplication app, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        HttpResponseMessage response = await app.GetTestClient().PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }
}
