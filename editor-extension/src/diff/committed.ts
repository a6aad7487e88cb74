// The text of a file in the last commit. Free of VS Code.
import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';

export type Committed = { text: string } | { problem: string };

const patience = 10_000;
const mostBytes = 64 * 1024 * 1024;

/** What `HEAD` holds of a file. The arguments are no shell's: a name cannot become a command. */
export function committedText(path: string): Promise<Committed> {
  const args = ['-C', dirname(path), '--no-pager', 'show', `HEAD:./${basename(path)}`];
  return new Promise(resolve => {
    execFile('git', args, { timeout: patience, maxBuffer: mostBytes, windowsHide: true, env: { ...process.env, LC_ALL: 'C' } }, (error, stdout, stderr) => {
      resolve(error === null ? { text: stdout } : { problem: problemOf(error as NodeJS.ErrnoException, stderr) });
    });
  });
}

function problemOf(error: NodeJS.ErrnoException, stderr: string): string {
  if (error.code === 'ENOENT') {
    return 'git was not found on this machine; install it to compare with the last commit.';
  }

  if (/not a git repository/i.test(stderr)) {
    return 'This folder is not kept in git, so there is no earlier version to compare with.';
  }

  return /exists on disk, but not in|does not exist in|invalid object name/i.test(stderr)
    ? 'This file is not in the last commit yet, so there is nothing to compare it with.'
    : `git could not give the last version: ${stderr.trim() || error.message}`;
}
