using PolicyLang.LanguageService;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Core.Tests.LanguageService;

/// <summary>A hint after a bloc counts the places that are meant there.</summary>
public sealed class OutsideHintTests
{
    private static (string After, int Places)[] Hints(string to)
    {
        string text = $"bloc Club = JP, KR\nbloc Duo = US, BR\nframework F {{ authority EU in force from 2018-05-25\n transfer T {{ Exporter must not transfer Health from EEA {to} }} }}\n";
        Workspace workspace = Workspace.Empty.With("a.policy", text);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Severity == Diagnostics.DiagnosticSeverity.Error);
        int end = text.IndexOf("}", text.IndexOf("from EEA", StringComparison.Ordinal), StringComparison.Ordinal) + "} }".Length;
        return
        [
            .. InlayHints.FindIn(workspace, "a.policy", new TextSpan(0, text.Length), ReadingView.Default)
                .Where(h => h.Label.Contains("place", StringComparison.Ordinal))
                .SelectMany(h => (h.Offset == end ? h.Label : $"not at the end of the line: {h.Label}").Split(" · "))
                .Where(label => label != "EEA: 31 places")
                .Select(label => label.Split(": "))
                .Select(parts => (parts[0], int.Parse(parts[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))),
        ];
    }

    [Fact]
    public void Of_outside_it_counts_the_places_outside()
    {
        int all = Workspace.Empty.Model.Jurisdictions.Nodes.Length;
        Assert.Equal([("Club", 2)], Hints("to Club"));
        int outside = Assert.Single(Hints("to outside Club")).Places;
        Assert.InRange(outside, all - 10, all - 2);
        (string after, int both) = Assert.Single(Hints("to outside Club, Duo"));
        Assert.Equal("outside Club, Duo", after);
        Assert.True(both < outside);
        Assert.Equal(outside - Count("FR"), Assert.Single(Hints("to outside FR, Club")).Places);
        Assert.Empty(Hints("to outside Club except FR"));
    }

    // The place and what lies in it.
    private static int Count(string place) => Workspace.Empty.Model.Jurisdictions.Nodes.Count(n => n.IsWithin(Workspace.Empty.Model.Jurisdictions.Find(place)!));
}
