using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>From a drafter's own words to the vocabulary's: "data subject consent" is <c>explicit_consent</c>.</summary>
internal static class Synonyms
{
    private const int MostWords = 5;

    /// <summary>What drafters say, and the name that the vocabulary has for it. Titles are searched too, so that only other wordings stand
    /// here.</summary>
    private static readonly (string Phrase, string Name)[] Table =
    [
        ("data subject consent", "explicit_consent"),
        ("consent of the data subject", "explicit_consent"),
        ("informed consent", "explicit_consent"),
        ("express consent", "explicit_consent"),
        ("standalone consent", "separate_consent"),
        ("specific consent", "separate_consent"),
        ("warrant", "us_warrant"),
        ("subpoena", "us_warrant"),
        ("search warrant", "us_warrant"),
        ("mutual legal assistance", "mlat_request"),
        ("treaty request", "mlat_request"),
        ("judicial order", "court_order"),
        ("personal data breach", "data_breach"),
        ("data leak", "data_breach"),
        ("cyber incident", "security_incident"),
        ("national security", "essential_security"),
        ("personal information", "PersonalData"),
        ("personally identifiable information", "PersonalData"),
        ("sensitive data", "SensitivePersonalData"),
        ("special categories", "SensitivePersonalData"),
        ("medical data", "Health"),
        ("patient data", "Health"),
        ("fingerprints", "Biometric"),
        ("facial recognition", "Biometric"),
        ("dna", "Genetic"),
        ("geolocation", "PreciseLocation"),
        ("location data", "PreciseLocation"),
        ("bank data", "Financial"),
        ("important data", "ImportantData"),
        ("model clauses", "SCC"),
        ("model contract", "SCC"),
        ("corporate rules", "BCR"),
        ("adequate countries", "EuAdequate"),
        ("adequacy decision", "EuAdequate"),
        ("privacy shield", "DpfCertification"),
        ("data privacy framework", "DpfCertification"),
        ("european economic area", "EEA"),
        ("export", "transfer"),
        ("cross-border transfer", "transfer"),
        ("hand over", "disclose"),
        ("localise", "store"),
        ("advertising", "Marketing"),
        ("performance of a contract", "ContractPerformance"),
        ("life or death", "VitalInterest"),
        ("litigation", "LegalClaim"),
        ("data importer", "Importer"),
        ("cloud provider", "ServiceProvider"),
        ("government agency", "Authority"),
        ("regulator", "Authority"),
    ];

    /// <summary>Proposals for the words before an offset, each replacing those words.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="offset">Where one types.</param>
    /// <param name="proposals">What may stand at the place where a phrase begins.</param>
    public static IEnumerable<Proposal> FindAt(SyntaxTree tree, int offset, Func<int, IEnumerable<Proposal>> proposals)
    {
        foreach (TextSpan span in Phrases(tree.Text.Content, offset))
        {
            string typed = tree.Text.Slice(span);
            string phrase = string.Join(" ", typed.ToLowerInvariant().Split([' '], StringSplitOptions.RemoveEmptyEntries));
            bool several = phrase.IndexOf(' ') > 0;
            if (phrase.Length < 3)
            {
                continue;
            }

            HashSet<string> names =
                [.. Table.Where(s => s.Phrase.StartsWith(phrase, StringComparison.Ordinal) || s.Phrase.Contains(" " + phrase))
                .Select(s => s.Name)];
            foreach (Proposal proposal in proposals(span.Start)
                .Where(p => p.Symbol is not null && (names.Contains(p.Label) || (several && Says(p.Symbol.Title, phrase)))))
            {
                yield return proposal with { Replaces = span, FilterText = typed,
                    Detail = $"for “{phrase}”{(proposal.Detail.Length > 0 ? $": {proposal.Detail}" : string.Empty)}" };
            }
        }
    }

    private static bool Says(string? title, string phrase) => title is not null && (" " + title.ToLowerInvariant()).Contains(" " + phrase);

    // The last words of the line, longest phrase first.
    private static IEnumerable<TextSpan> Phrases(string text, int offset)
    {
        var starts = new List<int>();
        int at = offset;
        while (at > 0 && starts.Count < MostWords)
        {
            int end = at;
            while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '-'))
            {
                at--;
            }

            if (at == end)
            {
                break;
            }

            starts.Add(at);
            while (at > 0 && text[at - 1] == ' ')
            {
                at--;
            }
        }

        starts.Reverse();
        return starts.Select(s => TextSpan.FromBounds(s, offset));
    }
}
