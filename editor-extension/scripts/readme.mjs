// The README as the package carries it: with its pictures in it. VS Code shows the README of an installed extension offline,
// and its page for extensions takes pictures from https addresses and from the text itself only.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const picture = /(!\[[^\]]*\]\()([\w./-]+\.png)(\))/g;

export function writeReadme(extension, target) {
  const text = readFileSync(path.join(extension, 'README.md'), 'utf8');
  writeFileSync(target, text.replace(picture, (_, before, file, after) =>
    `${before}data:image/png;base64,${readFileSync(path.join(extension, file)).toString('base64')}${after}`));
}
