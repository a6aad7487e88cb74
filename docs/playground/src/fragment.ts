// The draft in the fragment of an address: "#v1." and, in base64url without padding, raw-deflated JSON.

export interface Draft { files: Record<string, string>; open: string }

const version = '#v1.';
const most = 5_000_000;

export async function encode(draft: Draft): Promise<string> {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(draft)), new CompressionStream('deflate-raw'));
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }

  return version + btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The draft of a fragment; undefined for a fragment of another kind. Throws where it cannot be read. */
export async function decode(fragment: string): Promise<Draft | undefined> {
  if (!fragment.startsWith(version)) {
    return undefined;
  }

  const text = atob(fragment.slice(version.length).replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = await through(Uint8Array.from(text, c => c.charCodeAt(0)), new DecompressionStream('deflate-raw'));
  return checked(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
}

/** A draft that may come from anybody. */
export function checked(value: unknown): Draft {
  const { files, open } = (value ?? {}) as Partial<Draft>;
  const names = typeof files === 'object' && files !== null ? Object.keys(files) : [];
  if (files === undefined || names.length === 0 || names.length > 50 || !names.every(name => isName(name) && typeof files[name] === 'string')) {
    throw new Error('no draft');
  }

  return { files: Object.fromEntries(names.map(name => [name, files[name] ?? ''])), open: open !== undefined && names.includes(open) ? open : names[0] ?? '' };
}

/** Whether a file can have this name: a policy file, or the project's file, in folders or not. */
export function isName(name: string): boolean {
  return name === 'policy.json' || /^(?!.*(^|\/)\.)[\p{L}\p{N}_ ./-]{1,100}\.policy(\.md)?$/u.test(name);
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    length += read.value.length;
    if (length > most) {
      throw new Error('too long');
    }
  }

  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }

  return all;
}
