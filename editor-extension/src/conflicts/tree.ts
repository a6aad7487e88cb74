// The tree of the Conflicts view by clause: a clause of one's own, the legal order that it meets, the conflicts. Free of VS Code.
import type { Conflict, ConflictSide } from '../protocol';
import { conflictNode, count, heaviest, plain, type ConflictNode } from './model';
import { inOrder, severities, type Order } from './sorting';

const others = 'others';

/** Conflicts by the clauses of one's own instruments; those among the law of others come last, folded. */
export function clauseTree(conflicts: readonly Conflict[], order: Order): ConflictNode[] {
  const mine = new Map<string, Conflict[]>();
  const foreign: Conflict[] = [];
  for (const conflict of conflicts) {
    const own = conflict.sides.find(s => s.mine);
    if (own === undefined) {
      foreign.push(conflict);
    } else {
      mine.set(own.clause, [...mine.get(own.clause) ?? [], conflict]);
    }
  }

  const clauses = [...mine].map(([name, listed]) => clauseNode(name, listed, order));
  return [...clauses.sort((a, b) => byWeight(a, b, order)), ...(foreign.length === 0 ? [] : [othersNode(foreign, order)])];
}

/** Whether somebody has said whose the instruments are, so that grouping by one's own clauses says something. */
export function tellsOwners(conflicts: readonly Conflict[]): boolean {
  return conflicts.some(c => c.sides.some(s => !s.mine)) && conflicts.some(c => c.sides.some(s => s.mine));
}

function clauseNode(name: string, conflicts: Conflict[], order: Order): ConflictNode {
  const side = conflicts[0]?.sides.find(s => s.clause === name);
  const place = conflicts.flatMap(c => c.clauses).find(p => p.clause === name);
  return {
    ...plain(`clause|${name}`, 'mine', side?.title ?? name),
    description: [...(side?.title == null ? [] : [name]), count(conflicts.length)].join(', '),
    severity: heaviest(conflicts),
    total: conflicts.length,
    ...(place === undefined ? {} : { place }),
    children: byOrder(`clause|${name}`, conflicts, order, c => c.sides.filter(s => s.clause !== name)),
  };
}

function othersNode(conflicts: Conflict[], order: Order): ConflictNode {
  return {
    ...plain(others, 'others', 'Among the law of others'),
    description: count(conflicts.length),
    tooltip: 'No clause of your own takes part in these. "Choose My Instruments…" says which are your own.',
    severity: heaviest(conflicts),
    total: conflicts.length,
    children: byOrder(others, conflicts, order, c => c.sides),
  };
}

function byOrder(above: string, conflicts: Conflict[], order: Order, sides: (conflict: Conflict) => ConflictSide[]): ConflictNode[] {
  const groups = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const met = [...new Set(sides(conflict).map(s => s.order))].join(' × ');
    groups.set(met, [...groups.get(met) ?? [], conflict]);
  }

  return [...groups].map(([name, listed]) => ({
    ...plain(`${above}|${name}`, 'order' as const, name),
    description: count(listed.length),
    severity: heaviest(listed),
    total: listed.length,
    children: inOrder(listed, order).map(c => conflictNode(c, sides(c))),
  })).sort((a, b) => byWeight(a, b, order));
}

function byWeight(a: ConflictNode, b: ConflictNode, order: Order): number {
  const bySeverity = order === 'severity' ? severityRank(a) - severityRank(b) || (b.total ?? 0) - (a.total ?? 0) : 0;
  return bySeverity || a.label.localeCompare(b.label);
}

function severityRank(node: ConflictNode): number {
  return severities.indexOf(node.severity ?? 'hint');
}
