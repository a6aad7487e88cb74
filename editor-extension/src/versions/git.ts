// Reads earlier versions with the git program. Free of VS Code. The arguments are no shell's: a name cannot become a command.
import { execFile } from 'node:child_process';

export interface Revision { name: string; about: string }
export interface FileText { path: string; text: string }
export type Read<T> = { value: T } | { problem: string };

const patience = 20_000;
const mostBytes = 256 * 1024 * 1024;
const mostCommits = '100';
const policyFile = /\.policy(\.md)?$/i;

/** Branches and tags, then the latest commits; none where the folder is not kept in git. */
export async function revisions(folder: string): Promise<Read<Revision[]>> {
  const refs = await git(folder, ['for-each-ref', '--sort=-committerdate', '--format=%(refname:short)%09%(committerdate:short) %(subject)', 'refs/heads', 'refs/tags', 'refs/remotes']);
  const log = await git(folder, ['log', '-n', mostCommits, '--format=%h%x09%cs %s']);
  const lines = (text: Buffer): Revision[] => text.toString('utf8').split('\n').filter(line => line.includes('\t')).map(line => ({ name: line.slice(0, line.indexOf('\t')), about: line.slice(line.indexOf('\t') + 1) }));
  return 'problem' in refs ? refs : 'problem' in log ? log : { value: [...lines(refs.value), ...lines(log.value)] };
}

/** The policy files of a revision below a folder, by their paths from it. */
export async function filesOf(folder: string, revision: string): Promise<Read<FileText[]>> {
  const commit = revision.startsWith('-') ? { problem: '' }
    : await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if ('problem' in commit) {
    return { problem: /^fatal|not kept|not found/.test(commit.problem) ? commit.problem : `git knows no revision '${revision}'.` };
  }

  const listed = await git(folder, ['ls-tree', '-r', '-z', commit.value.toString('utf8').trim()]);
  if ('problem' in listed) {
    return listed;
  }

  // Regular files alone: "100644 blob ID<tab>path".
  const files = listed.value.toString('utf8').split('\0').map(line => /^100\d+ blob ([0-9a-f]+)\t([^]+)$/.exec(line))
    .flatMap(found => (found !== null && policyFile.test(found[2] ?? '') ? [{ id: found[1] ?? '', path: found[2] ?? '' }] : []));
  if (files.length === 0) {
    return { problem: `'${revision}' has no policy files in this folder.` };
  }

  const contents = await git(folder, ['cat-file', '--batch'], files.map(f => `${f.id}\n`).join(''));
  return 'problem' in contents ? contents : { value: split(contents.value).map((text, n) => ({ path: files[n]?.path ?? '', text })) };
}

/** The texts of `git cat-file --batch`: each after a line "ID blob SIZE", with a line end behind it. */
function split(output: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const size = Number(output.toString('latin1', at, end).split(' ')[2]);
    texts.push(output.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }

  return texts;
}

function git(folder: string, args: string[], input?: string): Promise<Read<Buffer>> {
  return new Promise(resolve => {
    const options = { timeout: patience, maxBuffer: mostBytes, windowsHide: true, encoding: 'buffer', env: { ...process.env, LC_ALL: 'C' } } as const;
    const started = execFile('git', ['-C', folder, '--no-pager', ...args], options, (error, stdout, stderr) => {
      resolve(error === null ? { value: stdout } : { problem: problemOf(error as NodeJS.ErrnoException, stderr.toString('utf8')) });
    });
    started.stdin?.on('error', () => undefined).end(input);
  });
}

function problemOf(error: NodeJS.ErrnoException, stderr: string): string {
  if (error.code === 'ENOENT') {
    return 'git was not found on this machine; install it to compare with an earlier version.';
  }

  return /not a git repository/i.test(stderr) ? 'This folder is not kept in git, so there is no earlier version to compare with.'
    : /does not have any commits|bad default revision/i.test(stderr) ? 'Nothing has been committed in this folder yet.'
    : `git could not give the version: ${stderr.trim() || error.message}`;
}
