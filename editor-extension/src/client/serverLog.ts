import { createInterface } from 'node:readline';
import type { LogOutputChannel } from 'vscode';
import { levelOf } from './logLevels';

/** Hands on what the server writes beside the protocol, each line with the weight that the server gave it. */
export function pipe(input: NodeJS.ReadableStream, channel: LogOutputChannel): void {
  createInterface({ input, crlfDelay: Infinity }).on('line', line => {
    const { level, text } = levelOf(line);
    channel[level](text);
  });
}
