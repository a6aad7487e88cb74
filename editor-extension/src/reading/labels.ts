// What the status bar says. Free of VS Code.

export interface StateLabel { text: string; tooltip: string }

export function stateLabel(state: 'idle' | 'starting' | 'ready' | 'stopped', openConflicts: number): StateLabel {
  switch (state) {
    case 'ready':
      return openConflicts === 0
        ? { text: '$(law) No conflicts', tooltip: 'PolicyLang: no conflict is open.' }
        : { text: `$(law) ${openConflicts} ${openConflicts === 1 ? 'conflict' : 'conflicts'}`, tooltip: 'PolicyLang: show the conflicts.' };
    case 'stopped':
      return { text: '$(error) Policy: stopped', tooltip: 'The PolicyLang language server is not running. Show why.' };
    default:
      return { text: '$(sync~spin) Policy: starting', tooltip: 'The PolicyLang language server is starting.' };
  }
}

export function asOfLabel(asOf: string): string {
  return asOf === '' ? 'Any day' : `On ${asOf}`;
}

export function viewpointLabel(viewpoint: string): string {
  return viewpoint === '' ? 'All parties' : viewpoint;
}
