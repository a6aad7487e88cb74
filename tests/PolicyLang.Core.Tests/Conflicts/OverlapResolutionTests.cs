using PolicyLang.Conflicts;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Conflicts;

/// <summary>What resolves an overlap is told for all of it.</summary>
public sealed class OverlapResolutionTests
{
    private const string General = "transfer Bar { any must not transfer PersonalData from DE, FR to US } ";
    private const string Special = "transfer Free { any may transfer Health from DE, FR to US } ";

    [Fact]
    public void One_clause_prevails_in_all_of_it()
    {
        Conflict conflict = Law.Of(Law.Framework("F", "EU", General + Special)).Conflict("F.Bar", "F.Free");
        Assert.Equal("F.Free", conflict.Resolution?.Prevails);
        Assert.Empty(conflict.Resolution?.Elsewhere ?? []);
        Assert.EndsWith(" F.Free prevails there (lex specialis).", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_clause_prevails_in_part_and_another_in_the_rest()
    {
        Workspace workspace = Law.Of(Law.Framework("F", "EU", General + Special + "transfer Stop { any must not transfer Health from DE to US }"));
        Conflict conflict = workspace.Conflict("F.Bar", "F.Free");
        Assert.Equal(["F.Free", "F.Stop"], conflict.Resolution?.All().Select(r => r.Prevails).Order(StringComparer.Ordinal));
        Assert.Contains("in part F.Free prevails (lex specialis)", conflict.Message, StringComparison.Ordinal);
        Assert.Contains("in part F.Stop prevails (lex specialis)", conflict.Message, StringComparison.Ordinal);
    }
}
