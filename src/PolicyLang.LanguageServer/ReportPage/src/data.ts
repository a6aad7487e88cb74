/** A day on which some answer changes. */
export interface Day {
  day: string;
  begin: number;
  end: number;
  changes: number;
  why: string;
}

/** A clause, and where it stands in the page. */
export interface Clause {
  instrument: string;
  name: string;
  anchor: string;
}

/** A clause that prevails over another. */
export interface Pair {
  upper: Clause;
  lower: Clause;
  why: string;
}

export interface Data {
  timeline: Day[];
  /** The instruments of the files themselves. */
  own: string[];
  precedence: Pair[];
}

/** What the page was made with. */
export function readData(): Data {
  return JSON.parse(document.getElementById('data')?.textContent ?? '{"timeline":[],"own":[],"precedence":[]}') as Data;
}
