using PolicyLang.Diagnostics;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Repairs.Hypotheses;

/// <summary>Where the files say that a party is one to an instrument.</summary>
/// <param name="workspace">The law.</param>
/// <param name="framework">The instrument.</param>
/// <param name="party">The party.</param>
internal sealed class Membership(Workspace workspace, string framework, string party)
{
    /// <summary>The first day on which an instrument binds a party; null where it never does.</summary>
    public static string? FirstDay(Workspace workspace, string framework, string party) => workspace.Ask<string?>(
        "Since when a party is one",
        rules =>
        {
            FrameworkSymbol? instrument = rules.Model.Frameworks.FirstOrDefault(f => f.Name == framework);
            TreatyParty? bound = instrument is null ? null : rules.Parties.Parties(instrument).FirstOrDefault(p => p.Place.Name == party);
            if (bound is null || rules.Compiler.Date is not { } date)
            {
                return null;
            }

            ImmutableArray<(long First, long Last)> days =
                rules.Space.Regions.ValuesOf(rules.Parties.BoundDays(bound), rules.Space.VariableOf(date));
            return days.IsEmpty ? null : new CalendarDay((int)days[0].First).ToString();
        },
        out _,
        CancellationToken.None).Or(null);

    /// <summary>The edits after which the party is none from a day on, or at all.</summary>
    /// <param name="day">The first day on which it is none; null for all days.</param>
    public ImmutableArray<FileEdit> End(CalendarDay? day)
    {
        Symbol? authority = workspace.Model.Frameworks.FirstOrDefault(f => f.Name == framework)?.Authority;
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        foreach (SyntaxTree tree in workspace.Trees)
        {
            foreach (PositionedNode<DeclarationSyntax> declaration in tree.Declarations)
            {
                switch (declaration.Node)
                {
                    case PartySyntax adopter when adopter.Name.Text == party:
                        edits.AddRange(Adoptions(tree, declaration, adopter, day));
                        break;
                    case BlocSyntax bloc when authority is BlocSymbol && bloc.Name.Text == authority.Name:
                        edits.AddRange(Entries(tree, declaration, bloc, day));
                        break;
                }
            }
        }

        return edits.ToImmutable();
    }

    private IEnumerable<FileEdit> Adoptions(
        SyntaxTree tree, PositionedNode<DeclarationSyntax> declaration, PartySyntax adopter, CalendarDay? day)
    {
        foreach (AdoptionSyntax adoption in adopter.Adoptions.Where(a => a.Framework.Text == framework && a.Since is not null))
        {
            if (adoption.Since is { } since && day is { } from && since.Day < from)
            {
                string last = $" until {Before(from)}";
                TextSpan place = adoption.Until is { } until
                    ? declaration.Absolute(until.Span)
                    : new TextSpan(declaration.Absolute(since.Span).End, 0);
                yield return new FileEdit(tree.File, new TextEdit(place, adoption.Until is null ? last : Before(from)));
            }
            else
            {
                bool alone = adopter.Adoptions.Length + adopter.Invocations.Length == 1;
                TextSpan span = declaration.Absolute(alone ? adopter.Span : adoption.Span);
                yield return new FileEdit(tree.File, new TextEdit(span, string.Empty));
            }
        }
    }

    // Without the party; where a day is named, with an entry until then.
    private IEnumerable<FileEdit> Entries(
        SyntaxTree tree, PositionedNode<DeclarationSyntax> declaration, BlocSyntax bloc, CalendarDay? day)
    {
        foreach (BlocEntrySyntax entry in bloc.Entries.Where(e => e.Members.Any(m => m.Text == party)))
        {
            TextSpan whole = declaration.Absolute(entry.Span);
            string text = tree.Text.Content;
            int names = declaration.Absolute(entry.Members[entry.Members.Length - 1].Span).End;
            string rest = text.Substring(names, whole.End - names);
            string[] others = [.. entry.Members.Select(m => m.Text).Where(m => m != party)];
            string kept = others.Length == 0 ? string.Empty : $"{string.Join(", ", others)}{rest}";
            string own = day is not { } from || (entry.Since is { } since && since.Day >= from) ? string.Empty
                : $" {party}{(entry.Since is null ? string.Empty : $" since {entry.Since.Day}")} until {Before(from)}"
                    + (entry.When is null ? string.Empty : text.Substring(When(declaration, entry), whole.End - When(declaration, entry)));
            yield return new FileEdit(tree.File, new TextEdit(whole, kept + own));
        }
    }

    // Where "when …" begins.
    private static int When(PositionedNode<DeclarationSyntax> declaration, BlocEntrySyntax entry) =>
        declaration.Absolute((entry.Until ?? entry.Since)?.Span ?? entry.Members[entry.Members.Length - 1].Span).End;

    private static string Before(CalendarDay day) => new CalendarDay(day.Number - 1).ToString();
}
