using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Repairs;

/// <summary>What a party may declare where its law breaks a treaty: that it invokes a leave, or reserves the clause.</summary>
/// <param name="trees">The files.</param>
/// <param name="own">Whose declarations may be made.</param>
internal sealed class PartyAmendments(IReadOnlyList<SyntaxTree> trees, OwnLaw own)
{
    /// <summary>One for each party, leave and clause; each stands in a block of its own behind the treaty.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="clauses">Its clauses.</param>
    public IEnumerable<Amendment> Find(Conflict conflict, ImmutableArray<ClauseSymbol> clauses)
    {
        foreach (ConcernedParty party in conflict.Parties.Where(p => own.MayDeclare(p.Party) && !p.Days.IsEmpty))
        {
            string since = $"since {party.Days[0].From}";
            foreach (ClauseSymbol measure in clauses.Where(c => c.Meaning?.LawModality is null))
            {
                foreach (PossibleExcuse excuse in conflict.Excuses)
                {
                    string words = $"party {party.Party} {{ invokes {excuse.Clause} for {measure.QualifiedName} {since} }}";
                    foreach (FileEdit edit in Behind(excuse.Clause.Split('.')[0], words))
                    {
                        yield return new Amendment(
                            RepairKind.Invoke, measure.QualifiedName,
                            $"Let {party.Party} invoke {excuse.Clause} for {measure.QualifiedName} {since}", edit);
                    }
                }
            }

            foreach (ClauseSymbol clause in clauses.Where(c => c.Meaning?.LawModality is not null && !Adopts(party.Party, c)))
            {
                foreach (FileEdit edit in Behind(
                    clause.Framework.Name,
                    $"party {party.Party} {{ adopts {clause.Framework.Name} {since} reserving {clause.QualifiedName} }}"))
                {
                    yield return new Amendment(
                        RepairKind.Reserve, clause.QualifiedName,
                        $"Let {party.Party} reserve {clause.QualifiedName} {since}", edit);
                }
            }
        }
    }

    // Where a file says that the party adopts the treaty, that is amended.
    private bool Adopts(string party, ClauseSymbol clause) => trees.SelectMany(t => t.Declarations).Any(d =>
        d.Node is PartySyntax adopter && adopter.Name.Text == party
            && adopter.Adoptions.Any(a => a.Framework.Text == clause.Framework.Name));

    private IEnumerable<FileEdit> Behind(string framework, string words) =>
        from tree in trees
        from unit in tree.Frameworks
        where unit.Head.Node.Name.Text == framework
        select new FileEdit(tree.File, new TextEdit(new TextSpan(unit.Span.End, 0), $"\n\n{words}"));
}
