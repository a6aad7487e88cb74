// The language server in its worker. A worker that dies is replaced by one with the same documents.
import type { Requests } from '../../../editor-extension/src/protocol';

export interface Failure { code: number; message: string }

interface Waiting { method: string; params: object; done(value: unknown): void; fail(failure: Failure): void; signal: AbortSignal | undefined }

/** How many seconds without an answer make a worker dead. They are counted, not measured: a machine may sleep. */
const silence = 4;
const cancelled = -32800;

/** What a client of this page can do. */
const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'], resolveSupport: { properties: ['documentation'] } } },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] }, versionSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] }, codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor.extract'] } } },
  },
  workspace: { didChangeWatchedFiles: { dynamicRegistration: false } },
};

export class PolicyServer {
  /** Raised for each notification of the server. */
  onNotification: (method: string, params: never) => void = () => {};
  /** Raised when the runtime is up, each time. */
  onReady: () => void = () => {};
  /** Raised when the worker has died and another one begins. */
  onRestart: () => void = () => {};
  onFailed: (sentence: string) => void = () => {};

  private worker!: Worker;
  private last = 0;
  private waiting = new Map<number, Waiting>();
  private documents = new Map<string, { version: number; text: string }>();
  private files: Record<string, string> = {};
  private unanswered = 0;
  private readonly base = new URL('server/', document.baseURI).href;

  constructor() {
    this.begin();
    setInterval(() => this.watch(), 1000);
  }

  /** Asks the server; rejects with what it says. */
  request<K extends keyof Requests>(method: K, params: Requests[K][0], signal?: AbortSignal): Promise<Requests[K][1]>;
  request<T>(method: string, params: object, signal?: AbortSignal): Promise<T>;
  request(method: string, params: object, signal?: AbortSignal): Promise<unknown> {
    return new Promise((done, fail) => {
      const id = ++this.last;
      this.waiting.set(id, { method, params, done, fail, signal });
      signal?.addEventListener('abort', () => this.post({ method: '$/cancelRequest', params: { id } }));
      this.post({ id, method, params });
    });
  }

  open(uri: string, text: string): void {
    this.documents.set(uri, { version: 1, text });
    this.post(didOpen(uri, 1, text));
  }

  /** @param text the whole text, which another worker would be told */
  change(uri: string, version: number, contentChanges: object[], text: string): void {
    this.documents.set(uri, { version, text });
    this.post({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges } });
  }

  close(uri: string): void {
    if (this.documents.delete(uri)) {
      this.post({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
    }
  }

  /** Puts a file that is no policy text in its place; null takes it away. */
  put(path: string, text: string | null): void {
    if (text === null) {
      delete this.files[path];
    } else {
      this.files[path] = text;
    }

    this.worker.postMessage({ files: { [path]: text } });
    this.post({ method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: `file://${path}`, type: 2 }] } });
  }

  /** Kills the worker, as a browser short of memory would; for tests. */
  kill(): void {
    this.worker.terminate();
  }

  private begin(): void {
    this.unanswered = 0;

    // A worker from a blob stands under the policy of this page, so that it may talk to nobody else either.
    const script = `importScripts(${JSON.stringify(`${this.base}policylang-worker.js`)})`;
    this.worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    this.worker.onmessage = event => this.take(event.data as Record<string, unknown>);
    this.worker.postMessage({ base: this.base });
    this.worker.postMessage({ files: { ...this.files } });
    this.post({ id: 0, method: 'initialize', params: { processId: null, rootUri: 'file:///', capabilities } });
    this.post({ method: 'initialized', params: {} });
    for (const [uri, { version, text }] of this.documents) {
      this.post(didOpen(uri, version, text));
    }

    for (const [id, { method, params }] of this.waiting) {
      this.post({ id, method, params });
    }
  }

  private post(message: object): void {
    this.worker.postMessage({ jsonrpc: '2.0', ...message });
  }

  private watch(): void {
    if (this.unanswered++ < silence) {
      this.worker.postMessage({ ping: 1 });
    } else {
      this.worker.terminate();
      this.onRestart();
      this.begin();
    }
  }

  private take(message: Record<string, unknown>): void {
    if (message['pong'] !== undefined) {
      this.unanswered = 0;
    } else if (message['ready'] === true) {
      this.onReady();
    } else if (typeof message['failed'] === 'string') {
      this.onFailed(message['failed']);
    } else if (typeof message['method'] === 'string') {
      if (message['id'] === undefined) {
        this.onNotification(message['method'], message['params'] as never);
      } else {
        this.post({ id: message['id'], result: null });
      }
    } else {
      this.answer(message['id'] as number, message['result'], message['error'] as Failure | undefined);
    }
  }

  private answer(id: number, result: unknown, failure: Failure | undefined): void {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (failure === undefined) {
      asked?.done(result);
    } else {
      asked?.fail(failure);
    }
  }
}

/** Whether a request was given up, or overtaken by a newer text: nothing to tell anybody. */
export function isOvertaken(failure: unknown): boolean {
  return [cancelled, -32801, -32802].includes((failure as Partial<Failure>).code ?? 0);
}

function didOpen(uri: string, version: number, text: string): object {
  return { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'policy', version, text } } };
}
