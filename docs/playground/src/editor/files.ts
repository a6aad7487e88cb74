// The files of the draft: one model each, a tab for each, and what the server is told of them.
import { element } from '../../../../editor-extension/src/pages/web/dom';
import type { Draft } from '../fragment';
import { isName } from '../fragment';
import type { PolicyServer } from '../server';
import { tabList } from '../tabs';
import { toRange } from './convert';
import { languageOf } from './language';
import { monaco } from './monaco';

const project = 'policy.json';

/** The address of a file of the draft. */
export const uriOf = (name: string): monaco.Uri => monaco.Uri.file(`/${name}`);

export class Files {
  /** Raised after each change of a text, of the set of files or of the one that is shown. */
  onChange: () => void = () => {};

  private readonly models = new Map<string, monaco.editor.ITextModel>();
  private shelf: monaco.editor.ITextModel | undefined;
  private shown = '';

  constructor(private readonly server: PolicyServer, private readonly editor: monaco.editor.IStandaloneCodeEditor, private readonly bar: HTMLElement) {}

  get open(): string { return this.shown; }

  get names(): string[] { return [...this.models.keys()]; }

  get draft(): Draft {
    return { files: Object.fromEntries([...this.models].map(([name, model]) => [name, model.getValue()])), open: this.shown };
  }

  /** The address of the policy text that requests are about. */
  get uri(): string | undefined {
    const name = this.shown === project || this.shown === '' ? this.names.find(n => n !== project) : this.shown;
    return name === undefined ? undefined : uriOf(name).toString();
  }

  /** Replaces all files. */
  load(draft: Draft): void {
    for (const name of this.names) {
      this.drop(name);
    }

    for (const [name, text] of Object.entries(draft.files)) {
      this.put(name, text);
    }

    this.show(draft.open);
  }

  /** Adds a file, or goes to the one of that name; says what is wrong with the name, if something is. */
  add(name: string, text = ''): string | undefined {
    if (!isName(name)) {
      return 'A file’s name ends with .policy or .policy.md; the project’s own file is policy.json.';
    }

    if (!this.models.has(name)) {
      this.put(name, text);
    }

    this.show(name);
    return undefined;
  }

  close(name: string): void {
    this.drop(name);
    if (this.models.size === 0) {
      this.put('draft.policy', '');
    }

    this.show(this.names[0] ?? '');
  }

  show(name: string): void {
    const model = this.models.get(name);
    if (model !== undefined && (name !== this.shown || this.editor.getModel() !== model)) {
      this.shown = name;
      this.editor.setModel(model);
      this.editor.updateOptions({ readOnly: false });
      this.render();
      this.onChange();
    }
  }

  /** Shows a place in a file of the draft, or in a text that comes with the page, which is not for changing. */
  async reveal(uri: string, range: monaco.IRange | undefined): Promise<boolean> {
    const name = this.names.find(n => uriOf(n).toString() === uri);
    if (name !== undefined) {
      this.show(name);
    } else if (!await this.lookAt(uri)) {
      return false;
    }

    if (range !== undefined) {
      this.editor.setSelection(range);
      this.editor.revealRangeInCenter(range);
    }

    this.editor.focus();
    return true;
  }

  private async lookAt(uri: string): Promise<boolean> {
    if (!uri.startsWith(new URL('server/', document.baseURI).href)) {
      return false;
    }

    const resource = monaco.Uri.parse(uri);
    let model = monaco.editor.getModel(resource);
    if (model === null) {
      const answer = await fetch(uri);
      if (!answer.ok) {
        return false;
      }

      model = monaco.editor.createModel(await answer.text(), languageOf(resource.path), resource);
    }

    this.shelf = model;
    this.editor.setModel(model);
    this.editor.updateOptions({ readOnly: true, readOnlyMessage: { value: 'This text comes with the checker and is not yours to change.' } });
    this.render();
    return true;
  }

  private put(name: string, text: string): void {
    const isProject = name === project;
    const model = monaco.editor.createModel(text, languageOf(name), uriOf(name));
    this.models.set(name, model);
    const uri = model.uri.toString();
    model.onDidChangeContent(event => {
      if (isProject) {
        this.server.put(`/${name}`, model.getValue());
      } else {
        this.server.change(uri, model.getVersionId(), event.changes.map(c => ({ range: toRange(c.range), text: c.text })), model.getValue());
      }

      this.onChange();
    });
    if (isProject) {
      this.server.put(`/${name}`, text);
    } else {
      this.server.open(uri, text);
    }
  }

  private drop(name: string): void {
    const model = this.models.get(name);
    if (name === project) {
      this.server.put(`/${name}`, null);
    } else {
      this.server.close(model?.uri.toString() ?? '');
    }

    this.models.delete(name);
    model?.dispose();
  }

  private render(): void {
    const readOnly = this.shelf !== undefined && this.editor.getModel() === this.shelf;
    const names = readOnly ? [...this.names, shelfName(this.shelf)] : this.names;
    tabList(this.bar, names.map((name, n) => ({ id: `file-${n}`, name, label: name, controls: 'editor' })), readOnly ? names.at(-1) ?? '' : this.shown, name => this.show(name));
    if (this.models.size > 1 && !readOnly) {
      const close = element('button', { type: 'button', class: 'close', 'aria-label': `Remove ${this.shown} from the draft`, title: `Remove ${this.shown}` }, '✕');
      close.addEventListener('click', () => {
        if (this.models.get(this.shown)?.getValue().trim() === '' || confirm(`Remove ${this.shown} from the draft?`)) {
          this.close(this.shown);
        }
      });
      this.bar.parentElement?.querySelector('.close')?.remove();
      this.bar.after(close);
    } else {
      this.bar.parentElement?.querySelector('.close')?.remove();
    }
  }
}

function shelfName(model: monaco.editor.ITextModel | undefined): string {
  return `${model?.uri.path.split('/').at(-1) ?? ''} (read only)`;
}
