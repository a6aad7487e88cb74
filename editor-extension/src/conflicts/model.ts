// The tree of the Conflicts view: frameworks, kinds, conflicts, and what each is made of. Free of VS Code.
import type { Conflict, Place, Status } from '../protocol';
import { kindTitle, principleTitle, statuses } from './words';

export interface ConflictNode {
  /** The same across edits that leave the conflict standing, so that open branches stay open. */
  id: string;
  kind: 'pair' | 'group' | 'conflict' | 'clause' | 'witness' | 'advice' | 'resolution';
  label: string;
  description: string;
  tooltip: string;
  children: ConflictNode[];
  place?: Place;
  conflict?: Conflict;
}

/** The tree of the conflicts that have one of the statuses. */
export function conflictTree(conflicts: readonly Conflict[], shown: ReadonlySet<Status>): ConflictNode[] {
  const listed = conflicts.filter(c => shown.has(c.status));
  return groups(listed, pairTitle).map(([pair, ofPair]) => ({
    ...plain(pair, 'pair', pair),
    description: count(ofPair.length),
    children: groups(ofPair, c => c.kind).map(([kind, ofKind]) => ({
      ...plain(`${pair}|${kind}`, 'group', kindTitle(kind)),
      description: String(ofKind.length),
      children: [...ofKind].sort(byUrgency).map(conflictNode),
    })),
  }));
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
  return roots.flatMap(p => p.children).flatMap(g => g.children).find(c => c.id === id);
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

function pairTitle(conflict: Conflict): string {
  const [first, ...others] = conflict.frameworks;
  return others.length === 0 ? `Within ${first ?? 'the files'}` : conflict.frameworks.join(' ↔ ');
}

function byUrgency(a: Conflict, b: Conflict): number {
  return statuses.indexOf(a.status) - statuses.indexOf(b.status) || (a.id < b.id ? -1 : 1);
}

function groups(conflicts: readonly Conflict[], key: (c: Conflict) => string): [string, Conflict[]][] {
  const found = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const group = found.get(key(conflict));
    if (group === undefined) {
      found.set(key(conflict), [conflict]);
    } else {
      group.push(conflict);
    }
  }

  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function plain(id: string, kind: ConflictNode['kind'], label: string): ConflictNode {
  return { id, kind, label, description: '', tooltip: label, children: [] };
}

function count(conflicts: number): string {
  return conflicts === 1 ? '1 conflict' : `${conflicts} conflicts`;
}
