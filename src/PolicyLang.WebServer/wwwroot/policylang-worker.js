// The language server as a web worker. It is a classic script, so that it can be wrapped in a blob with importScripts.
//
// First message:  { base }            the address of this folder, with a slash at its end
// Then either:    a message of JSON-RPC, as an object, both ways
//                 { files: { path: text | null } }   files of the workspace: absolute paths with slashes, null for one that is gone
//                 { ping: any }       answered by { pong: any } at once, whatever the servers do
//
// A server has one thread and hears nothing while it judges. So there are two: 'judge' does everything, 'names' keeps up with the texts and
// answers what needs no judging while the other one is busy. This worker itself does no work, so that a cancellation always arrives.
'use strict';

/** Requests for which somebody waits, and which can be answered from texts and names alone. Colours of a whole file are none of them:
 *  they take long, and would stand in the way of the others. */
const quick = new Set([
  'textDocument/completion', 'completionItem/resolve', 'textDocument/hover', 'textDocument/signatureHelp', 'textDocument/definition',
  'textDocument/declaration', 'textDocument/typeDefinition', 'textDocument/implementation', 'textDocument/references',
  'textDocument/documentHighlight', 'textDocument/formatting', 'textDocument/rangeFormatting', 'textDocument/onTypeFormatting',
  'textDocument/linkedEditingRange', 'textDocument/prepareRename', 'textDocument/rename', 'textDocument/selectionRange',
  'textDocument/semanticTokens/range', 'workspace/symbol', 'policy/vocabulary',
]);

/** How long the judge may take before the other server is asked, too. */
const PATIENCE = 60;

/** How often the judge is asked whether it listens, in milliseconds. */
const LOOK = 500;

/** How many looks long the judge may be deaf to what is new before it is replaced; the next one has twice as long. They are counted, and
 *  time is not measured: a machine may sleep. */
let deaf = 40;

/** How long law may take to arrive, in milliseconds. */
const LATE = 15_000;

const CANCELLED = { code: -32800, message: 'The request was cancelled.' };

let base;
let law;
const files = {};
const documents = new Map();
const pending = new Map();
const toServers = [];
let pumping = false;
let initialize;
let initialized;
let configuration;
let judge;
let names;

self.addEventListener('message', event => {
  const message = event.data;
  if (message.ping !== undefined) {
    self.postMessage({ pong: message.ping });
  } else if (base === undefined && message.base !== undefined) {
    base = message.base;
    law = new Law();
    judge = new Server('judge');
  } else if (message.method === '$/cancelRequest') {
    cancel(message.params.id);
  } else {
    toServers.push(message);
    if (message.method && message.id !== undefined) {
      pending.set(message.id, { message, sent: false });
    }

    void pump();
  }
});

/** Hands messages on in their order; one that names law waits until its text is there. */
async function pump() {
  if (pumping) {
    return;
  }

  pumping = true;
  for (let message; (message = toServers.shift());) {
    note(message);
    // Whoever starts a project chooses from all of it.
    await law.bring(textOf(message), message.method === 'policy/starters');
    route(message);
  }

  pumping = false;
}

/** Keeps what a server that starts later has to be told. */
function note(message) {
  const params = message.params;
  switch (message.method) {
    case undefined:
      for (const [path, text] of Object.entries(message.files ?? {})) {
        files[path] = text;
      }

      break;
    case 'initialize':
      initialize = message;
      break;
    case 'initialized':
      initialized = message;
      break;
    case 'workspace/didChangeConfiguration':
      configuration = message;
      break;
    case 'textDocument/didOpen':
      documents.set(params.textDocument.uri, { ...params.textDocument });
      break;
    case 'textDocument/didChange': {
      const document = documents.get(params.textDocument.uri);
      if (document) {
        document.version = params.textDocument.version;
        document.text = params.contentChanges.reduce(changed, document.text);
      }

      break;
    }

    case 'textDocument/didClose':
      documents.delete(params.textDocument.uri);
      break;
  }
}

/** @param {string} text @param {{ range?: object, text: string }} change in UTF-16, which is what this worker agrees on */
function changed(text, change) {
  return change.range
    ? text.slice(0, offset(text, change.range.start)) + change.text + text.slice(offset(text, change.range.end))
    : change.text;
}

function offset(text, { line, character }) {
  let start = 0;
  for (let i = 0; i < line; i++) {
    // The protocol's line ends: LF, CRLF and CR.
    const end = /\r\n|\n|\r/g;
    end.lastIndex = start;
    const found = end.exec(text);
    if (!found) {
      return text.length;
    }

    start = end.lastIndex;
  }

  const rest = text.slice(start).search(/[\r\n]/);
  return Math.min(start + character, rest < 0 ? text.length : start + rest);
}

/** The text in which names of law may stand. */
function textOf(message) {
  return message.files ? Object.values(message.files).join('\n')
    : message.method === 'textDocument/didChange' ? documents.get(message.params.textDocument.uri)?.text ?? ''
    : message.params === undefined ? ''
    : JSON.stringify(message.params);
}

function route(message) {
  if (message.files) {
    both({ files: message.files });
  } else if (message.method === undefined) {
    answerServer(message);
  } else if (message.id === undefined) {
    both(rpc(message));
    if (message.method === 'exit') {
      judge.end();
      names?.end();
      self.close();
    }
  } else {
    ask(message);
  }
}

function both(message) {
  judge.post(message);
  names?.post(message);
}

function rpc(message) {
  return { text: JSON.stringify(message) };
}

function ask(message) {
  const request = pending.get(message.id);
  if (!request) {
    return;
  }

  request.sent = true;
  if (message.method === 'initialize') {
    // The positions of one encoding are enough to follow the texts here.
    const general = { ...message.params.capabilities?.general, positionEncodings: ['utf-16'] };
    message.params.capabilities = { ...message.params.capabilities, general };
  }

  // What one server remembers of tokens the other one cannot know.
  const asked = message.method === 'textDocument/semanticTokens/full/delta'
    ? { ...message, method: 'textDocument/semanticTokens/full', params: { textDocument: message.params.textDocument } }
    : message;
  request.message = asked;
  judge.post(rpc(asked));
  if (quick.has(asked.method)) {
    request.timer = setTimeout(() => names?.post(rpc(asked)), PATIENCE);
  }
}

/** Answers a request that is given up at once; the servers hear of it as soon as they listen. */
function cancel(id) {
  const request = pending.get(id);
  if (!request) {
    return;
  }

  settle(id, { jsonrpc: '2.0', id, error: CANCELLED });
  if (request.sent) {
    judge.isOutdated = true;
    both(rpc({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id } }));
  }
}

function settle(id, answer) {
  clearTimeout(pending.get(id)?.timer);
  pending.delete(id);
  self.postMessage(answer);
}

/** The client's answer to a question of a server. */
function answerServer(message) {
  const [role, epoch, kind, id] = String(message.id).split(':');
  const server = role === 'judge' ? judge : names;
  if (server && String(server.epoch) === epoch) {
    server.post(rpc({ ...message, id: kind === 'n' ? Number(id) : id }));
  }
}

/** A server that runs in a worker of its own. */
class Server {
  static #epochs = 0;
  static #deaths = [];

  constructor(role) {
    this.role = role;
    this.epoch = Server.#epochs++;
    this.isOutdated = false;
    this.unanswered = 0;
    this.worker = open(`${base}policylang-server.js`);
    this.worker.onmessage = event => this.#take(event.data);
    this.worker.onerror = event => {
      event.preventDefault?.();
      this.#die(event.message || 'it ran out of memory');
    };
    law.index.then(index => this.#start(index), error => this.#die(String(error?.message ?? error)));
  }

  #start(index) {
    this.worker.postMessage({ start: { base, index, namesOnly: this.role === 'names' } });
    this.started = true;
    this.worker.postMessage({ law: law.texts });
    for (const message of this.queue.splice(0)) {
      this.worker.postMessage(message);
    }
  }

  queue = [];

  post(message) {
    if (message.text !== undefined && /"method":"textDocument\/did/.test(message.text.slice(0, 80))) {
      this.isOutdated = true;
    }

    if (this.started) {
      this.worker.postMessage(message);
    } else {
      this.queue.push(message);
    }
  }

  end() {
    clearInterval(this.watch);
    this.worker.terminate();
  }

  /** Tells it all that was told to the one before it. */
  replay() {
    this.post({ files: { ...files } });
    if (initialize) {
      this.isReplaying = true;
      this.post(rpc({ ...initialize, id: 'replay' }));
      for (const message of [initialized, configuration].filter(Boolean)) {
        this.post(rpc(message));
      }

      for (const textDocument of documents.values()) {
        this.post(rpc({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } }));
      }
    }

    return this;
  }

  #take(message) {
    if (message.text !== undefined) {
      this.#hear(JSON.parse(message.text));
    } else if (message.ready) {
      this.#begin();
    } else if (message.pong) {
      this.unanswered = 0;
      this.isOutdated = false;
    } else if (message.failed) {
      this.#die(message.failed);
    }
  }

  #begin() {
    if (this.role !== 'judge') {
      return;
    }

    self.postMessage({ ready: true });
    if (!names) {
      // The first findings come first; the other server starts once they are out.
      setTimeout(startNames, 5000);
    }

    this.watch = setInterval(() => {
      if (this.unanswered === 0) {
        this.unanswered = 1;
        this.isOutdated = false;
        this.worker.postMessage({ ping: 1 });
      } else if (++this.unanswered > deaf && this.isOutdated) {
        deaf *= 2;
        this.#replace();
      }
    }, LOOK);
  }

  #hear(message) {
    if (message.method === undefined) {
      this.#answered(message);
    } else if (message.id !== undefined) {
      this.#asked(message);
    } else if (this.role === 'judge') {
      self.postMessage(message);
      if (message.method === 'textDocument/publishDiagnostics') {
        startNames();
      }
    }
  }

  #answered(message) {
    const request = pending.get(message.id);
    if (request && !(this.role === 'names' && message.error)) {
      settle(message.id, message);
    }
  }

  #asked(message) {
    const own = message.method === 'workspace/configuration' || (this.role === 'judge' && !this.isReplaying);
    if (own) {
      self.postMessage({ ...message, id: `${this.role}:${this.epoch}:${typeof message.id === 'number' ? 'n' : 's'}:${message.id}` });
    } else {
      this.post(rpc({ jsonrpc: '2.0', id: message.id, result: null }));
    }
  }

  /** Begins anew with the same texts; what is still asked is asked again. */
  #replace() {
    this.end();
    if (this.role === 'names') {
      names = new Server('names').replay();
      return;
    }

    judge = new Server('judge').replay();
    for (const request of pending.values()) {
      if (request.sent) {
        judge.post(rpc(request.message));
      }
    }
  }

  #die(reason) {
    const now = Date.now();
    Server.#deaths = [...Server.#deaths.filter(death => now - death < 60_000), now];
    if (Server.#deaths.length <= 3) {
      this.#replace();
      return;
    }

    this.end();
    self.postMessage({ failed: `The language server has stopped: ${reason}` });
    for (const id of [...pending.keys()]) {
      settle(id, { jsonrpc: '2.0', id, error: { code: -32603, message: `The language server has stopped: ${reason}` } });
    }
  }
}

function startNames() {
  names ??= new Server('names').replay();
}

/** Where this worker was wrapped in a blob, so are its servers: they then stand under the same content security policy, and may be of
 *  another origin. */
function open(address) {
  if (self.location.protocol !== 'blob:') {
    return new Worker(address);
  }

  const wrapped = new Blob([`importScripts(${JSON.stringify(address)})`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(wrapped));
}

/** The law library: its index, and the texts that were used so far. */
class Law {
  texts = {};
  #asked = new Map();
  #files;

  constructor() {
    this.index = load('law/index.txt');
    this.#files = this.index.then(read);
  }

  /** Brings the law that a text names, with all that it needs. A name in a comment brings a small file too many, and nothing else. */
  async bring(text, all = false) {
    if (text === '' && !all) {
      return;
    }

    let catalog;
    try {
      catalog = await this.#files;
    } catch {
      return;
    }

    const wanted = new Set();
    for (const [, word] of text.matchAll(catalog.names)) {
      this.#add(catalog.byName.get(word), catalog, wanted);
    }

    if (all) {
      [...catalog.byName.values()].forEach(path => this.#add(path, catalog, wanted));
    }

    const missing = [...wanted].filter(path => !(path in this.texts));
    if (missing.length > 0) {
      await Promise.all(missing.map(path => this.#fetch(path)));
    }
  }

  #add(path, catalog, wanted) {
    if (path && !wanted.has(path)) {
      wanted.add(path);
      catalog.needs.get(path).forEach(other => this.#add(other, catalog, wanted));
    }
  }

  #fetch(path) {
    if (!this.#asked.has(path)) {
      this.#asked.set(path, load(path).then(
        text => {
          this.texts[path] = text;
          both({ law: { [path]: text } });
        },
        error => {
          this.#asked.delete(path);
          const message = `${path} of the law library could not be fetched (${error.message}). The next change tries again.`;
          self.postMessage({ jsonrpc: '2.0', method: 'window/showMessage', params: { type: 2, message } });
        }));
    }

    return this.#asked.get(path);
  }
}

async function load(path) {
  const answer = await fetch(base + path, { signal: AbortSignal.timeout(LATE) });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.statusText}`);
  }

  return answer.text();
}

/** The index as src/PolicyLang.Core/Library/LawIndex.cs writes it. */
function read(index) {
  const byName = new Map();
  const needs = new Map();
  let file;
  for (const line of index.split(/\r?\n/)) {
    const [word, name] = line.trim().split(' ');
    if (line !== '' && !line.startsWith(' ')) {
      file = word;
      needs.set(file, []);
    } else if (word === 'framework') {
      byName.set(name, file);
    } else if (word === 'needs') {
      needs.get(file).push(name);
    }
  }

  return { byName, needs, names: new RegExp(`\\b(${[...byName.keys()].join('|')})\\b`, 'g') };
}
