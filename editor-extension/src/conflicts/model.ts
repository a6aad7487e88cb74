// The tree of the Conflicts view: groups, conflicts, and what each is made of. Free of VS Code.
import type { Conflict, ConflictList, Days, Place, Status } from '../protocol';
import { kindTitle, principleTitle, statuses } from './words';

export interface ConflictNode {
  /** The same across edits that leave the conflict standing, so that open branches stay open. */
  id: string;
  kind: 'group' | 'conflict' | 'clause' | 'witness' | 'advice' | 'resolution';
  label: string;
  description: string;
  tooltip: string;
  children: ConflictNode[];
  place?: Place;
  conflict?: Conflict;
}

/** The tree of the conflicts that have one of the statuses; the heaviest group comes first. */
export function conflictTree({ conflicts, groups }: ConflictList, shown: ReadonlySet<Status>): ConflictNode[] {
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
      children: listed.sort(byUrgency).map(conflictNode),
    }];
  });
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
  return conflicts.filter(c => ids.includes(c.id)).sort(byUrgency)
    .map(c => ({ id: c.id, label: c.clauses.map(p => p.clause).join(' × '), description: kindTitle(c.kind), detail: c.message }));
}

/** The node of a conflict. */
export function findConflict(roots: readonly ConflictNode[], id: string): ConflictNode | undefined {
  return roots.flatMap(g => g.children).find(c => c.id === id);
}

function conflictNode(conflict: Conflict): ConflictNode {
  const { id } = conflict;
  const resolution = conflict.resolution;
  return {
    ...plain(id, 'conflict', conflict.clauses.map(c => c.clause).join(' × ')),
    description: conflict.status,
    tooltip: conflict.message,
    conflict,
    ...(conflict.clauses[0] === undefined ? {} : { place: conflict.clauses[0] }),
    children: [
      ...conflict.clauses.map(place => ({ ...plain(`${id}|${place.clause}`, 'clause', place.clause), description: place.title ?? '', place, conflict })),
      ...(conflict.witnessText === '' ? [] : [{ ...plain(`${id}|witness`, 'witness', `For example ${conflict.witnessText}`), conflict }]),
      ...conflict.avoidBy.map((way, n) => ({ ...plain(`${id}|way${n}`, 'advice', `Avoid it: ${way}`), conflict })),
      ...(resolution == null ? [] : [{ ...plain(`${id}|resolution`, 'resolution', `${resolution.prevails} prevails: ${principleTitle(resolution.by)}`), conflict }]),
    ],
  };
}

function byUrgency(a: Conflict, b: Conflict): number {
  return statuses.indexOf(a.status) - statuses.indexOf(b.status) || (a.id < b.id ? -1 : 1);
}

function plain(id: string, kind: ConflictNode['kind'], label: string): ConflictNode {
  return { id, kind, label, description: '', tooltip: label, children: [] };
}

function count(conflicts: number): string {
  return conflicts === 1 ? '1 conflict' : `${conflicts} conflicts`;
}

/** Since when and until when; a bound that is missing says nothing. */
function days(stretches: readonly Days[]): string[] {
  const from = stretches[0]?.from;
  const until = stretches.at(-1)?.until;
  return [...(from == null ? [] : [`from ${from}`]), ...(until == null ? [] : [`until ${until}`])];
}
