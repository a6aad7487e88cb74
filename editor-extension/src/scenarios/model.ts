// How scenarios are grouped and explained. Free of VS Code.
import type { ScenarioItem, ScenarioResult } from '../protocol';

export interface ScenarioFile { uri: string; label: string; items: ScenarioItem[] }

/** The scenarios by file, each in the order of the text; files that have the same name are told apart by their folders. */
export function byFile(items: readonly ScenarioItem[]): ScenarioFile[] {
  const uris = [...new Set(items.map(i => i.uri))].sort();
  const labels = uris.map(uri => parts(uri).at(-1) ?? uri);
  return uris.map((uri, n) => ({
    uri,
    label: labels.filter(l => l === labels[n]).length === 1 ? labels[n] ?? uri : parts(uri).slice(-2).join('/'),
    items: items.filter(i => i.uri === uri).sort((a, b) => a.range.start.line - b.range.start.line),
  }));
}

/** A page that tells for each scenario how its answer came about. */
export function explanationPage(told: readonly { name: string; result: ScenarioResult | undefined }[]): string {
  return told.map(({ name, result }) => {
    const title = `${name}\n${'='.repeat(name.length)}`;
    return result === undefined ? `${title}\nThis scenario is gone.\n`
      : `${title}\n${result.passed ? 'As expected.' : `Not as expected. ${result.message}\n\nExpected:\n${result.expected}\n\nFound:\n${result.actual}`}\n\n${result.explanation}\n`;
  }).join('\n');
}

function parts(uri: string): string[] {
  return uri.split('/').map(part => decodeURIComponent(part));
}
