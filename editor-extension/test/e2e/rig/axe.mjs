// axe-core on a page of the extension: what it finds, as sentences.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extensionFolder } from '../home.mjs';

const source = readFileSync(path.join(extensionFolder, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What another theme, or another width, can change of a page whose other rules have been looked at. */
export const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
export const layout = { runOnly: { type: 'rule', values: ['scrollable-region-focusable'] } };

/** The faults of a frame's document, by all rules or some. It is run by the browser's own hand: a page lets in no script but its own. */
export async function faults(frame, rules = {}) {
  if (!await frame.evaluate(() => 'axe' in globalThis)) await frame.evaluate(source);
  const { violations } = await frame.evaluate(options => globalThis.axe.run(document.body, options), { resultTypes: ['violations'], ...rules });
  return violations.map(v => `${v.impact} ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => `${n.html} (${n.any.map(a => a.message).join('; ')})`).join(' | ')}`);
}
