import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { hasNeededRuntime, type Machine } from './serverChoice';

const patience = 10_000;

/** The machine that the extension runs on. */
export async function thisMachine(): Promise<Machine> {
  return { platform: process.platform, arch: process.arch, glibc: hasGlibc(), exists: existsSync, join, dotnet: await findDotnet() };
}

function hasGlibc(): boolean {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime !== undefined;
}

async function findDotnet(): Promise<string | undefined> {
  const name = process.platform === 'win32' ? 'dotnet.exe' : 'dotnet';
  const folders = [process.env['DOTNET_ROOT'] ?? '', ...(process.env['PATH'] ?? '').split(delimiter)].filter(f => f !== '');
  for (const path of folders.map(f => join(f, name)).filter(existsSync)) {
    if (await runs(path)) {
      return path;
    }
  }

  return undefined;
}

async function runs(dotnet: string): Promise<boolean> {
  try {
    return hasNeededRuntime((await promisify(execFile)(dotnet, ['--list-runtimes'], { timeout: patience })).stdout);
  } catch {
    return false; // A program that does not answer cannot serve either.
  }
}
