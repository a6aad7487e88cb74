// The page that tells what an edit means. Free of VS Code.
import type { Difference, Level } from '../protocol';

const levels: Record<Level, string> = {
  none: 'Nothing was changed.',
  patch: 'The wording differs; no case is decided otherwise. *(patch)*',
  minor: 'What was lawful stays lawful. *(minor)*',
  major: 'Something is now prohibited, in conflict or due that was not. *(major)*',
};

export function differencePage(file: string, difference: Difference): string {
  return `# ${plain(file)}: what changes in meaning\n\nCompared with the last commit. ${levels[difference.level]}\n\n${difference.text}\n*A reading aid, not legal advice.*\n`;
}

/** A name as text, whatever it holds. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|&]/g, '\\$&');
}
