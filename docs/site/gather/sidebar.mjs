// The order of the pages. Titles come from the pages; a page that no group names stands in a last one.
export const GROUPS = [
  ['Begin', ['start/index', 'start/lawyer', 'start/maintainer', 'start/developer', 'language/tour', 'installing', 'faq', 'comparison']],
  ['Language', ['language/reference', 'language/exceptions', 'language/semantics', 'language/project-file', 'glossary', 'drafting-guide', 'language/second-edition']],
  ['Reference, by construct', 'language/reference/'],
  ['Law', ['law-library', 'law/index', 'examples/index'], 'examples/'],
  ['Checking', ['output', 'ci', 'report', 'diagnostics/index']],
  ['Comparing and negotiating', ['analyses', 'analyses-comparisons']],
  ['In programs', ['models', 'exchange', 'odrl', 'mcp', 'editors', 'browser', 'protocol']],
  ['Inside', ['architecture', 'engine', 'performance', 'CHANGELOG', 'docs']],
];

/** Pages that are reached from a list of their own. */
const LISTED = [/^index$/, /^law\/./, /^diagnostics\/./];

/**
 * @param titles Route → title.
 * @param law Routes and names of the instruments, by legal order.
 * @param diagnostics Codes and titles.
 */
export function sidebars(titles, law, diagnostics, families) {
  const placed = new Set();
  const item = (route) => {
    if (!titles.has(route)) {
      throw new Error(`The sidebar names ${route}, which is no page`);
    }

    placed.add(route);
    return { text: titles.get(route), link: link(route) };
  };
  const below = (prefix) => [...titles.keys()].filter((r) => r.startsWith(prefix) && !placed.has(r)).sort().map(item);
  const main = GROUPS.map(([text, ...lists]) => ({
    text,
    collapsed: typeof lists[0] === 'string',
    items: lists.flatMap((list) => (typeof list === 'string' ? below(list) : list.map(item))),
  }));
  const others = [...titles.keys()].filter((r) => !placed.has(r) && !LISTED.some((l) => l.test(r))).map(item);
  if (others.length > 0) {
    main.push({ text: 'More', items: others });
  }

  const lawBar = [{ text: 'Law library', items: [item('law-library'), item('law/index')] }, ...law.map(([order, list]) => ({ text: order, items: list.map(({ name, route }) => ({ text: name, link: link(route) })) }))];
  const diagnosticsBar = [
    { text: 'Diagnostics', items: [item('diagnostics/index')] },
    ...families.map(([family, text]) => ({
      text, collapsed: true, items: diagnostics.filter((d) => d.code.startsWith(family)).map((d) => ({ text: `${d.code} ${d.title}`, link: `/diagnostics/${d.code}` })),
    })),
  ];
  return { '/law/': lawBar, '/diagnostics/': diagnosticsBar, '/': main };
}

const link = (route) => `/${route.replace(/(^|\/)index$/, '$1')}`;
