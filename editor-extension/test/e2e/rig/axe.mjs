// axe-core on a page of the extension: what it finds, as sentences.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extensionFolder } from '../home.mjs';

const source = readFileSync(path.join(extensionFolder, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** The faults of a frame's document. It is run by the browser's own hand: a page lets in no script but its own. */
export async function faults(frame) {
  await frame.evaluate(source);
  const { violations } = await frame.evaluate(() => globalThis.axe.run(document.body, { resultTypes: ['violations'] }));
  return violations.map(v => `${v.impact} ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => `${n.html} (${n.any.map(a => a.message).join('; ')})`).join(' | ')}`);
}
