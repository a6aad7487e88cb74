using System.Text.Json;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Exchange.Models;

/// <summary>
/// The bound model of a workspace as JSON: every framework and clause with its names resolved, parties, definitions, assumptions and the
/// vocabulary. The order of the keys is part of the contract; what a clause does not say is left out.
/// </summary>
internal static class ModelJson
{
    /// <summary>Writes the model.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="on">The day on which blocs are listed; null for every member with its days.</param>
    public static void Write(Utf8JsonWriter json, Workspace workspace, CalendarDay? on)
    {
        SemanticModel model = workspace.Model;
        var parts = new BoundParts(json);
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        Json.Objects(json, "frameworks", model.Frameworks, f => Framework(json, parts, f));
        Json.Objects(json, "parties", model.Parties, p => Party(json, parts, p));
        Json.Objects(json, "organisations", model.Organisations, o =>
        {
            json.WriteString("name", o.Name);
            parts.Text("title", o.Title);
            parts.Names("under", o.Under);
        });
        Json.Objects(json, "definitions", model.Defines, d =>
        {
            json.WriteString("name", d.Name);
            parts.Text("title", d.Title);
            parts.Condition("condition", d.Condition);
            parts.Set("set", d.Set);
        });
        Json.Objects(json, "assumptions", model.Assumptions, a =>
        {
            parts.Text("title", a.Title);
            parts.Condition(a.Implied is null ? "never" : "if", a.Condition);
            parts.Condition("then", a.Implied);
        });
        Json.Objects(json, "acknowledgements", model.Acknowledgements, a =>
        {
            Json.Strings(json, "between", a.Sides.Select(s => s.ToString()));
            json.WriteString("because", a.Because);
            parts.Text("until", a.Until?.ToString());
        });
        Json.Strings(json, "principles", model.Principles.Select(WireNames.NameOf));
        json.WritePropertyName("vocabulary");
        VocabularyParts.Write(json, VocabularyListing.Create(model, on));
        json.WriteEndObject();
    }

    private static void Framework(Utf8JsonWriter json, BoundParts parts, FrameworkSymbol framework)
    {
        json.WriteString("name", framework.Name);
        parts.Text("title", framework.Title);
        parts.Text("documentation", framework.Documentation);
        parts.Text("authority", framework.Authority?.Name);
        json.WriteString("rank", ModelWords.Of(framework.Rank));
        parts.Text("citation", framework.Citation);
        parts.Text("source", framework.Source);
        parts.Text("adopted", framework.Adopted?.ToString());
        parts.Days("inForce", framework.Force);
        parts.Names("aims", framework.Aims);
        parts.Set("parties", framework.Parties);
        parts.Names("replaces", framework.Replaces);
        parts.Names("implements", framework.Implements);
        parts.Names("repeals", framework.Repeals);
        json.WriteString("file", framework.Location.File);
        json.WriteNumber("line", framework.Location.Start.Line + 1);
        Json.Objects(json, "clauses", framework.Clauses, c => Clause(json, parts, c));
    }

    private static void Clause(Utf8JsonWriter json, BoundParts parts, ClauseSymbol clause)
    {
        json.WriteString("name", clause.QualifiedName);
        json.WriteString("kind", ModelWords.Of(clause.ClauseKind));
        parts.Text("title", clause.Title);
        parts.Text("cites", clause.Cites);
        parts.Text("documentation", clause.Documentation);
        parts.Days("inForce", clause.Force);
        if (clause.Meaning is { } meaning)
        {
            Meaning(json, parts, meaning);
        }

        if (!clause.Precedences.IsEmpty)
        {
            Json.Objects(json, "precedence", clause.Precedences, p =>
            {
                json.WriteString("relation", Overrides.WordsOf(p.Relation));
                json.WriteString(
                    p.IsLawOf ? "lawOf" : "target", p.Target is ClauseSymbol target ? target.QualifiedName : p.Target.Name);
            });
        }

        json.WriteString("file", clause.Location.File);
        json.WriteNumber("line", clause.Location.Start.Line + 1);
    }

    private static void Meaning(Utf8JsonWriter json, BoundParts parts, BoundClause meaning)
    {
        parts.Text("says", meaning.Modality is { } modality ? ModelWords.Of(modality)
            : meaning.LawModality is { } law ? ModelWords.Of(law) : null);
        True("soft", meaning.IsSoftLaw);
        True("exemption", meaning.IsExemption);
        parts.Set("subject", meaning.Subject);
        parts.Set("of", meaning.Of);
        parts.Set("organisation", meaning.Organisation);
        True("ofAnyOrganisation", meaning.OfAnyOrganisation);
        parts.Set("does", meaning.Verbs);
        parts.Set(meaning.ObjectAttribute?.Name ?? "data", meaning.Object);
        parts.Set("from", meaning.From);
        parts.Set("collectedIn", meaning.Collected);
        parts.Set("to", meaning.To);
        parts.Names("recipients", meaning.Recipients);
        parts.Set("in", meaning.In);
        True("onlyIn", meaning.OnlyIn);
        parts.Set("outside", meaning.Outside);
        parts.Set("for", meaning.For);
        parts.Set("against", meaning.Against);
        True("towardsAnyone", meaning.TowardsAnyone);
        parts.Conditions("where", meaning.Where);
        parts.Conditions("when", meaning.Conditions);
        parts.Condition("with", meaning.With);
        parts.Clock("within", meaning.Within);
        parts.Clock("notBefore", meaning.NotBefore);
        parts.Names("notifying", meaning.Notifying);
        parts.Names("approvedBy", meaning.ApprovedBy);
        True("notEnforceable", meaning.NotEnforceable);
        parts.Text("notEnforceableUntil", meaning.NotEnforceableUntil?.ToString());

        void True(string key, bool holds)
        {
            if (holds)
            {
                json.WriteBoolean(key, true);
            }
        }
    }

    private static void Party(Utf8JsonWriter json, BoundParts parts, PartySymbol party)
    {
        json.WriteString("name", party.Name);
        Json.Objects(json, "adopts", party.Adoptions, a =>
        {
            json.WriteString("framework", a.Framework.Name);
            json.WriteString("since", a.Since.ToString());
            parts.Text("until", a.Until?.ToString());
            parts.Names("towards", a.Towards);
            parts.Names("reserving", a.Reserving);
            parts.Names("reservingFor", a.ReservingFor);
            parts.Text("reservingUntil", a.ReservingUntil?.ToString());
        });
        Json.Objects(json, "invokes", party.Invocations, i =>
        {
            json.WriteString("clause", i.Leave.QualifiedName);
            parts.Names("for", i.For);
            json.WriteString("since", i.Since.ToString());
            parts.Text("until", i.Until?.ToString());
        });
    }
}
