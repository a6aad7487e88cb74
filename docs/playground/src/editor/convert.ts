// From the protocol's terms to Monaco's and back.
import { monaco } from './monaco';

export interface LspPosition { line: number; character: number }
export interface LspRange { start: LspPosition; end: LspPosition }
export interface LspLocation { uri: string; range: LspRange }
export interface LspEdit { range: LspRange; newText: string }
export interface LspWorkspaceEdit { changes?: Record<string, LspEdit[]> }
export interface LspDiagnostic {
  range: LspRange;
  severity?: number;
  code?: string;
  codeDescription?: { href: string };
  message: string;
  tags?: number[];
  relatedInformation?: { location: LspLocation; message: string }[];
}

export const toPosition = (position: monaco.IPosition): LspPosition => ({ line: position.lineNumber - 1, character: position.column - 1 });

export const toRange = (range: monaco.IRange): LspRange => ({
  start: { line: range.startLineNumber - 1, character: range.startColumn - 1 }, end: { line: range.endLineNumber - 1, character: range.endColumn - 1 },
});

export const fromRange = ({ start, end }: LspRange): monaco.IRange => ({
  startLineNumber: start.line + 1, startColumn: start.character + 1, endLineNumber: end.line + 1, endColumn: end.character + 1,
});

export const fromLocation = ({ uri, range }: LspLocation): monaco.languages.Location => ({ uri: monaco.Uri.parse(uri), range: fromRange(range) });

export const fromEdit = (edit: LspEdit): monaco.languages.TextEdit => ({ range: fromRange(edit.range), text: edit.newText });

export function fromWorkspaceEdit(edit: LspWorkspaceEdit): monaco.languages.WorkspaceEdit {
  return {
    edits: Object.entries(edit.changes ?? {}).flatMap(([uri, edits]) =>
      edits.map(one => ({ resource: monaco.Uri.parse(uri), textEdit: fromEdit(one), versionId: undefined }))),
  };
}

const severities: Record<number, monaco.MarkerSeverity> = {
  1: monaco.MarkerSeverity.Error, 2: monaco.MarkerSeverity.Warning, 3: monaco.MarkerSeverity.Info, 4: monaco.MarkerSeverity.Hint,
};

export function fromDiagnostic(found: LspDiagnostic): monaco.editor.IMarkerData {
  return {
    ...fromRange(found.range),
    severity: severities[found.severity ?? 1] ?? monaco.MarkerSeverity.Error,
    message: found.message,
    source: 'policylang',
    ...(found.code === undefined ? {} : { code: found.codeDescription === undefined ? found.code : { value: found.code, target: monaco.Uri.parse(found.codeDescription.href) } }),
    tags: found.tags ?? [],
    relatedInformation: (found.relatedInformation ?? []).map(other => ({
      resource: monaco.Uri.parse(other.location.uri), message: other.message, ...fromRange(other.location.range),
    })),
  };
}
