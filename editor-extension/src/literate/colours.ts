// Colours policy text for a page, by the grammar that colours it in the editor. Free of VS Code.
import grammar from '../../syntaxes/policy.tmLanguage.json';

interface Rule { name?: string; match?: string; begin?: string; end?: string; captures?: Record<string, { name: string }>; include?: string; patterns?: Rule[] }

export interface Piece { text: string; scope?: string }

const repository: Record<string, { patterns: Rule[] }> = grammar.repository;
const flags = 'gmu';

const rules = (grammar.patterns as Rule[]).flatMap(rule => flat(rule)).map(rule => ({ rule, expression: new RegExp(rule.match ?? rule.begin ?? '', flags) }));

function flat(rule: Rule): Rule[] {
  return rule.include === undefined ? [rule] : (repository[rule.include.slice(1)]?.patterns ?? []).flatMap(flat);
}

/** The text in pieces, each with its scope where it has one; together they are the text. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  const add = (piece: string, scope?: string): void => { if (piece !== '') { found.push(scope === undefined ? { text: piece } : { text: piece, scope }); } };
  // What each rule finds next is sought again only once it is behind.
  const next = rules.map(() => undefined as RegExpExecArray | null | undefined);
  let at = 0;
  while (at < text.length) {
    let first: { match: RegExpExecArray; rule: Rule } | undefined;
    rules.forEach(({ rule, expression }, n) => {
      const known = next[n];
      if (known === undefined || (known !== null && known.index < at)) {
        expression.lastIndex = at;
        next[n] = expression.exec(text);
      }

      const match = next[n];
      if (match != null && (first === undefined || match.index < first.match.index)) {
        first = { match, rule };
      }
    });
    if (first === undefined) {
      break;
    }

    const { match, rule } = first;
    add(text.slice(at, match.index));
    at = match.index + Math.max(match[0].length, 1);
    if (rule.end !== undefined) {
      const end = new RegExp(rule.end, flags);
      end.lastIndex = at;
      const closing = end.exec(text);
      at = closing === null ? text.length : closing.index + closing[0].length;
      add(text.slice(match.index, at), rule.name);
    } else if (rule.captures !== undefined) {
      let from = match.index;
      for (const [n, { name }] of Object.entries(rule.captures)) {
        const word = match[Number(n)] ?? '';
        const start = text.indexOf(word, from);
        add(text.slice(from, start));
        add(word, name);
        from = start + word.length;
      }

      add(text.slice(from, at));
    } else {
      add(text.slice(match.index, at), rule.name);
    }
  }

  add(text.slice(at));
  return found;
}

/** The class that VS Code's own Markdown preview has for such text, so that it follows the theme. */
export function classOf(scope: string): string | undefined {
  const kinds: [string, string][] = [['comment', 'hljs-comment'], ['string', 'hljs-string'], ['constant.numeric', 'hljs-number'], ['constant.language', 'hljs-literal'], ['entity.name', 'policy-title'], ['keyword.control.modality', 'hljs-keyword policy-modality'], ['keyword.operator.comparison', ''], ['storage', 'hljs-keyword'], ['keyword', 'hljs-keyword']];
  return kinds.find(([start]) => scope.startsWith(start))?.[1] || undefined;
}
