// Days as the language writes them. Free of VS Code.

/** What is wrong with a day; undefined where nothing is. */
export function dayProblem(text: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) {
    return 'Write the day as YYYY-MM-DD, for example 2025-01-31.';
  }

  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? `There is no day ${text}.` : undefined;
}

/** A day in the calendar of this machine. */
export function today(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The days that texts name, latest first, each once: on them something begins or ends. */
export function daysIn(texts: readonly string[]): string[] {
  const found = texts.flatMap(text => [...text.matchAll(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g)].map(m => m[0]));
  return [...new Set(found)].filter(day => dayProblem(day) === undefined).sort().reverse();
}
