namespace PolicyLang.Testing;

/// <summary>Project files, good, odd and hostile, and what every host says of each: "code line:column message help".</summary>
internal static class ProjectFileCases
{
    private const string Below = "Write a folder below that of the project file; '--output' on the command line may name any other.";
    private const string Object = "Write an object such as { \"name\": \"Transfers\", \"sources\": [\"laws/**/*.policy\"] }.";
    private const string Value = "Write a text in double quotes, a list in [ ] or an object in { }.";
    private const string Globs = "'sources' is a list of globs. Write \"sources\": [\"laws/**/*.policy\"].";
    private const string Principles = "'resolution' is a list of principles. Write \"resolution\": [\"superior\", \"specialis\"].";
    private const string Escape = "This is not a valid escape. After a backslash stands one of \" \\ / b f n r t, or u and four digits 0-9 a-f; a backslash itself is written \\\\.";
    private const string Deep = "Lists and objects lie in each other more than 64 deep. No setting of a project is nested so deep; remove the inner ones.";

    /// <summary>The cases by name.</summary>
    public static IReadOnlyDictionary<string, (string Json, string[] Expected)> All { get; } = new Dictionary<string, (string, string[])>(StringComparer.Ordinal)
    {
        ["nothing is said"] = ("{}", []),
        ["all is said"] = (
            """{ "$schema": "s", "name": "n", "edition": 1, "asOf": "today", "sources": ["**/*.policy"], "severities": { "PL3104": "off", "PL4003": "error" }, "resolution": ["specialis", "superior"], "output": { "format": "text", "failOn": "warning", "namespace": "A.B", "directory": "d" } }""",
            []),
        ["comments and trailing commas"] = ("// one\n{ /* two */ \"sources\": [\"*.policy\",], // three\n \"output\": { \"format\": \"text\", }, }\n/* four */ // five", []),
        ["a byte order mark"] = ("\uFEFF{ \"name\": \"n\" }", []),
        ["line ends of Windows"] = ("{\r\n  \"nmae\": 1\r\n}\r\n", ["PL7011 2:3 'nmae' is not a project setting. Did you mean 'name'?"]),
        ["escapes"] = ("""{ "na\u006de": "\"\\\/\b\f\n\r\t", "output": { "directory": "\u00e9" } }""", []),
        ["letters beyond the first plane"] = ("{ \"name\": \"😀\", \"x\": 1 }", ["PL7011 1:17 'x' is not a project setting. The settings are name, edition, asOf, mine, sources, exclude, uses, law, severities, resolution, output."]),
        ["a key that is not known"] = ("""{ "source": ["x"] }""", ["PL7011 1:3 'source' is not a project setting. Did you mean 'sources'?"]),
        ["a key of another kind"] = ("""{ "output": { "indent": { "deep": [1, true, null, -2.5e+10] } } }""", ["PL7011 1:15 'indent' is not an output setting. The settings are format, failOn, namespace, directory, visibility."]),
        ["a form that is not known"] = ("""{ "output": { "format": "xml" } }""", ["PL7011 1:25 'xml' is not an output format. The formats are text, json, sarif, github, msbuild, junit."]),
        ["a weight that fails nothing"] = ("""{ "output": { "failOn": "hint" } }""", ["PL7011 1:25 'hint' is not a severity. The severities are error, warning, information."]),
        ["no namespace"] = ("""{ "output": { "namespace": "a-b" } }""", ["PL7011 1:28 'a-b' is not a valid C# namespace. Write identifiers joined with dots, such as Acme.Policies."]),
        ["a reserved namespace"] = ("""{ "output": { "namespace": "Acme.class" } }""", ["PL7011 1:28 'Acme.class' is not a valid C# namespace. Write identifiers joined with dots, such as Acme.Policies."]),
        ["a finding that is not known"] = ("""{ "severities": { "PL8888": "off" } }""", ["PL7011 1:19 There is no finding 'PL8888'. 'policyc explain' lists them."]),
        ["an error that stays one"] = (
            """{ "severities": { "PL1010": "off" } }""",
            ["PL7011 1:19 'PL1010' stays an error: what could not be understood takes no part in conflicts and decisions. Remove the line, and correct the findings instead."]),
        ["a weight that is not known"] = ("""{ "severities": { "PL4003": "eror" } }""", ["PL7011 1:29 'eror' is not a severity. Did you mean 'error'?"]),
        ["a principle that is not known"] = ("""{ "resolution": ["superior", "lex"] }""", ["PL7011 1:30 There is no principle 'lex'. The principles are superior, specialis, posterior."]),
        ["explicit precedence is no choice"] = ("""{ "resolution": ["explicit"] }""", ["PL7011 1:18 There is no principle 'explicit'. The principles are superior, specialis, posterior."]),
        ["a principle twice"] = ("""{ "resolution": ["superior", "superior"] }""", []),
        ["findings in the order of the text"] = (
            """{ "x": 1, "output": { "format": "xml" }, "output": { "fromat": "text" }, "y": 2 }""",
            [
                "PL7011 1:3 'x' is not a project setting. The settings are name, edition, asOf, mine, sources, exclude, uses, law, severities, resolution, output.",
                "PL7013 1:42 'output' is said twice; the last one counts. Keep one of them.",
                "PL7011 1:54 'fromat' is not an output setting. Did you mean 'format'?",
                "PL7011 1:74 'y' is not a project setting. The settings are name, edition, asOf, mine, sources, exclude, uses, law, severities, resolution, output.",
            ]),
        ["a code twice"] = ("""{ "severities": { "PL4003": "off", "PL4003": "error" } }""", ["PL7013 1:36 'PL4003' is said twice; the last one counts. Keep one of them."]),
        ["what is excluded"] = ("""{ "exclude": ["drafts/**"] }""", []),
        ["what is excluded, as a text"] = ("""{ "exclude": "drafts" }""", ["PL7010 1:14 'exclude' is a list of globs. Write \"exclude\": [\"drafts/**\"]."]),
        ["an output above the project"] = ("""{ "output": { "directory": "../out" } }""", ["PL7010 1:28 '../out' is outside of the project. " + Below]),
        ["an output that climbs out on the way"] = ("""{ "output": { "directory": "a/../../out" } }""", ["PL7010 1:28 'a/../../out' is outside of the project. " + Below]),
        ["an output anywhere"] = ("""{ "output": { "directory": "/tmp/out" } }""", ["PL7010 1:28 '/tmp/out' is outside of the project. " + Below]),
        ["an output on another drive"] = ("""{ "output": { "directory": "C:\\out" } }""", ["PL7010 1:28 'C:\\out' is outside of the project. " + Below]),
        ["an output that is nowhere"] = ("""{ "output": { "directory": "" } }""", ["PL7010 1:28 'directory' names no folder. Write \"directory\": \"Generated\"."]),
        ["an empty file"] = ("", ["PL7010 1:1 A value is expected, and the file ends. " + Value]),
        ["a comment alone"] = ("// nothing", ["PL7010 1:11 A value is expected, and the file ends. " + Value]),
        ["a list"] = ("[1, 2]", ["PL7010 1:1 A project file is a JSON object. " + Object]),
        ["null"] = ("null", ["PL7010 1:1 A project file is a JSON object. " + Object]),
        ["sources of the wrong kind"] = ("""{ "sources": "laws" }""", ["PL7010 1:14 " + Globs]),
        ["a source of the wrong kind"] = ("{\n  \"sources\": [\"a\", 1]\n}", ["PL7010 2:20 " + Globs]),
        ["a name of the wrong kind"] = ("""{ "name": 1 }""", ["PL7010 1:11 'name' is a text. Write \"name\": \"…\"."]),
        ["severities of the wrong kind"] = ("""{ "severities": [] }""", ["PL7010 1:17 'severities' is an object. Write \"severities\": { \"PL3104\": \"off\" }."]),
        ["a weight of the wrong kind"] = (
            """{ "severities": { "PL4003": false } }""",
            ["PL7010 1:29 A severity is a text. Write \"PL4003\": \"warning\", or another of error, warning, information, hint, off."]),
        ["principles of the wrong kind"] = ("""{ "resolution": {} }""", ["PL7010 1:17 " + Principles]),
        ["a principle of the wrong kind"] = ("""{ "resolution": [["superior"]] }""", ["PL7010 1:18 " + Principles]),
        ["an output of the wrong kind"] = ("""{ "output": "sarif" }""", ["PL7010 1:13 'output' is an object. Write \"output\": { \"format\": \"sarif\" }."]),
        ["a setting of the output of the wrong kind"] = ("""{ "output": { "format": ["text"] } }""", ["PL7010 1:25 'format' is a text. Write \"format\": \"…\"."]),
        ["an edition that there is not"] = ("""{ "edition": 3 }""", ["PL7011 1:14 There is no edition 3 of the language. The editions are 1 and 2."]),
        ["an edition of the wrong kind"] = ("""{ "edition": "1" }""", ["PL7010 1:14 'edition' is a number. Write \"edition\": 1."]),
        ["what is mine"] = ("""{ "mine": ["AcmePolicy", "DE"] }""", []),
        ["what is mine, as a text"] = ("""{ "mine": "AcmePolicy" }""", ["PL7010 1:11 'mine' is a list of frameworks and legal orders. Write \"mine\": [\"AcmePolicy\"]."]),
        ["the day of today"] = ("""{ "asOf": "today" }""", []),
        ["a day"] = ("""{ "asOf": "2026-01-31" }""", []),
        ["a day that there is not"] = ("""{ "asOf": "2026-02-31" }""", ["PL7010 1:11 'asOf' is a day. Write \"asOf\": \"today\", or year-month-day, for example \"2026-01-31\"."]),
        ["a day of the wrong kind"] = ("""{ "asOf": 2026 }""", ["PL7010 1:11 'asOf' is a day. Write \"asOf\": \"today\", or year-month-day, for example \"2026-01-31\"."]),
        ["an edition that is none"] = ("""{ "edition": true }""", ["PL7010 1:14 'edition' is a number. Write \"edition\": 1."]),
        ["no value"] = ("{\n \"name\": }", ["PL7010 2:10 A value is expected, not '}'. " + Value]),
        ["no value before the end"] = ("""{ "output": """, ["PL7010 1:13 A value is expected, and the file ends. " + Value]),
        ["no end"] = ("""{ "name": "n" """, ["PL7010 1:15 A '}' is missing, and the file ends. Put a comma between two items, and '}' after the last."]),
        ["no comma"] = ("""{ "name": "n" "sources": [] }""", ["PL7010 1:15 A comma or '}' is expected, not '\"'. Put a comma between two items, and '}' after the last."]),
        ["two commas"] = ("""{ "sources": ["a",, "b"] }""", ["PL7010 1:19 A value is expected, not ','. " + Value]),
        ["no colon"] = ("""{ "name" "n" }""", ["PL7010 1:10 ':' is expected after the name of a setting. Write ':' here."]),
        ["a name without quotes"] = ("{ name: 1 }", ["PL7010 1:3 The name of a setting is expected. Write it in double quotes, with a colon after it."]),
        ["quotes of another kind"] = ("{ \"name\": 'n' }", ["PL7010 1:11 A value is expected, not '''. " + Value]),
        ["a word that is no value"] = ("""{ "name": nul }""", ["PL7010 1:11 A value is expected, not 'n'. " + Value]),
        ["a number with zeros before it"] = ("""{ "x": 007 }""", ["PL7010 1:8 A value is expected, not '0'. " + Value]),
        ["a huge number"] = ($$"""{ "x": {{new string('9', 100_000)}}e{{new string('9', 1_000)}} }""", ["PL7011 1:3 'x' is not a project setting. The settings are name, edition, asOf, mine, sources, exclude, uses, law, severities, resolution, output."]),
        ["text after the end"] = ("{} x", ["PL7010 1:4 There is 'x' after the end. Remove what stands after the last brace."]),
        ["a second value"] = ("{} {}", ["PL7010 1:4 There is '{' after the end. Remove what stands after the last brace."]),
        ["a text without an end"] = ("{ \"name\": \"n", ["PL7010 1:11 The text has no closing quote. Write the closing quote."]),
        ["a text over two lines"] = ("{ \"name\": \"n\n\" }", ["PL7010 1:11 The text does not end on its line. Write the closing quote; a line break inside is written \\n, a tab \\t."]),
        ["an escape that is none"] = ("""{ "name": "\x" }""", ["PL7010 1:12 " + Escape]),
        ["an escape cut off"] = ("""{ "name": "\u00""", ["PL7010 1:12 " + Escape]),
        ["an escape with a sign"] = ("""{ "name": "\u+123" }""", ["PL7010 1:12 " + Escape]),
        ["a comment without an end"] = ("{ /* }", ["PL7010 1:3 The comment has no end. Write */ after it."]),
        ["a slash"] = ("{ / }", ["PL7010 1:3 There is a '/' that does not begin a comment. A comment is // to the end of the line, or /* … */."]),
        ["another blank"] = ("{\u00A0}", ["PL7010 1:2 The name of a setting is expected. Write it in double quotes, with a colon after it."]),
        ["lists in lists"] = (new string('[', 100_000), ["PL7010 1:65 " + Deep]),
        ["objects in objects"] = ("{ \"x\": " + string.Concat(Enumerable.Repeat("{\"x\":", 100_000)), ["PL7010 1:323 " + Deep]),
        ["as deep as may be"] = ("{ \"x\": " + new string('[', 63) + new string(']', 63) + " }", ["PL7011 1:3 'x' is not a project setting. The settings are name, edition, asOf, mine, sources, exclude, uses, law, severities, resolution, output."]),
        ["many names"] = (
            "{" + string.Join(",", Enumerable.Repeat("\"name\":\"n\"", 2_000)) + "}",
            [.. Enumerable.Range(1, 1_999).Select(i => $"PL7013 1:{2 + (11 * i)} 'name' is said twice; the last one counts. Keep one of them.")]),
    };
}
