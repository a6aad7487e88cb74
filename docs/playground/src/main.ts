import { element } from '../../../editor-extension/src/pages/web/dom';
import { fromDiagnostic, fromRange, type LspDiagnostic } from './editor/convert';
import { Files, uriOf } from './editor/files';
import { language, registerLanguage } from './editor/language';
import { monaco } from './editor/monaco';
import { registerProviders } from './editor/providers';
import { find, isForeign, keep, longAddress, write } from './keep';
import type { Draft } from './fragment';
import { instruments, toggle, used } from './law';
import { notice } from './notice';
import { askPanel } from './panels/ask';
import { conflictsPanel } from './panels/conflicts';
import { csharpPanel } from './panels/csharp';
import { findingsPanel } from './panels/findings';
import { matrixPanel } from './panels/matrix';
import type { Page } from './panels/panel';
import { timelinePanel } from './panels/timeline';
import { pick } from './picker';
import { Results } from './results';
import { PolicyServer } from './server';
import { studies } from './studies';
import { followTheme } from './theme';

declare const VERSION: string;

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

(globalThis as { MonacoEnvironment?: monaco.Environment }).MonacoEnvironment = {
  getWorker: () => new Worker(new URL('editor.worker.js', document.baseURI), { type: 'module' }),
};

const server = new PolicyServer();
registerLanguage();
byId('editor').replaceChildren();
const editor = monaco.editor.create(byId('editor'), {
  model: null,
  ariaLabel: 'Policy text. Control and M lets the Tab key leave the editor.',
  automaticLayout: true,
  'semanticHighlighting.enabled': true,
  minimap: { enabled: false },
  wordWrap: 'on',
  wrappingIndent: 'indent',
  fontSize: 14,
  lineHeight: 21,
  padding: { top: 12, bottom: 12 },
  scrollBeyondLastLine: false,
  tabSize: 2,
  fixedOverflowWidgets: true,
  lineNumbersMinChars: 3,
  quickSuggestions: { other: true, comments: false, strings: false },
  suggest: { showWords: false },
  acceptSuggestionOnEnter: 'smart',
  // The form of a whole clause covers what is written; Ctrl+Shift+Space shows it.
  parameterHints: { enabled: false },
  renderWhitespace: 'none',
  unicodeHighlight: { ambiguousCharacters: false },
});
followTheme(byId('theme'));

const found = new Map<string, readonly LspDiagnostic[]>();
const files = new Files(server, editor, byId('files'));
const providers = registerProviders(server, uri => found.get(uri) ?? [], { tokenTypes: ['keyword', 'namespace', 'function', 'enum', 'enumMember', 'property', 'variable', 'type', 'string', 'number'], tokenModifiers: ['modality'] });

const page: Page = {
  server,
  get uri() { return files.uri; },
  findings: () => [...found].map(([uri, list]) => ({ uri, found: list })).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
  nameOf: uri => decodeURIComponent(uri.replace(/^file:\/\/\//, '')),
  open: place => void files.reveal(place.uri, fromRange(place.range)),
  apply: edit => {
    // By model, so that the reader can undo it where it happened.
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
      const model = monaco.editor.getModel(monaco.Uri.parse(uri));
      model?.pushStackElement();
      model?.pushEditOperations([], edits.map(one => ({ range: fromRange(one.range), text: one.newText })), () => null);
      model?.pushStackElement();
    }

    notice('Changed. Undo with Ctrl+Z in the editor.');
    editor.focus();
  },
  fix: place => void files.reveal(place.uri, fromRange({ start: place.range.start, end: place.range.start })).then(() => editor.trigger('findings', 'editor.action.quickFix', {})),
  again: () => results.again(),
};
const results = new Results(page, [findingsPanel, conflictsPanel, matrixPanel, timelinePanel, askPanel, csharpPanel]);

files.onChange = () => {
  keep(() => files.draft);
  results.outdate();
};
server.onReady = () => {
  showStarting('Reading the vocabulary and the law you use…');
  document.documentElement.dataset['server'] = 'ready';
};
server.onRestart = () => {
  found.clear();
  showStarting('The checker had stopped and starts again with your draft.');
};
server.onFailed = sentence => {
  showStarting('');
  byId('state').replaceChildren(element('p', { class: 'problem', role: 'alert' }, `${sentence} Reload the page; your draft is kept.`));
};
server.onNotification = (method, params: never) => {
  if (method === 'textDocument/publishDiagnostics') {
    take(params as { uri: string; diagnostics: LspDiagnostic[]; version?: number });
  } else if (method === 'window/showMessage') {
    notice((params as { message: string }).message);
  }
};

function take({ uri, diagnostics }: { uri: string; diagnostics: LspDiagnostic[] }): void {
  if (files.names.some(name => uriOf(name).toString() === uri)) {
    found.set(uri, diagnostics);
  } else {
    found.delete(uri);
  }

  const model = monaco.editor.getModel(monaco.Uri.parse(uri));
  if (model !== null) {
    monaco.editor.setModelMarkers(model, language, diagnostics.map(fromDiagnostic));
  }

  const all = [...found.values()].flat();
  byId('state').hidden = true;
  results.badge('findings', all.length);
  document.documentElement.dataset['checked'] = String(Number(document.documentElement.dataset['checked'] ?? 0) + 1);
  providers.refresh();
  results.settle();
}

function showStarting(text: string): void {
  const state = byId('state');
  state.hidden = false;
  state.replaceChildren(element('progress', { 'aria-label': 'Starting the checker' }), ' ', element('span', {}, text));
}

monaco.editor.registerEditorOpener({
  openCodeEditor: (_, resource, at) => {
    const range = at === undefined ? undefined : 'startLineNumber' in at ? at : { startLineNumber: at.lineNumber, startColumn: at.column, endLineNumber: at.lineNumber, endColumn: at.column };
    return files.reveal(resource.toString(), range);
  },
});
monaco.editor.registerLinkOpener({
  open: resource => {
    window.open(resource.toString(true), '_blank', 'noopener,noreferrer');
    return true;
  },
});
monaco.editor.registerCommand('policy.showConflict', () => results.choose('conflicts'));
monaco.editor.registerCommand('policy.matrix', () => results.choose('matrix'));
monaco.editor.registerCommand('policy.preview', () => results.choose('csharp'));
monaco.editor.registerCommand('policy.runScenario', async (_, uri: string, id: string) => {
  const { results: run } = await server.request('policy/runScenarios', { uri, ids: [id] } as { ids: string[] });
  const [one] = run;
  notice(one === undefined ? 'This scenario is gone.' : one.passed ? `Passed: ${one.expected}.` : `Failed: ${one.message}`);
});
monaco.editor.onDidCreateModel(model => model.onWillDispose(() => found.delete(model.uri.toString())));

byId('format').addEventListener('click', () => {
  editor.focus();
  void editor.getAction('editor.action.formatDocument')?.run();
});
byId('share').addEventListener('click', () => void share());
byId('open-studies').addEventListener('click', () => void chooseStudy());
byId('open-law').addEventListener('click', () => void chooseLaw());
byId('add-file').addEventListener('click', () => {
  const name = prompt('Name of the new file', `part-${files.names.length + 1}.policy`);
  const problem = name === null ? undefined : files.add(name.trim());
  if (problem !== undefined) {
    notice(problem);
  }
});
addEventListener('hashchange', () => {
  if (isForeign()) {
    void load();
  }
});

async function share(): Promise<void> {
  const address = await write(files.draft);
  const long = address.length > longAddress ? ' It is long; some programs cut such links.' : '';
  try {
    await navigator.clipboard.writeText(address);
    notice(`Link copied. The draft is in the link itself, and on no server.${long}`);
  } catch {
    notice(`Copy the address of this page: it holds the draft.${long}`);
  }
}

async function chooseStudy(): Promise<void> {
  const list = await studies();
  const choice = await pick('Examples', 'Real instruments with their sources, and what follows from them. You can go back to your draft afterwards.', list.map(study => ({ group: '', name: study.title, title: study.about })));
  const study = list.find(one => one.title === choice?.name);
  if (study !== undefined) {
    const before = files.draft;
    files.load(await study.read());
    offerBack(before, 'This is an example. ');
  }
}

async function chooseLaw(): Promise<void> {
  const model = editor.getModel();
  const name = files.open;
  if (model === null || name === 'policy.json') {
    notice('Open a policy file first: the law it uses is named in it.');
    return;
  }

  files.show(name);
  const inUse = used(editor.getModel()?.getValue() ?? '');
  const list = await instruments();
  const choice = await pick('Law library', 'Choose an instrument to use it in this draft, or one in use to leave it out.', list.map(one => ({ group: one.order, name: one.name, title: one.title, chosen: inUse.has(one.name) })).sort((a, b) => a.group.localeCompare(b.group)));
  const target = editor.getModel();
  if (choice !== undefined && target !== null) {
    toggle(target, choice.name);
    notice(choice.chosen === true ? `${choice.name} is no longer used.` : `This draft uses ${choice.name} now.`);
  }
}

function offerBack(earlier: Draft, text: string): void {
  notice(text, { label: 'Back to my draft', run: () => files.load(earlier) });
}

async function load(): Promise<void> {
  const { draft, earlier, problem } = await find();
  files.load(draft);
  if (problem !== undefined) {
    notice(problem);
  } else if (earlier !== undefined) {
    offerBack(earlier, 'This draft came with the link. ');
  }
}

byId('version').textContent = VERSION;
await load();
if ('serviceWorker' in navigator) {
  // After the first findings: what it stores must not slow them down.
  setTimeout(() => void navigator.serviceWorker.register('sw.js').catch(() => {}), 6000);
}

// For the tests, which have to reach what people reach by hand.
(globalThis as Record<string, unknown>)['playground'] = { server, editor, files };
