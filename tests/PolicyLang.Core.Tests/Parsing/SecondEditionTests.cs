using PolicyLang.Diagnostics;
using PolicyLang.Formatting;
using PolicyLang.Parsing;
using PolicyLang.Syntax;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Parsing;

/// <summary>What the second edition of the language adds is read into its nodes, and laid out so that it stays as it is.</summary>
public sealed class SecondEditionTests
{
    private static SyntaxTree Read(string text)
    {
        SyntaxTree tree = PolicyParser.Parse("a.policy", text);
        Assert.Empty(tree.Diagnostics.Select(d => $"{d.Location.Start} {d.Message}"));
        string formatted = Formatter.Format(tree);
        SyntaxTree again = PolicyParser.Parse("a.policy", formatted);
        Assert.Empty(again.Diagnostics.Select(d => $"{d.Location.Start} {d.Message}"));
        Assert.Equal(formatted, Formatter.Format(again));
        return tree;
    }

    [Theory]
    [InlineData("attribute Caf\u00E9 : flag\ndefine D as Cafe\u0301\n")]
    [InlineData("attribute \u1112\u1161\u11AB : flag\ndefine D as \uD55C\n")]
    [InlineData("attribute a\u0323\u0307 : flag\ndefine D as a\u0307\u0323\n")]
    public void A_name_is_one_however_its_accents_were_typed(string text) =>
        Assert.Empty(Workspace.Empty.With("a.policy", text).Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Hint).Select(d => d.Message));

    [Theory]
    [InlineData("collected is outside CN")]
    [InlineData("not collected is CN and explicit_consent")]
    [InlineData("explicit_consent or (collected is JP)")]
    public void Where_data_were_collected_is_a_condition_like_any_other(string condition) =>
        Assert.Empty(Workspace.Empty.With("a.policy", $"define D as {condition}\nframework F {{ authority CN norm N {{ Controller may use Health unless {condition} collected in outside JP }} }}\n").Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Hint).Select(d => d.Message));

    [Theory]
    [InlineData("\uFF27DPR", "GDPR")]
    [InlineData("o\uFB03ce", "office")]
    [InlineData("\U0001D400", "A")]
    public void A_name_that_looks_like_another_is_told(string name, string look)
    {
        string text = $"attribute {name} : flag\n";
        Diagnostic found = Assert.Single(PolicyParser.Parse("a.policy", text).Diagnostics);
        Assert.Equal(("PL1023", $"attribute {look} : flag\n"), (found.Code, found.Fix?.Apply(text)));
    }

    [Theory]
    [InlineData("\a", "U+0007", 1)]
    [InlineData("\u007F", "U+007F", 1)]
    [InlineData("\u0085", "U+0085", 1)]
    [InlineData("\\u{1B}", "U+001B", 6)]
    public void A_control_character_in_a_text_is_an_error_where_it_stands(string written, string shown, int length)
    {
        string text = $"organisation Acme \"A{written}B\" under JP\n";
        Diagnostic found = Assert.Single(PolicyParser.Parse("a.policy", text).Diagnostics);
        Assert.Equal(("PL1024", 20, length), (found.Code, found.Location.Span.Start, found.Location.Span.Length));
        Assert.Contains(shown, found.Message);
        Assert.Equal("organisation Acme \"AB\" under JP\n", found.Fix?.Apply(text));
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("\\n")]
    [InlineData("\\u{9}")]
    [InlineData("\\u{20AC}")]
    public void Tabs_line_ends_and_what_prints_are_texts(string written) => Read($"organisation Acme \"A{written}B\" under JP\n");

    private static T Declared<T>(string text)
        where T : DeclarationSyntax => Assert.IsType<T>(Assert.Single(Read(text).Declarations).Node);

    private static ClauseSyntax Clause(string body, string kind = "norm") =>
        Assert.IsType<ClauseSyntax>(Assert.Single(Assert.Single(Read($"framework F {{ {kind} N {{ {body} }} }}").Frameworks).Members).Node);

    private static string Names(IEnumerable<ReferenceSyntax> names) => string.Join(' ', names.Select(n => n.Text));

    private static string Names(SetSyntax? set) => set is ListSetSyntax list ? Names(list.Names) : set?.GetType().Name ?? "-";

    [Fact]
    public void A_clause_takes_scopes_and_where_data_were_collected()
    {
        ClauseSyntax clause = Clause("Controller of any organisation may only transfer Health where a from JP collected in outside EEA where subjects > 5 when b", "transfer");
        Assert.IsType<AnyOrganisationSetSyntax>(Assert.IsType<ConductSentenceSyntax>(clause.Sentence).Of);
        Assert.Equal(2, clause.Modifiers.OfType<WhereModifierSyntax>().Count());
        Assert.True(Assert.IsType<ListSetSyntax>(Assert.Single(clause.Modifiers.OfType<CollectedModifierSyntax>()).Set).Outside);
        Assert.Equal(
            "framework F {\n  transfer N {\n    Controller of any organisation may only transfer Health\n    from JP\n    collected in outside EEA\n    where a\n    where subjects > 5\n    when b\n  }\n}\n",
            Formatter.Format(PolicyParser.Parse("a.policy", "framework F { transfer N { Controller of any organisation may only transfer Health where a from JP collected in outside EEA where subjects > 5 when b } }")));
    }

    [Theory]
    [InlineData("subject to F.C, G, law of CN, EU", "F.C G", "CN EU")]
    [InlineData("prevails over law of CN", "", "CN")]
    [InlineData("notwithstanding G", "G", "")]
    [InlineData("exempt from law, law of law", "law", "law")]
    public void Law_of_ends_a_list(string modifier, string names, string orders)
    {
        NameListModifierSyntax read = Assert.IsType<NameListModifierSyntax>(Assert.Single(Clause($"State may operate {modifier}").Modifiers));
        Assert.Equal((names, orders), (Names(read.Names), Names(read.LawOf)));
    }

    [Theory]
    [InlineData("from another party to any party", false, true)]
    [InlineData("from any party to another party", true, false)]
    public void The_other_parties_are_a_set(string places, bool from, bool to)
    {
        ClauseSyntax clause = Clause($"parties must allow transfer any {places} towards anyone");
        Assert.Equal(from, Assert.IsType<PartiesSetSyntax>(Assert.Single(clause.Modifiers.OfType<FromModifierSyntax>()).Set).WithOwn);
        Assert.Equal(to, Assert.IsType<PartiesSetSyntax>(Assert.Single(clause.Modifiers.OfType<ToModifierSyntax>()).Set).WithOwn);
        Assert.Single(clause.Modifiers.OfType<TowardsAnyoneModifierSyntax>());
    }

    // A subject stands before "to"; where names alone decide, the tree holds the verb.
    [Theory]
    [InlineData("must allow transfer Health to JP", "-", "-", "transfer", "Health", nameof(LawModality.MustAllow), false)]
    [InlineData("must allow Controller to transfer Health to JP", "Controller", "-", "transfer", "Health", nameof(LawModality.MustAllow), false)]
    [InlineData("should prohibit Controller, Processor of JP, DE to transfer from JP", "Controller Processor", "JP DE", "transfer", "-", nameof(LawModality.MustProhibit), true)]
    [InlineData("should not require any of any organisation to store Health in JP", "AnySetSyntax", "AnyOrganisationSetSyntax", "store", "Health", nameof(LawModality.MustNotRequire), true)]
    [InlineData("may require Controller to store, mirror any", "Controller", "-", "store mirror", "AnySetSyntax", nameof(LawModality.MayRequire), false)]
    [InlineData("must allow Controller to transfer to JP", "Controller", "-", "transfer", "-", nameof(LawModality.MustAllow), false)]
    [InlineData("must not prohibit transfer to own territory", "-", "-", "transfer", "-", nameof(LawModality.MustNotProhibit), false)]
    [InlineData("must not prohibit transfer to another party", "-", "-", "transfer", "-", nameof(LawModality.MustNotProhibit), false)]
    [InlineData("must not prohibit transfer to outside JP", "-", "-", "transfer", "-", nameof(LawModality.MustNotProhibit), false)]
    [InlineData("must allow transfer to JP from DE", "-", "-", "transfer", "-", nameof(LawModality.MustAllow), false)]
    public void What_laws_must_allow_may_have_a_subject(string sentence, string subject, string of, string verbs, string target, string modality, bool soft)
    {
        LawSentenceSyntax law = Assert.IsType<LawSentenceSyntax>(Clause($"parties {sentence}").Sentence);
        Assert.Equal((subject, of, verbs, target, modality, soft), (Names(law.Subject), Names(law.Of), Names(law.Act.Verbs), Names(law.Act.Object), law.Modality.ToString(), law.IsSoft));
    }

    [Theory]
    [InlineData("parties must allow Controller to store in JP within 3 days", "Controller", "store", "InModifierSyntax WithinModifierSyntax")]
    [InlineData("parties must allow Controller to store outside JP", "Controller", "store", "OutsideModifierSyntax")]
    [InlineData("parties must prohibit Controller, Processor to transfer, disclose from JP", "Controller Processor", "transfer disclose", "FromModifierSyntax")]
    public void The_other_reading_of_names_before_to_makes_them_the_subject(string sentence, string subject, string verbs, string modifiers)
    {
        ClauseSyntax clause = Clause(sentence);
        ToModifierSyntax to = Assert.IsType<ToModifierSyntax>(LawReading.UndecidedTo(clause));
        ClauseSyntax read = LawReading.WithSubject(clause, to);
        LawSentenceSyntax law = Assert.IsType<LawSentenceSyntax>(read.Sentence);
        Assert.Equal((subject, verbs, modifiers), (Names(law.Subject), Names(law.Act.Verbs), string.Join(' ', read.Modifiers.Select(m => m.GetType().Name))));
    }

    [Theory]
    [InlineData("parties must allow transfer Health to JP")]
    [InlineData("parties must allow transfer from DE to JP")]
    [InlineData("parties must allow transfer to anywhere")]
    public void What_has_one_reading_is_not_left_open(string sentence) => Assert.Null(LawReading.UndecidedTo(Clause(sentence)));

    [Fact]
    public void Formatting_leaves_open_readings_open() => Assert.Equal(
        "framework F {\n  norm N {\n    parties must allow Controller to store in JP\n    from DE\n    when a\n  }\n}\n",
        Formatter.Format(PolicyParser.Parse("a.policy", "framework F { norm N { parties must allow Controller\n to store in JP when a from DE } }")));

    [Theory]
    [InlineData("3 years", nameof(DurationUnit.Years))]
    [InlineData("2 working days of data_breach", nameof(DurationUnit.WorkingDays))]
    [InlineData("2 months", nameof(DurationUnit.Months))]
    public void A_duration_has_its_own_unit(string duration, string unit) =>
        Assert.Equal(unit, Assert.Single(Clause($"State must operate within {duration}").Modifiers.OfType<WithinModifierSyntax>()).Duration.Unit.ToString());

    [Theory]
    [InlineData("\n  ")]
    [InlineData("\n")]
    [InlineData(" ")]
    public void A_framework_repeals_and_resolves(string before)
    {
        FrameworkUnit framework = Assert.Single(Read($"framework F {{{before}authority JP{before}repeals G, H.A{before}resolve conflicts by specialis, superior{before}norm N {{ State may operate }}\n}}\nresolve conflicts of CN by superior\n").Frameworks);
        PropertySyntax[] properties = [.. framework.Members.Select(m => m.Node).OfType<PropertiesSyntax>().SelectMany(p => p.Properties)];
        Assert.Equal("G H.A", Names(Assert.Single(properties.OfType<NameListPropertySyntax>(), p => p.Kind == PropertyListKind.Repeals).Names));
        Assert.Equal("specialis superior", Names(Assert.Single(properties.OfType<ResolvePropertySyntax>()).Principles));
    }

    [Fact]
    public void Where_a_framework_is_not_closed_a_resolution_at_the_margin_is_none_of_its_properties()
    {
        SyntaxTree tree = PolicyParser.Parse("a.policy", "framework F {\n  authority JP\nresolve conflicts by superior\n");
        Assert.IsType<ResolveSyntax>(Assert.Single(tree.Declarations).Node);
    }

    [Fact]
    public void Principles_are_resolved_for_an_order() => Assert.Equal("CN", Declared<ResolveSyntax>("resolve conflicts of CN by superior").Of?.Text);

    [Theory]
    [InlineData("assume never a and b", null, false)]
    [InlineData("assume \"Title\" (a or b) implies not c", "Title", true)]
    [InlineData("assume safeguards include none implies not (a)", null, true)]
    [InlineData("assume purpose is any implies a", null, true)]
    [InlineData("assume a and implies implies never", null, true)]
    public void An_assumption_is_read(string text, string? title, bool implies)
    {
        AssumeSyntax assume = Declared<AssumeSyntax>(text);
        Assert.Equal((title, implies), (assume.Title?.Value, assume.Implied is not null));
    }

    [Fact]
    public void A_list_has_dated_lines()
    {
        DatedListSyntax list = Declared<DatedListSyntax>("list Controlled \"Title\" : data { A, B since 2020-01-01 until 2021-01-01 when safeguards include none C }");
        Assert.Equal(("data", 2, "A B"), (list.TypeName.Text, list.Entries.Length, Names(list.Entries[0].Members)));
    }

    [Fact]
    public void A_flag_is_self_judged()
    {
        AttributeSyntax attribute = Declared<AttributeSyntax>("attribute essential_security : flag self-judged \"Title\"");
        Assert.True(attribute.SelfJudged);
        Assert.Equal("Title", attribute.Title?.Value);
    }

    [Fact]
    public void A_party_invokes_and_reserves_for_some_of_its_law()
    {
        PartySyntax party = Declared<PartySyntax>("party US { adopts F since 2020-01-01 towards JP reserving F.A, F.B for G, H.C until 2021-01-01 invokes F.L for G, H.C since 2020-01-01 until 2022-01-01 adopts K since 2020-01-01 }");
        Assert.Equal(("F.A F.B", "G H.C"), (Names(party.Adoptions[0].Reserving), Names(party.Adoptions[0].ReservingFor)));
        Assert.NotNull(party.Adoptions[0].ReservingUntil);
        InvocationSyntax invocation = Assert.Single(party.Invocations);
        Assert.Equal(("F.L", "G H.C"), (invocation.Leave.Text, Names(invocation.For)));
        Assert.Equal(2, party.Adoptions.Length);
    }

    [Fact]
    public void A_scenario_is_told_and_expects()
    {
        ScenarioSyntax scenario = Declared<ScenarioSyntax>(
            """
            scenario "S" {
              Controller and Processor of Acme and JP transfer Health
              from JP collected in US
              to DE
              on 2024-01-01
              under EU, GDPR
              where since data_breach = 2023-12-01, months_since_x = 3, a
              expect GDPR.Art46 applies
              expect Art46 does not apply
              expect discouraged by G.A, G.B
              expect advised by G.A
              expect no conflict between A and law of JP, B
              expect no conflict
            }
            """);
        Assert.Equal("Acme JP", Names(scenario.Of?.Names ?? []));
        Assert.Equal("US", scenario.Slots.OfType<PlaceSlotSyntax>().Single(s => s.Kind == PlaceSlotKind.Collected).Place.Text);
        Assert.Equal("EU GDPR", Names(Assert.Single(scenario.Slots.OfType<UnderSlotSyntax>()).Names));
        Assert.Equal("data_breach", scenario.Slots.OfType<WhereSlotSyntax>().Single().Facts.OfType<SinceFactSyntax>().Single().Attribute.Text);
        Assert.Equal([("GDPR.Art46", true), ("Art46", false)], scenario.Expectations.OfType<AppliesExpectSyntax>().Select(e => (e.Clause.Text, e.Applies)));
        Assert.Equal([(true, "G.A G.B"), (false, "G.A")], scenario.Expectations.OfType<AdviceExpectSyntax>().Select(e => (e.Discouraged, Names(e.By))));
        Assert.Equal(["A, law of JP, B", string.Empty], scenario.Expectations.OfType<NoConflictExpectSyntax>().Select(e => Sides(e.Between)));
        Assert.Equal("Acme", Declared<ScenarioSyntax>("scenario \"S\" { Acme transfer Health on 2024-01-01 expect permitted }").Phrase[0].Names[0].Text);
    }

    private static string Sides(ImmutableArray<SideSyntax> sides) => string.Join(", ", sides.Select(s => s.IsLawOf ? $"law of {s.Name.Text}" : s.Name.Text));

    [Fact]
    public void A_check_is_about_somebody_and_some_law()
    {
        CheckSyntax check = Declared<CheckSyntax>("check \"C\" { never permitted: Controller of outside JP transfer Health from JP where a under EU, GDPR }");
        Assert.Equal(("JP", 3), (Names(check.Of), check.Phrase.Length));
        Assert.Equal("EU GDPR", Names(Assert.Single(check.Modifiers.OfType<UnderModifierSyntax>()).Names));
        Assert.IsType<AnySetSyntax>(Declared<CheckSyntax>("check \"C\" { never permitted: any transfer from JP }").Phrase[0]);
    }

    [Fact]
    public void A_check_states_that_there_is_no_conflict()
    {
        Assert.Equal("A, law of CN", Sides(Assert.IsType<NoConflictStatementSyntax>(Declared<CheckSyntax>("check \"C\" { no conflict between A and law of CN }").Conflicts).Between));
        NoBreachStatementSyntax breach = Assert.IsType<NoBreachStatementSyntax>(Declared<CheckSyntax>("check \"C\" { no breach of F by JP }").Conflicts);
        Assert.Equal(("F", "JP"), (breach.Framework.Text, breach.Party?.Text));
        Assert.Null(Assert.IsType<NoBreachStatementSyntax>(Declared<CheckSyntax>("check \"C\" { no breach of F }").Conflicts).Party);
    }

    [Fact]
    public void The_sides_of_an_acknowledged_conflict_are_clauses_frameworks_and_laws() =>
        Assert.Equal("F.C, G, law of CN", Sides(Declared<AcknowledgeSyntax>("acknowledge conflict between F.C, G and law of CN because \"so\"").Sides));
}
