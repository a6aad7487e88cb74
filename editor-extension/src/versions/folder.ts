// Reads the policy files of a folder from disk. Free of VS Code.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { FileText } from './git';

const skipped = /^(\.|node_modules$|bin$|obj$)/;

/** The policy files below a folder, by their paths from it; which of them belong to the project the server decides. */
export async function filesIn(folder: string): Promise<FileText[]> {
  const found: FileText[] = [];
  const visit = async (at: string): Promise<void> => {
    for (const entry of (await readdir(at, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(at, entry.name);
      if (entry.isDirectory() && !skipped.test(entry.name)) {
        await visit(path);
      } else if (entry.isFile() && /\.policy(\.md)?$/i.test(entry.name)) {
        found.push({ path: relative(folder, path).split(sep).join('/'), text: await readFile(path, 'utf8') });
      }
    }
  };
  await visit(folder);
  return found;
}

/** The folder of the project that a folder belongs to: the nearest above it with a project file, else itself. */
export function projectFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'policy.json'))) {
      return at;
    }

    if (dirname(at) === at) {
      return folder;
    }
  }
}
