// Where the draft is kept: in the address, so that it can be passed on, and on this device.
import { checked, decode, encode, type Draft } from './fragment';

const key = 'policylang.draft';
const rest = 400;

/** Beyond this some programs cut addresses. */
export const longAddress = 8000;

export interface Found { draft: Draft; earlier?: Draft; problem?: string }

const first: Draft = {
  files: {
    'draft.policy': `// Two laws, one company. Hold the pointer over a name to see what it means.
uses GDPR, CloudAct

organisation Acme under EU, US

framework AcmePolicy "Requests for customer data" {
  authority Acme  in force from 2024-01-01
  sovereignty Warrants { ServiceProvider may disclose CommunicationsData from EU to Authority in US when us_warrant }
}
`,
  },
  open: 'draft.policy',
};

/** The draft to begin with: that of the address, else the one that was kept, else an example. */
export async function find(): Promise<Found> {
  const own = kept();
  try {
    const given = await decode(location.hash);
    if (given !== undefined) {
      return own === undefined || same(own, given) ? { draft: given } : { draft: given, earlier: own };
    }
  } catch {
    return { draft: own ?? first, problem: 'This link holds no draft that can be read; it may have been cut. Ask for it again.' };
  }

  return { draft: own ?? first };
}

export const same = (one: Draft, other: Draft): boolean => JSON.stringify(one.files) === JSON.stringify(other.files);

let timer: ReturnType<typeof setTimeout> | undefined;
let written = '';

/** Keeps a draft once it rests. */
export function keep(draft: () => Draft): void {
  clearTimeout(timer);
  timer = setTimeout(() => void write(draft()), rest);
}

/** The address of a draft, which is also shown. */
export async function write(draft: Draft): Promise<string> {
  clearTimeout(timer);
  written = await encode(draft);
  history.replaceState(null, '', written);
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A full or closed store: the address still has it.
  }

  return location.href;
}

/** Whether the address is one that somebody else put there. */
export const isForeign = (): boolean => location.hash !== written && location.hash.startsWith('#v1.');

function kept(): Draft | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : checked(JSON.parse(text));
  } catch {
    return undefined;
  }
}
