// How heavy a line of the server's log is. Free of VS Code.

export type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error';

const words: Record<string, Level> = { trce: 'trace', dbug: 'debug', info: 'info', warn: 'warn', fail: 'error', crit: 'error' };

/** A line begins with its level; one without, such as the end of a failing program's words, is an error. */
export function levelOf(line: string): { level: Level; text: string } {
  const [, word = '', text = ''] = /^([a-z]{4}): (.*)$/.exec(line) ?? [];
  const level = words[word];
  return level === undefined ? { level: 'error', text: line } : { level, text };
}
