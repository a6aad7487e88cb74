using PolicyLang.Cli.Inputs;
using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands;

/// <summary>The part of a vocabulary that belongs to one name.</summary>
internal static class VocabularySelection
{
    /// <summary>What has one of some names.</summary>
    /// <exception cref="InputException">One of them nothing has.</exception>
    public static VocabularyListing Select(ImmutableArray<string> names, VocabularyListing all)
    {
        ImmutableArray<VocabularyListing> parts = [.. names.Select(name => Select(name, all))];
        return names.Length == 0
            ? all
            : new VocabularyListing(
                [.. parts.SelectMany(p => p.Taxonomies)], [.. parts.SelectMany(p => p.Blocs)], [.. parts.SelectMany(p => p.Attributes)]);
    }

    /// <summary>What has the name: taxonomies, blocs and attributes; or an entry with all below it and the blocs that it belongs
    /// to.</summary>
    /// <exception cref="InputException">Nothing has it.</exception>
    private static VocabularyListing Select(string name, VocabularyListing all)
    {
        var found = new VocabularyListing(
            [.. all.Taxonomies.Select(taxonomy => taxonomy.Name == name
                ? taxonomy
                : taxonomy with { Entries = Below(name, taxonomy.Entries) }).Where(taxonomy => taxonomy.Entries.Length > 0)],
            [.. all.Blocs.Select(bloc => bloc.Name == name
                ? bloc
                : bloc with { Documentation = null, Members = [.. bloc.Members.Where(member => member.Name == name)] })
                .Where(bloc => bloc.Name == name || bloc.Members.Length > 0)],
            [.. all.Attributes.Where(attribute => attribute.Name == name)]);
        return found.Taxonomies.Length + found.Blocs.Length + found.Attributes.Length > 0 ? found : throw Unknown(name, all);
    }

    private static ImmutableArray<VocabularyEntry> Below(string name, ImmutableArray<VocabularyEntry> entries)
    {
        int first = entries.IndexOf(
            entries.FirstOrDefault(entry => entry.Name == name) ?? new VocabularyEntry(string.Empty, null, 0, null));
        return first < 0
            ? []
            : [entries[first], .. entries.Skip(first + 1).TakeWhile(entry => entry.Depth > entries[first].Depth)];
    }

    private static InputException Unknown(string name, VocabularyListing all)
    {
        string[] known =
        [
            .. all.Taxonomies.Select(taxonomy => taxonomy.Name),
            .. all.Taxonomies.SelectMany(taxonomy => taxonomy.Entries.Select(entry => entry.Name)),
            .. all.Blocs.Select(bloc => bloc.Name),
            .. all.Attributes.Select(attribute => attribute.Name),
        ];
        return new InputException(new InputProblem(
            ProjectDiagnostics.BadFact,
            $"The vocabulary has no '{name}'.",
            NearestName.Find(name, known) is { } near ? $"Did you mean '{near}'?" : "'policyc vocabulary' lists all names."));
    }
}
