// The tree of the Conflicts view: groups, conflicts, and what each is made of. Free of VS Code.
import type { Conflict, ConflictList, ConflictSide, Days, Place, Status } from '../protocol';
import { statusKind } from '../clause/words';
import { inOrder, severities, titles, type Order } from './sorting';
import { kindTitle, principleTitle } from './words';

export interface ConflictNode {
  /** The same across edits that leave the conflict standing, so that open branches stay open. */
  id: string;
  kind: 'group' | 'mine' | 'order' | 'others' | 'conflict' | 'clause' | 'witness' | 'advice' | 'resolution';
  label: string;
  description: string;
  tooltip: string;
  children: ConflictNode[];
  place?: Place;
  conflict?: Conflict;
  /** The heaviest severity of the conflicts below. */
  severity?: string;
  /** How many conflicts stand below. */
  total?: number;
}

/** The tree of the conflicts that have one of the statuses; the heaviest group comes first. */
export function conflictTree({ conflicts, groups }: ConflictList, shown: ReadonlySet<Status>, order: Order = 'severity'): ConflictNode[] {
  const seen = new Map<string, number>();
  return groups.flatMap(group => {
    const listed = conflicts.filter(c => c.group === group.number && shown.has(c.status));
    if (listed.length === 0) {
      return [];
    }

    // Numbers change with every edit, titles do not; groups of one title differ in what has been done about them.
    const times = seen.get(group.title) ?? 0;
    seen.set(group.title, times + 1);
    return [{
      ...plain(times === 0 ? group.title : `${group.title}|${times}`, 'group', group.title),
      description: [count(listed.length), ...days(group.days)].join(', '),
      tooltip: [group.title, ...new Set(listed.map(c => kindTitle(c.kind))), ...(group.help == null ? [] : [group.help])].join('\n\n'),
      severity: heaviest(listed),
      total: listed.length,
      children: inOrder(listed, order).map(c => conflictNode(c, c.sides)),
    }];
  });
}

/** By which status of their clauses conflicts can be chosen: of one's own clauses, or of all where none is one's own. */
export function clauseStatuses({ sides }: Conflict): Set<string> {
  const own = sides.filter(s => s.mine);
  return new Set((own.length > 0 ? own : sides).map(s => statusKind(s.status)));
}

/** Every node with the node above it. */
export function parents(roots: readonly ConflictNode[]): Map<string, ConflictNode> {
  const found = new Map<string, ConflictNode>();
  const visit = (node: ConflictNode): void => {
    for (const child of node.children) {
      found.set(child.id, node);
      visit(child);
    }
  };
  roots.forEach(visit);
  return found;
}

/** Some of the conflicts to pick from, the most urgent first. */
export function conflictChoices(conflicts: readonly Conflict[], ids: readonly string[]): { id: string; label: string; description: string; detail: string }[] {
  return inOrder(conflicts.filter(c => ids.includes(c.id)), 'severity')
    .map(c => ({ id: c.id, label: titles(c.sides), description: [names(c.sides), kindTitle(c.kind)].join(', '), detail: c.message }));
}

/** The node of a conflict. */
export function findConflict(roots: readonly ConflictNode[], id: string): ConflictNode | undefined {
  for (const node of roots) {
    const found = node.kind === 'conflict' ? (node.id === id ? node : undefined) : findConflict(node.children, id);
    if (found !== undefined) {
      return found;
    }
  }

  return undefined;
}

/** A conflict, named by the sides that its branch does not name yet: titles first, then names. */
export function conflictNode(conflict: Conflict, sides: readonly ConflictSide[]): ConflictNode {
  const { id } = conflict;
  const resolution = conflict.resolution;
  return {
    ...plain(id, 'conflict', titles(sides)),
    description: [...(sides.some(s => s.title != null) ? [names(sides)] : []), conflict.status].join(', '),
    tooltip: conflict.message,
    conflict,
    ...(conflict.clauses[0] === undefined ? {} : { place: conflict.clauses[0] }),
    children: [
      ...conflict.clauses.map(place => ({ ...plain(`${id}|${place.clause}`, 'clause', place.title ?? place.clause), description: place.title == null ? '' : place.clause, place, conflict })),
      ...(conflict.witnessText === '' ? [] : [{ ...plain(`${id}|witness`, 'witness', `For example ${conflict.witnessText}`), conflict }]),
      ...conflict.avoidBy.map((way, n) => ({ ...plain(`${id}|way${n}`, 'advice', `Avoid it: ${way}`), conflict })),
      ...(resolution == null ? [] : [{ ...plain(`${id}|resolution`, 'resolution', `${titled(conflict, resolution.prevails)} prevails: ${principleTitle(resolution.by)}`), conflict }]),
    ],
  };
}

/** The heaviest severity of some conflicts. */
export function heaviest(conflicts: readonly Conflict[]): string {
  return severities.find(s => conflicts.some(c => c.severity === s)) ?? 'hint';
}

function titled(conflict: Conflict, clause: string): string {
  return conflict.sides.find(s => s.clause === clause)?.title ?? clause;
}

function names(sides: readonly ConflictSide[]): string {
  return sides.map(s => s.clause).join(' × ');
}

export function plain(id: string, kind: ConflictNode['kind'], label: string): ConflictNode {
  return { id, kind, label, description: '', tooltip: label, children: [] };
}

export function count(conflicts: number): string {
  return conflicts === 1 ? '1 conflict' : `${conflicts} conflicts`;
}

/** Since when and until when; a bound that is missing says nothing. */
function days(stretches: readonly Days[]): string[] {
  const from = stretches[0]?.from;
  const until = stretches.at(-1)?.until;
  return [...(from == null ? [] : [`from ${from}`]), ...(until == null ? [] : [`until ${until}`])];
}
