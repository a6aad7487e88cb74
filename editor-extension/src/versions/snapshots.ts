// Snapshots of the policy files that a user keeps, to compare with later. Free of VS Code.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileText } from './git';

export interface Snapshot { name: string; taken: string; files: FileText[] }

/** What is wrong with a name; undefined where nothing is. */
export function nameProblem(name: string): string | undefined {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u.test(name) ? undefined : 'Use letters, digits, spaces, dots, dashes: "Before round 2".';
}

export async function save(folder: string, snapshot: Snapshot): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${snapshot.name}.json`), JSON.stringify(snapshot), 'utf8');
}

/** The snapshots, the latest first. */
export async function all(folder: string): Promise<Snapshot[]> {
  const names = await readdir(folder).catch(() => []);
  const kept = await Promise.all(names.filter(n => n.endsWith('.json')).map(async n => JSON.parse(await readFile(join(folder, n), 'utf8')) as Snapshot));
  return kept.sort((a, b) => (a.taken < b.taken ? 1 : -1));
}
