using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Core.Tests.LanguageService;

/// <summary>All pairs of clauses of which one prevails are those that each clause tells of itself.</summary>
public sealed class OverridesTests
{
    private const string Text = """
        framework Act { authority EU rank statute in force from 2018-05-25
          transfer Bar { Exporter must not transfer PersonalData from EEA to outside EEA subject to Free }
          transfer Free { Exporter may transfer PersonalData from EEA to JP }
          transfer Special { Exporter may transfer Health from EEA to KR }
        }
        framework Rule { authority EU rank regulation in force from 2019-01-01
          transfer Low { Exporter may transfer PersonalData from EEA to US }
        }
        """;

    [Fact]
    public void All_of_them_are_those_of_each_clause()
    {
        Workspace workspace = Workspace.Empty.With("law.policy", Text);
        string[] all = [.. Overrides.All(workspace, TestContext.Current.CancellationToken).Select(o => $"{o.Upper} > {o.Lower}")];
        IEnumerable<string> below = workspace.Model.Clauses
            .SelectMany(c => Overrides.Below(workspace, c, TestContext.Current.CancellationToken).Select(o => $"{c} > {o.Clause}"));
        IEnumerable<string> above = workspace.Model.Clauses
            .SelectMany(c => Overrides.Above(workspace, c, TestContext.Current.CancellationToken).Select(o => $"{o.Clause} > {c}"));

        Assert.Equal(["Act.Bar > Rule.Low", "Act.Free > Act.Bar", "Act.Special > Act.Bar"], all);
        Assert.Equal(all, below.Order(StringComparer.Ordinal));
        Assert.Equal(all, above.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_says_why()
    {
        Workspace workspace = Workspace.Empty.With("law.policy", Text);
        Assert.Equal(
            [(Principle.Superior, null), (Principle.Explicit, "subject to Act.Free"), (Principle.Specialis, null)],
            Overrides.All(workspace, TestContext.Current.CancellationToken).Select(o => (o.By, o.Said)));
    }
}
