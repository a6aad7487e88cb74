using PolicyLang.Syntax;

namespace PolicyLang.LanguageService;

/// <summary>The skeletons of declarations and clauses, with places to fill in, in the protocol's snippet syntax.</summary>
internal static class Snippets
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["framework"] =
            "framework ${1:Name} \"${2:Title}\" {\n  citation  \"${3:Citation}\"\n  authority ${4:EU}\n  rank      "
            + "${5|statute,treaty,regulation,decision,guideline,policy,constitution|}\n  in force  from ${6:2025-01-01}\n\n  $0\n}",
        ["scenario"] =
            "scenario \"${1:What happens}\" {\n  ${2:Exporter} ${3:transfer} ${4:PersonalData}\n  from ${5:DE} to ${6:US}\n  on "
            + "${7:2025-01-01}\n  expect ${8|permitted,prohibited,unregulated,conflicting|}\n}\n$0",
        ["check"] = "check \"${1:What always holds}\" {\n  ${2|never,always|} ${3|permitted,prohibited,conflicting,regulated|}: "
            + "${4:Exporter} ${5:transfer} ${6:Health}\n  from ${7:EEA} to ${8:outside EEA}\n}\n$0",
        ["acknowledge conflict between"] = "acknowledge conflict between ${1:A.B} and ${2:C.D}\n  because \"${3:Reason}\"\n$0",
        ["define"] = "define ${1:Name} as ${2:condition}\n$0",
        ["attribute"] = "attribute ${1:name} : ${2|flag,count,date|} \"${3:What it says}\"\n$0",
        ["taxonomy"] = "taxonomy ${1:name} \"${2:Title}\" {\n  ${3:Kind}\n}\n$0",
        ["bloc"] = "bloc ${1:Name} \"${2:Title}\" {\n  ${3:DE, FR} since ${4:2025-01-01}\n}\n$0",
        ["list"] = "list ${1:Name} \"${2:Title}\" : ${3:data} {\n  ${4:Health} since ${5:2025-01-01}\n}\n$0",
        ["assume"] = "assume \"${1:What never happens}\" never ${2:one} and ${3:other}\n$0",
        ["party"] = "party ${1:DE} {\n  adopts ${2:Framework} since ${3:2025-01-01}\n}\n$0",
        ["organisation"] = "organisation ${1:Name} \"${2:Title}\" under ${3:EU}\n$0",
        ["within"] = "within ${1:72} ${2|hours,days,weeks,months,years,working days|}$0",
        ["not before"] = "not before ${1:10} ${2|hours,days,weeks,months,years,working days|}$0",
        ["in force from"] = "in force from ${1:2025-01-01}$0",
        ["adopted"] = "adopted ${1:2025-01-01}$0",
        ["citation"] = "citation \"$1\"$0",
        ["source"] = "source <${1:https://}>$0",
        ["cites"] = "cites \"${1:Art. 1}\"$0",
        ["on"] = "on ${1:2025-01-01}$0",
    };

    /// <summary>The skeleton that a word begins; null where it has none.</summary>
    public static string? Find(string word) => Texts.TryGetValue(word, out string? text) ? text : ClauseKinds.InfoOf(word)?.Skeleton;
}
