// The index of the law library, for people, and the line that uses an instrument.
import { monaco } from './editor/monaco';

export interface Instrument { name: string; title: string; order: string; path: string }

/** The instruments by legal order, as law/index.txt lists them. */
export async function instruments(): Promise<Instrument[]> {
  const answer = await fetch('server/law/index.txt');
  if (!answer.ok) {
    throw new Error(`The law library could not be fetched (${answer.status}).`);
  }

  let path = '';
  return (await answer.text()).split(/\r?\n/).flatMap(line => {
    const [word, name = '', ...title] = line.trim().split(' ');
    if (line !== '' && !line.startsWith(' ')) {
      path = word ?? '';
    }

    return word === 'framework' ? [{ name, title: title.join(' '), order: order(path), path }] : [];
  });
}

const orders: Record<string, string> = {
  br: 'Brazil', cn: 'China', convention108plus: 'Council of Europe', cptpp: 'Trade agreements', depa: 'Trade agreements', rcep: 'Trade agreements', tca: 'Trade agreements', usmca: 'Trade agreements',
  eu: 'European Union', gb: 'United Kingdom', globalcbpr: 'Global CBPR Forum', id: 'Indonesia', in: 'India', jp: 'Japan', kr: 'Korea', malabo: 'African Union', ru: 'Russia', un: 'United Nations', us: 'United States', vn: 'Viet Nam',
};

function order(path: string): string {
  const folder = path.split('/')[1] ?? '';
  return orders[folder] ?? folder.toUpperCase();
}

/** The names after "uses", wherever they stand in a text. */
export function used(text: string): Set<string> {
  return new Set([...text.matchAll(/^[ \t]*uses[ \t]+(.+)$/gm)].flatMap(([, names = '']) => names.replace(/\/\/.*$/, '').replace(/\bas of\b.*$/, '').split(',').map(name => name.trim())));
}

/** Adds an instrument to what a text uses, or takes it away; the reader can undo it. */
export function toggle(model: monaco.editor.ITextModel, name: string): void {
  const text = model.getValue();
  const line = /^[ \t]*uses[ \t]+(.+)$/m.exec(text);
  const edit = (start: number, end: number, put: string): void => {
    const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
    model.pushEditOperations([], [{ range: monaco.Range.fromPositions(from, to), text: put }], () => null);
  };
  if (used(text).has(name)) {
    const whole = new RegExp(`^[ \\t]*uses[ \\t]+${name}[ \\t]*(?:as of .*)?(?:\\r?\\n)?`, 'm').exec(text);
    const part = new RegExp(`(^[ \\t]*uses[^\\n]*?)(?:,[ \\t]*${name}\\b|\\b${name}[ \\t]*,[ \\t]*)`, 'm').exec(text);
    if (whole !== null) {
      edit(whole.index, whole.index + whole[0].length, '');
    } else if (part !== null) {
      edit(part.index + (part[1]?.length ?? 0), part.index + part[0].length, '');
    }
  } else if (line !== null && !/\bas of\b|\/\//.test(line[0])) {
    const end = line.index + line[0].trimEnd().length;
    edit(end, end, `, ${name}`);
  } else {
    const literate = model.uri.path.endsWith('.md') ? /^```policy.*\r?\n/m.exec(text) : null;
    const start = line?.index ?? (literate === null ? firstDeclaration(text) : literate.index + literate[0].length);
    edit(start, start, `uses ${name}\n${line === null ? '\n' : ''}`);
  }
}

// Comments at the head of a file stay there.
function firstDeclaration(text: string): number {
  return /^(?:[ \t]*(?:\/\/(?!\/).*)?\r?\n)*/.exec(text)?.[0].length ?? 0;
}
