// What the scripts of this folder share: how they are called, and how they print.

/** The options of the command line, in the place of their defaults, and the other arguments or what stands for none. */
export function options(named, otherwise) {
  const rest = [];
  for (let i = 2; i < process.argv.length; i++) process.argv[i] in named ? (named[process.argv[i]] = process.argv[++i]) : rest.push(process.argv[i]);
  return rest.length > 0 ? rest : otherwise;
}

/** A table in Markdown: a column is of numbers unless it says that it has text. */
export function table(columns, rows) {
  return [columns.map(c => c.name), columns.map(c => (c.text ? '---' : '---:')), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
