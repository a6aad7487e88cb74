// The requests beside the protocol's own; docs/protocol.md is their contract.

export interface Position { line: number; character: number }
export interface Range { start: Position; end: Position }
export interface Place { clause: string; title?: string | null; uri: string; range: Range }
export interface Name { name: string; title: string }

/** A page of HTML that needs nothing from elsewhere, and where the clauses that it names stand. */
export interface Report { title: string; html: string; clauses: Place[] }

export interface Conflict {
  id: string;
  code: string;
  kind: string;
  status: Status;
  severity: string;
  frameworks: string[];
  clauses: Place[];
  sides: ConflictSide[];
  /** Whether some law in it binds whoever the reader reads for. */
  concerns: boolean;
  resolution?: { by: string; prevails: string } | null;
  witnessText: string;
  message: string;
  avoidBy: string[];
  /** The number of its group in the list that it came with. */
  group: number;
}
/** A clause of a conflict, with its legal order, whether it is in an instrument of the reader's own, and the word of its status. */
export interface ConflictSide { clause: string; title?: string | null; order: string; mine: boolean; status?: string | null }
export type Status = 'unresolved' | 'excusable' | 'avoidable' | 'resolved' | 'acknowledged' | 'ended';

/** Days from one to another; a bound that is missing is open. */
export interface Days { from?: string | null; until?: string | null }
/** Conflicts that a reader takes in as one thing; the heaviest group comes first. */
export interface ConflictGroup { number: number; title: string; severity: string; days: Days[]; help?: string | null }
export interface ConflictList { conflicts: readonly Conflict[]; groups: readonly ConflictGroup[] }

export type ActionKind = 'repair' | 'acknowledge' | 'scenario';
/** The edit is the protocol's own WorkspaceEdit; the client turns it into the editor's. */
export interface ConflictAction { title: string; kind: ActionKind; edit: object }

export type Outcome = 'free' | 'safeguards' | 'prohibited' | 'conflicting' | 'unregulated' | 'impossible';
/** What a transfer to some recipients comes to; without roles, to all others. */
export interface ByRecipient { outcome: 'permitted' | 'prohibited' | 'conflicting' | 'unregulated'; roles: Name[] }
export interface Cell {
  outcome: Outcome;
  safeguards: string[];
  clauses: Place[];
  /** How many the smallest choice of safeguards has. */
  conditions?: number | null;
  /** The outcomes where they depend on the recipient, and none was asked about. */
  recipients?: ByRecipient[] | null;
}
export interface Matrix {
  date: string;
  data?: string | null;
  purpose?: string | null;
  origins: Name[];
  destinations: Name[];
  cells: Cell[][];
  organisation?: string | null;
  actor: string[];
  recipient?: string | null;
  /** The days from which on it may be another one. */
  days?: string[] | null;
}

export type Value = boolean | number | string | string[];
export interface Question {
  name: string;
  title: string;
  type: 'boolean' | 'number' | 'date' | 'choice' | 'choices';
  values: Name[];
  value?: Value | null;
  matters: boolean;
  /** How many facts that were not told have to be otherwise for another decision, this one among them. */
  weight?: number | null;
}
export interface Answer {
  decision: 'permitted' | 'prohibited' | 'conflicting' | 'unregulated';
  applied: Place[];
  defeated: (Place & { by: string; principle: string })[];
  duties: { clause: Place; text: string }[];
  waysToComply: string[];
  text: string;
}
export interface Asked { questions: Question[]; answer?: Answer | null; problems: string[] }

export interface ScenarioItem { id: string; kind: 'scenario' | 'check'; name: string; uri: string; range: Range }
export interface ScenarioResult { id: string; passed: boolean; expected: string; actual: string; message: string; explanation: string }

export type Level = 'none' | 'patch' | 'minor' | 'major';

/** A line of an answer; the first of its places is what it is about. */
export interface AnswerRow { kind: string; text: string; details: string[]; places: Place[] }
export interface AnswerTable {
  rows: Name[];
  columns: Name[];
  cells: { sign: string; text: string; tone: 'bad' | 'caution' | 'good' | 'quiet'; rows: AnswerRow[] }[][];
  legend: string;
}
export interface AnswerPage {
  title: string;
  summary: string[];
  sections: { title: string; rows: AnswerRow[] }[];
  notes: string[];
  level?: Level | null;
  table?: AnswerTable | null;
}

export interface Instrument { name: string; title: string; order?: string | null; asks: boolean; mine: boolean; library: boolean; parties: string[]; clauses: Name[]; breaches?: number | null }
export interface InstrumentList { instruments: Instrument[]; orders: Name[]; ownsAll: boolean }

/** How far the drafting of a clause is; `known` where the word is one of the language's. */
export interface ClauseStatus { word: string; known: boolean; by?: string | null; on?: string | null }
export interface Override { place: Place; why: string }
/** A clause with what a reader wants to see beside it. */
export interface ClauseReading {
  place: Place;
  instrument: Name;
  order?: string | null;
  sentence: string;
  citation?: string | null;
  link?: string | null;
  lines: string[];
  status?: ClauseStatus | null;
  conflicts: number;
  above: Override[];
  below: Override[];
  scenarios: { name: string; passed: boolean; uri: string; range: Range }[];
}

export interface GeneratedFile { name: string; text: string }

/** What a clause says, in words: of each force in which it speaks, the most general cases. */
export interface SpokenClause { clause: string; title?: string | null; range: Range; force: string; says: { kind: string; where: string[] }[] }

/** An instrument of the law library that a new project may be judged with. */
export interface StarterInstrument {
  name: string; title: string; order: string; orderTitle: string; rank: string; citation?: string | null; force: string; readAsOf?: string | null; source?: string | null;
  clauses: number;
  /** Whether it is law of an order that binds the organisation. */
  suggested: boolean;
}
export interface Starters { places: Name[]; data: Name[]; instruments: StarterInstrument[]; lawVersion: string }
export interface NewProject { name: string; first: string; files: { path: string; text: string }[] }

/** What each request takes and gives. */
export interface Requests {
  'policy/report': [{ uri?: string; on?: string; asOf?: string; title?: string }, Report];
  'policy/conflicts': [{ uri?: string }, ConflictList];
  'policy/clause': [{ textDocument: { uri: string }; position: Position }, { clause?: ClauseReading | null }];
  'policy/clauses': [{ uri?: string }, { clauses: { place: Place; status?: ClauseStatus | null }[] }];
  'policy/conflictActions': [{ id: string; because?: string; until?: string; others?: boolean }, { actions: ConflictAction[]; undecided?: string }];
  'policy/matrix': [{ uri?: string; data?: string; purpose?: string; date?: string; actor?: string[]; recipient?: string; organisation?: string; origins?: string[]; destinations?: string[]; days?: boolean }, Matrix];
  'policy/vocabulary': [{ kind: string }, { names: Name[] }];
  'policy/ask': [{ uri?: string; case: Record<string, Value> }, Asked];
  'policy/caseScenario': [{ uri?: string; case: Record<string, Value>; title: string }, { edit: object }];
  'policy/caseMemo': [{ uri?: string; case: Record<string, Value> }, { text: string }];
  'policy/scenarios': [{ uri?: string }, { items: ScenarioItem[] }];
  'policy/runScenarios': [{ ids?: string[] }, { results: ScenarioResult[] }];
  'policy/starters': [{ under?: string[] }, Starters];
  'policy/newProject': [{ title: string; from: string; under?: string[]; data?: string[]; destinations?: string[]; uses?: string[] }, NewProject];
  'policy/reading': [{ uri: string }, { clauses: SpokenClause[] }];
  'policy/preview': [{ uri: string }, { files: GeneratedFile[] }];
  'policy/instruments': [{ uri?: string; breaches?: boolean }, InstrumentList];
  'policy/differences': [{ uri?: string; oldFiles: { uri: string; text: string }[]; on?: string }, AnswerPage];
  'policy/compliance': [{ uri?: string; treaty: string; on?: string }, AnswerPage];
  'policy/timeline': [{ uri?: string; of?: string[]; from?: string; until?: string }, AnswerPage];
  'policy/interop': [{ uri?: string; first: string; second: string; on?: string; where?: Record<string, string> }, AnswerPage];
  'policy/whatIf': [{ uri?: string; adopt?: string[]; withdraw?: string[]; reserve?: string[]; repeal?: string[] }, AnswerPage];
}
