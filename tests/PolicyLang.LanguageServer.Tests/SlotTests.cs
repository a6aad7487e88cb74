using System.Text.Json.Nodes;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>What is proposed in each slot of a text that is half written.</summary>
public sealed class SlotTests
{
    [Theory]
    [InlineData("|", "framework", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } }\n|", "scenario", "transfer")]
    [InlineData("define A as us_warrant\n|", "define", "transfer")]
    [InlineData("framework F { |", "authority", "EEA")]
    [InlineData("framework F { authority EU |", "rank", "authority")]
    [InlineData("framework F { authority |", "EU", "Health")]
    [InlineData("framework F { authority EU parties outside |", "EU", "anywhere")]
    [InlineData("framework F { authority EU parties |", "outside", "Health")]
    [InlineData("framework F { authority EU rank |", "statute", "EU")]
    [InlineData("framework F { in |", "force from", "EU")]
    [InlineData("framework F { in force |", "until", "EU")]
    [InlineData("framework F { aims Privacy, |", "FreeFlow", "EU")]
    [InlineData("framework G { } framework F { replaces |", "G", "F")]
    [InlineData("framework F { transfer A |", "cites", "EU")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { |", "Exporter", "transfer")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { |", "must not", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter, |", "Importer", "may")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter of |", "EEA", "may")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter of EEA, |", "JP", "may")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter of EEA |", "may", "JP")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter |", "must not", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must |", "not", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter may |", "only", "not")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter need |", "not", "transfer")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not |", "transfer", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer, |", "disclose", "Health")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer |", "Health", "Exporter")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health, |", "Financial", "transfer")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer any except |", "Financial", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health |", "from", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health |", "only in", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health from EEA |", "to", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health from |", "EEA", "Health")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health from |", "anywhere", "Health")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health to outside |", "EEA", "outside")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health to outside |", "JP", "anywhere")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health to EEA, |", "JP", "anywhere")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health to anywhere except |", "JP", "outside")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health from EEA, |", "JP", "Health")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health from EEA to |", "Authority", "Health")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health to Authority |", "in", "Importer")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health to Authority in |", "EEA", "Importer")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health only |", "in", "transfer")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health in |", "force from", "Health")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health when |", "explicit_consent", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health when us_warrant |", "and", "is")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health when purpose |", "is", "include")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health when safeguards |", "include", "is")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health when subjects |", ">=", "is")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health when safeguards include any of |", "SCC", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health when safeguards include |", "any of", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health when purpose is |", "Marketing", "SCC")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health when destination is |", "EEA", "Marketing")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health unless (us_warrant or |", "explicit_consent", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health within 72 |", "hours", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health within 72 hours |", "of", "hours")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health within 72 hours of |", "data_breach", "purpose")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health not |", "before", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health approved |", "by", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health approved by |", "Authority", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health notifying |", "Authority", "EEA")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health subject |", "to", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health subject to |", "B", "A")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health subject to F.|", "B", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health prevails |", "over", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } transfer A { Exporter must not transfer Health exempt from |", "B", "EEA")]
    [InlineData("framework F { norm A { |", "parties", "EEA")]
    [InlineData("framework F { norm A { parties |", "must not require", "EEA")]
    [InlineData("framework F { norm A { parties must |", "allow", "transfer")]
    [InlineData("framework F { norm A { parties must not |", "require", "transfer")]
    [InlineData("framework F { norm A { parties must allow |", "transfer", "EEA")]
    [InlineData("framework F { norm A { parties must not require store Health in |", "own territory", "Health")]
    [InlineData("resolve |", "conflicts by", "EEA")]
    [InlineData("resolve conflicts by |", "specialis", "EEA")]
    [InlineData("resolve conflicts by superior, |", "specialis", "superior")]
    [InlineData("define A |", "as", "EEA")]
    [InlineData("define A as |", "us_warrant", "EEA")]
    [InlineData("define A = |", "EEA", "us_warrant")]
    [InlineData("attribute a : |", "count", "EEA")]
    [InlineData("attribute a : set of |", "safeguard", "EEA")]
    [InlineData("attribute a : count |", "chosen", "EEA")]
    [InlineData("party |", "JP", "Health")]
    [InlineData("party JP { |", "adopts", "JP")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } } party JP { adopts |", "F", "JP")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } } party JP { adopts F |", "since", "adopts")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } } party JP { adopts F since 2020-01-01 |", "reserving", "JP")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } } party JP { adopts F since 2020-01-01 reserving |", "F.B", "JP")]
    [InlineData("organisation Acme under |", "EU", "Health")]
    [InlineData("bloc B { DE, |", "FR", "since")]
    [InlineData("bloc B { DE |", "since", "FR")]
    [InlineData("bloc B |", "supranational", "FR")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } } acknowledge |", "conflict between", "F.B")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } } acknowledge conflict between |", "F.B", "because")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } } acknowledge conflict between F.B |", "because", "F.B")]
    [InlineData("scenario \"S\" { |", "Exporter", "EEA")]
    [InlineData("scenario \"S\" { Exporter |", "transfer", "EEA")]
    [InlineData("scenario \"S\" { Exporter transfer |", "Health", "Exporter")]
    [InlineData("scenario \"S\" { Exporter transfer Health |", "from", "Health")]
    [InlineData("scenario \"S\" { Exporter transfer Health from |", "DE", "anywhere")]
    [InlineData("scenario \"S\" { Exporter transfer Health to Authority |", "in", "Health")]
    [InlineData("scenario \"S\" { Exporter transfer Health where |", "us_warrant", "from")]
    [InlineData("scenario \"S\" { Exporter transfer Health where purpose |", "is", "include")]
    [InlineData("scenario \"S\" { Exporter transfer Health where safeguards include |", "SCC", "EEA")]
    [InlineData("scenario \"S\" { Exporter transfer Health expect |", "no conflict", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health from EEA } } scenario \"S\" { Exporter transfer Health expect permitted by |", "F.B", "from")]
    [InlineData("scenario \"S\" { Exporter transfer Health expect way |", "send to", "permitted")]
    [InlineData("scenario \"S\" { Exporter transfer Health expect way add |", "SCC", "EEA")]
    [InlineData("check \"C\" { |", "never", "EEA")]
    [InlineData("check \"C\" { never |", "permitted:", "Exporter")]
    [InlineData("check \"C\" { never permitted: |", "Exporter", "EEA")]
    [InlineData("check \"C\" { never permitted: Exporter transfer Health |", "from", "Health")]
    [InlineData("check \"C\" { never permitted: Exporter transfer Health from |", "EEA", "Health")]
    [InlineData("check \"C\" { never permitted: Exporter transfer Health |", "under", "Health")]
    [InlineData("check \"C\" { never permitted: Exporter transfer Health under |", "EU", "Health")]
    [InlineData("check \"C\" { never permitted: Exporter of |", "any organisation", "Health")]
    [InlineData("check \"C\" { no |", "breach of", "never")]
    [InlineData("framework F { } check \"C\" { no breach of |", "F", "JP")]
    [InlineData("framework F { } check \"C\" { no breach of F by |", "JP", "F")]
    [InlineData("framework F { } check \"C\" { no conflict between |", "law of", "JP")]
    [InlineData("check \"C\" { no conflict between law of |", "JP", "law of")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health |", "collected in", "under")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health collected |", "in", "EEA")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health collected in |", "EEA", "Health")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health where |", "us_warrant", "EEA")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health subject to law of |", "JP", "F")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health within 3 |", "working days", "of")]
    [InlineData("organisation Acme under EU framework F { authority EU transfer A { Exporter of |", "Acme", "may")]
    [InlineData("organisation Acme under EU framework F { authority EU transfer A { |", "Acme", "JP")]
    [InlineData("framework F { norm A { parties should |", "not require", "transfer")]
    [InlineData("framework F { norm A { parties must allow |", "Controller", "EEA")]
    [InlineData("framework F { norm A { parties must allow Controller to |", "transfer", "from")]
    [InlineData("framework F { norm A { parties must allow Controller of |", "any organisation", "from")]
    [InlineData("framework F { norm A { parties must allow transfer any to |", "another party", "from")]
    [InlineData("framework F { norm A { parties must allow transfer any towards |", "anyone", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health } } framework G { authority EU repeals |", "F.B", "EU")]
    [InlineData("framework G { authority EU resolve |", "conflicts by", "EU")]
    [InlineData("framework G { authority EU resolve conflicts by |", "specialis", "EU")]
    [InlineData("resolve conflicts of |", "JP", "specialis")]
    [InlineData("assume |", "never", "implies")]
    [InlineData("assume never us_warrant and |", "explicit_consent", "never")]
    [InlineData("assume us_warrant |", "implies", "never")]
    [InlineData("assume us_warrant implies not |", "explicit_consent", "implies")]
    [InlineData("list L : |", "safeguard", "EEA")]
    [InlineData("list L : safeguard { |", "SCC", "EEA")]
    [InlineData("list L : safeguard { SCC |", "since", "BCR")]
    [InlineData("attribute a : flag |", "self-judged", "count")]
    [InlineData("framework F { authority EU norm A { parties may prohibit transfer any } } party JP { invokes |", "F.A", "JP")]
    [InlineData("party JP { invokes F.A |", "for", "since")]
    [InlineData("framework F { authority JP } party JP { invokes G.A for |", "F", "JP")]
    [InlineData("scenario \"S\" { Exporter of |", "any organisation", "transfer")]
    [InlineData("scenario \"S\" { Exporter transfer Health collected in |", "DE", "anywhere")]
    [InlineData("scenario \"S\" { Exporter transfer Health under |", "EU", "from")]
    [InlineData("scenario \"S\" { Exporter transfer Health where since |", "data_breach", "from")]
    [InlineData("framework F { authority EU transfer B { Exporter may transfer Health } } scenario \"S\" { Exporter transfer Health expect |", "F.B", "from")]
    [InlineData("scenario \"S\" { Exporter transfer Health expect F.B |", "does not apply", "by")]
    [InlineData("scenario \"S\" { Exporter transfer Health expect advised |", "by", "from")]
    [InlineData("scenario \"S\" { Exporter transfer Health expect no conflict |", "between", "advised by")]
    public async Task What_fits_the_slot_is_proposed(string marked, string expected, string unexpected)
    {
        string[] labels = await LabelsAsync(marked);
        Assert.Contains(expected, labels);
        Assert.DoesNotContain(unexpected, labels);
    }

    [Theory]
    [InlineData("// |")]
    [InlineData("framework F \"|\" { }")]
    [InlineData("framework F {\n  transfer A \"a ti|")]
    [InlineData("framework F { in force from |")]
    [InlineData("framework F { transfer A { Exporter must not transfer Health within |")]
    [InlineData("framework |")]
    [InlineData("define |")]
    public async Task In_comments_and_texts_and_where_a_new_name_or_a_number_is_written_nothing_is_proposed(string marked) =>
        Assert.Empty(await LabelsAsync(marked));

    [Fact]
    public async Task A_clause_that_is_named_already_or_that_speaks_is_not_proposed()
    {
        const string Two = "framework F { authority EU transfer A { Exporter may transfer Health } transfer B { Exporter may transfer Health } ";
        Assert.Equal(["A", "B", "law of"], await LabelsAsync(Two + "transfer C { Exporter must not transfer Health subject to |"));
        Assert.Equal(["B", "law of"], await LabelsAsync(Two + "transfer C { Exporter must not transfer Health subject to A, |"));
        Assert.Equal(["F.B", "F", "law of"], await LabelsAsync(Two + "} acknowledge conflict between F.A and |"));
    }

    [Fact]
    public async Task What_is_used_most_comes_first()
    {
        const string Before = "organisation Acme under EU framework F { authority EU transfer B { Exporter may transfer Health from NZ to JP } transfer C { Exporter may transfer Health from NZ to NZ, AU } ";
        Assert.Equal(["Acme", "EU"], (await LabelsAsync("organisation Acme under EU framework F { authority |")).Take(2));
        string[] to = await LabelsAsync(Before + "transfer A { Exporter must not transfer Health to |");
        Assert.Equal(["NZ", "EU"], to.Take(2));
        Assert.Equal(["AU", "JP"], to.Skip(2).Take(2).Order());
        Assert.True(Array.IndexOf(to, "ZW") < Array.IndexOf(to, "Authority"), "places come before roles");
        Assert.Equal("Health", (await LabelsAsync(Before + "transfer A { Exporter must not transfer |"))[0]);
    }

    [Fact]
    public async Task Sides_that_do_conflict_are_proposed_together()
    {
        const string Law = "framework F { authority EU in force from 2020-01-01 transfer Far { Exporter may transfer Health from BR to CL } transfer A { Exporter must not transfer Health from EEA to US } } framework G { authority US in force from 2020-01-01 transfer B { Exporter must transfer Health from EEA to US } }\n";
        Assert.Equal(["F.A and G.B", "F.Far"], (await LabelsAsync(Law + "acknowledge conflict between |")).Take(2));
        Assert.Equal(["G.B", "F.Far"], (await LabelsAsync(Law + "acknowledge conflict between F.A and |")).Take(2));
        Assert.Equal("F.A", (await LabelsAsync(Law + "acknowledge conflict between F.Far and |"))[0]);
    }

    [Theory]
    [InlineData("framework F { authority EU |", "Without it, it is a draft")]
    [InlineData("framework F { authority EU transfer A { Exporter may transfer Health |", "within the days of the framework")]
    public async Task In_force_from_is_explained_as_what_it_is_there(string marked, string expected)
    {
        await using Session session = await Session.OpenAsync(marked.Replace("|", "", StringComparison.Ordinal));
        JsonNode? list = await session.RequestAsync("textDocument/completion", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"},"position":{{{session.Place(marked.Length - 1)}}} }""");
        JsonNode? item = (list?["items"] as JsonArray ?? []).Single(i => (string?)i?["label"] == "in force from");
        Assert.Contains(expected, (string?)item?["detail"], StringComparison.Ordinal);
    }

    private static async Task<string[]> LabelsAsync(string marked)
    {
        await using Session session = await Session.OpenAsync(marked.Replace("|", "", StringComparison.Ordinal));
        int at = marked.IndexOf('|', StringComparison.Ordinal);
        JsonNode? list = await session.RequestAsync("textDocument/completion", $$$"""{"textDocument":{"uri":"{{{Session.Uri}}}"},"position":{{{session.Place(at)}}} }""");
        return [.. (list?["items"] as JsonArray ?? []).Select(i => (string?)i?["label"] ?? string.Empty)];
    }
}
