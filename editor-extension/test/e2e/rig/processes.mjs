// The processes below the one that was started, as Linux tells them.
import { readdirSync, readFileSync } from 'node:fs';

/** All processes: number, parent, and the words that they were started with. */
function all() {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(name => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return [{ pid: Number(name), parent, words: readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0') }];
    } catch {
      return []; // It has ended meanwhile.
    }
  });
}

/** The language servers that run below a process. */
export function languageServersBelow(ancestor) {
  const running = all();
  const parents = new Map(running.map(process => [process.pid, process.parent]));
  const isBelow = pid => pid !== undefined && (pid === ancestor || isBelow(parents.get(pid)));
  return running.filter(({ pid, words }) => words.some(word => /policyc(\.dll)?$/.test(word)) && words.includes('lsp') && isBelow(pid)).map(({ pid }) => pid);
}
