// A fence of policy text as a part of a page: coloured, with what each clause says and what was found beside it. Free of VS Code.
import { escape } from '../pages/html';
import type { SpokenClause } from '../protocol';
import { classOf, pieces } from './colours';

/** A finding with the lines of the document on which it stands. */
export interface Finding { from: number; to: number; severity: 'error' | 'warning' | 'note'; code: string; message: string }

export interface Notes { clauses: readonly SpokenClause[]; findings: readonly Finding[] }

const signs: Record<Finding['severity'], string> = { error: '✕ Error', warning: '⚠ Warning', note: 'ⓘ Note' };

/** Whether a fence with these words after it is policy text. */
export const isPolicyFence = (info: string): boolean => /^policy(\s|$)/i.test(info.trim());

/**
 * @param text what stands in the fence
 * @param firstLine the line of the document on which that begins
 */
export function fenceHtml(text: string, firstLine: number, { clauses, findings }: Notes): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const coloured = colouredLines(lines.join('\n'));
  const own = clauses.filter(c => c.range.start.line >= firstLine && c.range.start.line < firstLine + lines.length);
  const starts = [...new Set([0, ...own.flatMap(c => [c.range.start.line - firstLine, c.range.end.line - firstLine + 1])])].filter(n => n < lines.length).sort((a, b) => a - b);
  const rows = starts.map((start, n) => {
    const end = starts[n + 1] ?? lines.length;
    const isHere = (line: number): boolean => line - firstLine >= start && line - firstLine < end;
    const found = findings.filter(f => isHere(f.from));
    const code = coloured.slice(start, end).map((html, offset) => lineHtml(html, firstLine + start + offset, found)).join('');
    const notes = [...own.filter(c => isHere(c.range.start.line)).map(clauseHtml), ...found.map(findingHtml)].join('');
    return `<div class="policy-row"><pre><code>${code}</code></pre><div class="policy-margin">${notes}</div></div>`;
  });
  return `<div class="policy-fence">${rows.join('')}</div>\n`;
}

function colouredLines(text: string): string[] {
  const html = pieces(text).map(({ text: piece, scope }) => {
    const kind = scope === undefined ? undefined : classOf(scope);
    // A piece that goes over several lines is closed at the end of each.
    return piece.split('\n').map(part => (kind === undefined || part === '' ? escape(part) : `<span class="${kind}">${escape(part)}</span>`)).join('\n');
  });
  return html.join('').split('\n');
}

function lineHtml(html: string, line: number, found: readonly Finding[]): string {
  const worst = (['error', 'warning', 'note'] as const).find(severity => found.some(f => f.severity === severity && f.from <= line && line <= f.to));
  return `<span class="policy-line code-line${worst === undefined ? '' : ` policy-${worst}`}" data-line="${line}">${html === '' ? ' ' : html}\n</span>`;
}

function clauseHtml({ clause, title, force, says }: SpokenClause): string {
  const sentences = says.map(({ kind, where }) => (where.length === 1
    ? `<p><strong>${escape(kind)}</strong> ${escape(where[0] ?? '')}.</p>`
    : `<p><strong>${escape(kind)}</strong></p><ul>${where.map(each => `<li>${escape(each)}</li>`).join('')}</ul>`)).join('');
  return `<div class="policy-clause"><p class="policy-name">${escape(title == null ? clause : `${clause}: ${title}`)}</p>${sentences}<p class="policy-force">${escape(force)}</p></div>`;
}

function findingHtml({ severity, code, message }: Finding): string {
  return `<p class="policy-finding policy-${severity}"><strong>${escape(`${signs[severity]} ${code}`)}</strong> ${escape(message)}</p>`;
}
