using PolicyLang.Diagnostics;
using PolicyLang.Formatting;
using PolicyLang.LanguageService;
using PolicyLang.Library;
using PolicyLang.Conflicts;
using PolicyLang.Repairs;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary><c>uses F</c>: law of a library stands among the files, with all that it needs, and nothing else of it is read.</summary>
public sealed class UsesTests
{
    private const string Shared = "attribute warrant : flag\n";
    private const string Orders = "// Read as of 2026-05-01\nframework Orders \"Production orders\" { authority US in force from 2018-01-01 sovereignty S1 { ServiceProvider must disclose CommunicationsData from anywhere to Authority in US when warrant } }\n";
    private const string Secrecy = "// Read as of 2026-05-01\nframework Secrecy { authority EU in force from 2018-01-01 sovereignty S1 { ServiceProvider must not disclose CommunicationsData from EU to Authority outside EU } }\n";
    private const string Other = "framework Other { authority JP transfer T { Exporter may transfer Health from JP to US } }\nacknowledge conflict between Orders.S1 and Other.T because \"x\"\n";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["law/us/shared.policy"] = Shared,
        ["law/us/orders.policy"] = Orders,
        ["law/eu/secrecy.policy"] = Secrecy,
        ["law/jp/other.policy"] = Other,
    };

    private static (Workspace Workspace, List<string> Read) Library()
    {
        List<string> read = [];
        string Read(string path)
        {
            read.Add(path);
            return Texts[path];
        }

        string Index()
        {
            read.Add("index");
            return LawIndex.Make(Texts);
        }

        return (Workspace.Empty.With(new LawCatalog("3.1", Index, Read)), read);
    }

    private static Workspace Of(string text) => Library().Workspace.With("a.policy", text);

    private static IEnumerable<string> Told(Workspace workspace, DiagnosticSeverity least = DiagnosticSeverity.Hint) =>
        workspace.Diagnostics.Where(d => d.Severity >= least).Select(d => $"{d.Severity} {d.Code} {d.Location.File} {d.Location.Start.Line + 1}:{d.Location.Start.Character + 1}");

    [Fact]
    public void Nothing_is_read_where_nothing_is_used()
    {
        (Workspace workspace, List<string> read) = Library();
        Assert.Empty(workspace.With("a.policy", "framework F { authority EU transfer T { Exporter may transfer Health from DE to US } }").Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Empty(read);
    }

    [Fact]
    public void Only_what_is_needed_is_read()
    {
        (Workspace workspace, List<string> read) = Library();
        workspace = workspace.With("a.policy", "uses Orders\n");
        Assert.Equal(["Orders"], workspace.Model.Frameworks.Select(f => f.Name));
        Assert.Equal(["law/us/orders.policy", "law/us/shared.policy"], workspace.Law.Trees.Select(t => t.File));
        Assert.Equal(["index", "law/us/orders.policy", "law/us/shared.policy"], read);
        Assert.Equal("3.1", workspace.Law.Catalog?.Version);
        _ = workspace.With("a.policy", "uses Orders\n\n").Model;
        Assert.Equal(3, read.Count);
    }

    [Fact]
    public void What_is_said_of_a_conflict_with_other_law_does_not_bring_that_law() =>
        Assert.Equal(["law/jp/other.policy"], Of("uses Other\n").Law.Trees.Select(t => t.File));

    [Fact]
    public void A_conflict_between_law_of_the_library_is_told_where_it_is_used()
    {
        Workspace workspace = Of("\nuses Secrecy, Orders\n");
        Diagnostic found = Assert.Single(workspace.Diagnostics, d => d.Subject is not null);
        Assert.Equal(("PL4001", "a.policy", 1), (found.Code, found.Location.File, found.Location.Start.Line));
        Assert.Equal("Orders", found.Location.Text.Slice(found.Location.Span));
        Assert.Equal(["law/us/orders.policy", "law/eu/secrecy.policy"], found.Related.Select(r => r.Location.File));
        Assert.Contains("acknowledge conflict between Orders.S1 and Secrecy.S1", found.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_acknowledged() => Assert.DoesNotContain(
        Of("uses Secrecy, Orders\nacknowledge conflict between Orders.S1 and Secrecy.S1 because \"We tell the customer.\"\n").Diagnostics,
        d => d.Severity > DiagnosticSeverity.Information);

    [Fact]
    public void A_conflict_with_own_law_is_told_in_the_own_file()
    {
        Workspace workspace = Of("uses Orders\nframework Zz { authority DE in force from 2018-01-01 sovereignty S1 { ServiceProvider must not disclose CommunicationsData from EU to Authority outside EU } }\n");
        Diagnostic found = Assert.Single(workspace.Diagnostics, d => d.Subject is not null);
        Assert.Equal("a.policy", found.Location.File);
        Assert.Equal(["law/us/orders.policy"], found.Related.Select(r => r.Location.File));
    }

    [Fact]
    public void The_project_file_can_use_law_for_all_files()
    {
        var place = new Location("policy.json", new SourceText("{ \"uses\": [\"Orders\", \"Ordrs\"] }"), new TextSpan(11, 8));
        Workspace workspace = Library().Workspace.With(WorkspaceSettings.Default with
        {
            Uses = [new UsedName("Orders", place, null), new UsedName("Ordrs", place, null)],
            LawVersion = new StatedVersion("3.0", place),
        }).With("a.policy", "scenario \"s\" { ServiceProvider disclose CommunicationsData from DE to Authority in US on 2024-01-01 where warrant expect permitted by Orders.S1 }\n");
        Assert.Equal(["Error PL2002 policy.json 1:12", "Warning PL7015 policy.json 1:12"], Told(workspace, DiagnosticSeverity.Warning).Order(StringComparer.Ordinal));
        Assert.Contains("Did you mean 'Orders'?", workspace.Diagnostics.First(d => d.Code == "PL2002").Help, StringComparison.Ordinal);
        Assert.All(workspace.RunScenarios(), s => Assert.True(s.Passed));
    }

    [Theory]
    [InlineData("uses Ordrs", "The law library has no framework 'Ordrs'.", "Did you mean 'Orders'? 'policyc law' lists them.")]
    [InlineData("uses Xyzzyx", "The law library has no framework 'Xyzzyx'.", "'policyc law' lists them.")]
    [InlineData("uses Mine\nframework Mine { authority EU }", "'Mine' is a framework of your own files, and not of the law library.", "Leave it out: what is declared in the files counts anyway.")]
    public void A_name_that_the_library_does_not_have_is_an_error(string text, string message, string help)
    {
        Diagnostic found = Assert.Single(Of(text).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(("PL2002", message, help), (found.Code, found.Message, found.Help));
    }

    [Fact]
    public void Without_a_library_nothing_can_be_used() =>
        Assert.Equal(["PL2002"], Workspace.Empty.With("a.policy", "uses Orders\n").Diagnostics.Select(d => d.Code));

    [Fact]
    public void What_the_files_declare_wins_and_both_are_named()
    {
        Workspace workspace = Of("uses Orders\nframework Orders \"Mine\" { authority US in force from 2020-01-01 sovereignty S1 { ServiceProvider must not disclose Health from anywhere to Authority in US } }\nattribute warrant : count\n");
        Assert.Equal("Mine", Assert.Single(workspace.Model.Frameworks).Title);
        string[] warnings = [.. workspace.Diagnostics.Where(d => d.Code == "PL2017").Select(d => d.Message)];
        Assert.Equal(
            ["'Orders' \"Mine\" takes the place of 'Orders' \"Production orders\" of the law library.", "'warrant', a count here, takes the place of the attribute 'warrant' of the law library, which differs."],
            warnings.Order(StringComparer.Ordinal));
        Assert.Equal(AttributeType.Count, workspace.Model.Attribute("warrant")?.Type);
    }

    [Fact]
    public void A_warning_about_a_name_that_wins_stays_after_an_edit()
    {
        Workspace before = Of("uses Orders\nframework Orders { authority US sovereignty S1 { ServiceProvider must not disclose Health to US } }\n");
        Assert.Contains(before.Diagnostics, d => d.Code == "PL2017");
        Assert.Contains(before.With("a.policy", "uses Orders\nframework Orders { authority US sovereignty S1 { ServiceProvider must not disclose Health to FR } }\n").Diagnostics, d => d.Code == "PL2017");
    }

    [Fact]
    public void An_edit_beside_used_law_binds_only_what_it_bears_on()
    {
        Workspace before = Of("uses Orders\nframework Mine { authority DE in force from 2018-01-01 transfer T { Exporter may transfer Health from DE to US } }\n");
        _ = before.Diagnostics;
        Workspace after = before.With("a.policy", "uses Orders\nframework Mine { authority DE in force from 2018-01-01 transfer T { Exporter may transfer Health from DE to JP } }\n");
        Assert.Equal(Told(Of(after.Trees[0].Text.Content)), Told(after));
        Assert.Same(before.Model.Frameworks.First(f => f.Name == "Orders"), after.Model.Frameworks.First(f => f.Name == "Orders"));
        Assert.Contains(after.Model.ReferencesIn("a.policy"), r => r.Symbol.Name == "Orders");
    }

    [Fact]
    public void Law_that_was_read_after_the_day_of_use_breaks_no_build()
    {
        Workspace pinned = Of("uses Secrecy, Orders as of 2026-01-01\n");
        Assert.Equal(["Information PL3113 a.policy 1:15", "Information PL3113 a.policy 1:6", "Warning PL4001 a.policy 1:15"], Told(pinned).Order(StringComparer.Ordinal));
        Assert.Equal(["Error PL4001 a.policy 1:15"], Told(Of("uses Secrecy, Orders as of 2026-05-01\n")));

        // Whoever uses it without a day wants what is at hand.
        Assert.Contains("Error PL4001 a.policy 1:15", Told(Of("uses Secrecy, Orders as of 2026-01-01\nuses Orders\nuses Secrecy\n")));
    }

    [Fact]
    public void Law_that_was_read_long_ago_gets_a_hint()
    {
        Workspace workspace = Of("uses Orders\n");
        Assert.DoesNotContain(workspace.AsOf(CalendarDay.FromDate(2027, 5, 1)).Diagnostics, d => d.Code == "PL3114");
        Assert.Equal(["Hint PL3114 a.policy 1:6"], Told(workspace.AsOf(CalendarDay.FromDate(2027, 5, 2))));
    }

    [Fact]
    public void A_file_at_the_place_of_a_file_of_the_library_takes_its_place()
    {
        Workspace workspace = Of("uses Orders\n").With("law/us/orders.policy", "framework Orders { authority US }\n");
        Assert.Equal(["law/us/shared.policy"], Of("uses Orders\n").With("law/us/orders.policy", string.Empty).Law.Trees.Select(t => t.File));
        Assert.Single(workspace.Model.Frameworks);
    }

    [Theory]
    [InlineData("uses   Orders ,Secrecy   as  of 2026-01-01", "uses Orders, Secrecy as of 2026-01-01\n")]
    [InlineData("/// Why.\nuses Orders // here", "/// Why.\nuses Orders // here\n")]
    [InlineData("uses Orders\nuses Secrecy\norganisation A under EU", "uses Orders\nuses Secrecy\norganisation A under EU\n")]
    public void It_has_one_layout(string text, string formatted) => Assert.Equal(formatted, Formatter.Format(Of(text).Trees[0]));

    [Theory]
    [InlineData("uses", "PL1010")]
    [InlineData("uses Orders as 2026-01-01", "PL1010")]
    [InlineData("uses Orders Secrecy", "PL1010")]
    [InlineData("uses Orders as of tomorrow", "PL1010")]
    public void A_mistake_is_told(string text, string code) => Assert.Contains(Of(text).Diagnostics, d => d.Code == code);

    [Theory]
    [InlineData("import Orders", "uses Orders")]
    [InlineData("using Orders, Secrecy", "uses Orders, Secrecy")]
    [InlineData("// Mine.\n\n/// Why.\nframework F { authority US repeals Orders }", "// Mine.\n\nuses Orders\n\n/// Why.\nframework F { authority US repeals Orders }")]
    [InlineData("uses Secrecy\nacknowledge conflict between Orders.S1 and Secrecy.S1 because \"x\"", "uses Orders\nuses Secrecy\nacknowledge conflict between Orders.S1 and Secrecy.S1 because \"x\"")]
    [InlineData("scenario \"s\" { Exporter transfer Health from DE to US on 2024-01-01 under Orders expect unregulated }", "uses Orders\n\nscenario \"s\" { Exporter transfer Health from DE to US on 2024-01-01 under Orders expect unregulated }")]
    public void A_name_that_the_library_has_is_a_keystroke_away(string text, string mended)
    {
        Fix? fix = Of(text).Diagnostics.First(d => d.Fix is not null && d.Severity == DiagnosticSeverity.Error).Fix;
        Assert.NotNull(fix);
        string now = text;
        foreach (TextEdit edit in fix.Edits.OrderByDescending(e => e.Span.Start))
        {
            now = now[..edit.Span.Start] + edit.NewText + now[edit.Span.End..];
        }

        Assert.Equal(mended, now);
        Assert.DoesNotContain(Of(now).Diagnostics, d => d.HidesRules);
    }

    [Fact]
    public void In_a_literate_file_it_stands_in_the_first_block()
    {
        const string page = "# Mine\n\n```policy\nframework F { authority US repeals Orders }\n```\n";
        TextEdit edit = Assert.Single(Library().Workspace.With("a.policy.md", page).Diagnostics, d => d.Code == "PL2002").Fix!.Edits[0];
        Assert.Equal("# Mine\n\n```policy\nuses Orders\n\nframework F { authority US repeals Orders }\n```\n", page.Insert(edit.Span.Start, edit.NewText));
    }

    [Fact]
    public void A_card_tells_of_law_that_nobody_uses_yet()
    {
        string? card = Completion.Document(Of("uses "), "Orders", ProposalKind.Framework, ReadingView.Default);
        Assert.Contains("Production orders", card, StringComparison.Ordinal);
        Assert.Null(Completion.Document(Of("uses "), "Ordres", ProposalKind.Framework, ReadingView.Default));
    }

    [Fact]
    public void Names_of_the_library_are_not_renamed()
    {
        Workspace workspace = Of("uses Orders\n");
        Assert.Null(Renaming.Prepare(workspace, "a.policy", 6, out string? refusal));
        Assert.Equal("'Orders' belongs to the law library.", refusal);
        Assert.Equal("law/us/orders.policy", Navigation.Definition(workspace, "a.policy", 6)?.File);
        Assert.Empty(LinkedNames.FindAt(workspace, "law/us/orders.policy", workspace.Law.Trees[0].Text.Content.IndexOf("Orders", StringComparison.Ordinal)));
    }

    [Fact]
    public void Law_of_the_library_is_never_amended()
    {
        Workspace workspace = Of("uses Orders, Secrecy\nframework Mine { authority JP transfer T { Exporter may transfer Health from JP to US } }\n");
        Assert.All(new[] { new OwnLaw(workspace.Model, []), new OwnLaw(workspace.Model, ["Orders", "US"]), new OwnLaw(Of("uses Orders\n").Model, []) },
            own => Assert.All(workspace.Model.Frameworks.Where(f => f.Name != "Mine"), f => Assert.False(own.Contains(f))));
        Assert.True(new OwnLaw(workspace.Model, []).Contains(workspace.Model.Frameworks.Single(f => f.Name == "Mine")));
        Assert.Empty(new RepairFinder(workspace, new OwnLaw(workspace.Model, [])).Find(workspace.OpenConflicts[0]));
    }

    [Fact]
    public void A_flag_may_still_be_called_so() => Assert.DoesNotContain(
        Of("attribute uses : flag\nframework F { authority EU transfer T { Exporter may transfer Health from DE to US when uses\n and not chosen_one } }\nattribute chosen_one : flag\n").Diagnostics,
        d => d.Severity == DiagnosticSeverity.Error);

    [Theory]
    [InlineData("uses ", "Orders Other Secrecy")]
    [InlineData("uses Orders, ", "Other Secrecy")]
    [InlineData("uses Orders ", "as of")]
    [InlineData("uses Orders as ", "of")]
    public void Names_of_the_library_are_proposed(string text, string labels)
    {
        Workspace workspace = Of(text);
        Assert.Equal(labels.Split(' ').Order(StringComparer.Ordinal), Completion.CompleteAt(workspace, workspace.Trees[0], text.Length).SelectMany(p => p.Label.Split(' ')).Order(StringComparer.Ordinal));
    }
}
