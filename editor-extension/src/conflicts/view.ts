import * as vscode from 'vscode';
import type { Conflict, Status } from '../protocol';
import { statusWords, withoutStatus } from '../clause/words';
import { clauseStatuses, conflictChoices, conflictTree, findConflict, parents, type ConflictNode } from './model';
import type { Order } from './sorting';
import type { ConflictStore } from './store';
import { clauseTree, tellsOwners } from './tree';
import { openStatuses, statuses, statusTitles } from './words';

const icons: Record<ConflictNode['kind'], vscode.ThemeIcon> = {
  group: new vscode.ThemeIcon('law'),
  mine: new vscode.ThemeIcon('symbol-method'),
  order: new vscode.ThemeIcon('law'),
  others: new vscode.ThemeIcon('organization'),
  conflict: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  clause: new vscode.ThemeIcon('symbol-method'),
  witness: new vscode.ThemeIcon('beaker'),
  advice: new vscode.ThemeIcon('lightbulb'),
  resolution: new vscode.ThemeIcon('arrow-up'),
};

const severityIcons: Record<string, vscode.ThemeIcon> = {
  error: icons.conflict,
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  information: new vscode.ThemeIcon('info'),
  hint: new vscode.ThemeIcon('info'),
};

/** What has been dealt with shows how; what is open shows how grave it is. */
const settledIcons: Partial<Record<Status, vscode.ThemeIcon>> = {
  acknowledged: new vscode.ThemeIcon('check'),
  resolved: new vscode.ThemeIcon('pass'),
  ended: new vscode.ThemeIcon('history'),
};

const remembered = 'conflicts.shown';
const rememberedGrouping = 'conflicts.grouping';
const rememberedOrder = 'conflicts.order';
const rememberedClauses = 'conflicts.clauseStatuses';

const clauseKinds: readonly string[] = [...statusWords, withoutStatus];

type Grouping = 'auto' | 'clause' | 'kind';

/** A group with more conflicts is closed at first, so that the groups are seen together. */
const mostOpen = 5;

/** The Conflicts view. */
export class ConflictView implements vscode.TreeDataProvider<ConflictNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<ConflictNode>;
  private readonly subscription: vscode.Disposable;
  private roots: ConflictNode[] = [];
  private above = new Map<string, ConflictNode>();
  private shown: ReadonlySet<Status>;
  private grouping: Grouping;
  private order: Order;
  /** Of which status a clause of each listed conflict is. */
  private drafted: ReadonlySet<string>;
  /** The clause whose conflicts alone are listed. */
  private only: string | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly store: ConflictStore, private readonly memory: vscode.Memento) {
    this.shown = new Set(memory.get<Status[]>(remembered, [...openStatuses]));
    this.grouping = memory.get<Grouping>(rememberedGrouping, 'auto');
    this.order = memory.get<Order>(rememberedOrder, 'severity');
    this.drafted = new Set(memory.get<string[]>(rememberedClauses, [...clauseKinds]));
    this.view = vscode.window.createTreeView('policy.conflicts', { treeDataProvider: this, showCollapseAll: true });
    this.subscription = store.onDidChange(() => this.update());
    this.update();
  }

  getChildren(node?: ConflictNode): ConflictNode[] { return node?.children ?? this.roots; }
  getParent(node: ConflictNode): ConflictNode | undefined { return this.above.get(node.id); }

  getTreeItem(node: ConflictNode): vscode.TreeItem {
    const open = vscode.TreeItemCollapsibleState.Expanded;
    const closed = vscode.TreeItemCollapsibleState.Collapsed;
    const item = new vscode.TreeItem(node.label, node.children.length === 0 ? vscode.TreeItemCollapsibleState.None : node.kind === 'conflict' || node.kind === 'others' || (node.total ?? node.children.length) > mostOpen ? closed : open);
    item.id = node.id;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.iconPath = iconOf(node);
    item.contextValue = node.kind === 'conflict' ? `conflict.${node.conflict?.status ?? ''}` : node.kind;
    if (node.place !== undefined) {
      item.command = { command: 'policy.conflicts.open', title: 'Go to Clause', arguments: [node] };
    }

    return item;
  }

  /** Shows a conflict, whatever the filter says; of several, the one that is picked. */
  async reveal(ids: readonly string[]): Promise<void> {
    const id = ids.length > 1 ? (await vscode.window.showQuickPick(conflictChoices(this.store.list.conflicts, ids), { title: 'Which conflict', matchOnDetail: true }))?.id : ids[0];
    if (id === undefined) {
      return;
    }

    const conflict = this.store.list.conflicts.find(c => c.id === id);
    if (conflict !== undefined && !this.shown.has(conflict.status)) {
      await this.show([...this.shown, conflict.status]);
    }

    if (conflict !== undefined && !this.isListed(conflict)) {
      this.only = undefined;
      await this.showClauses(clauseKinds);
    }

    const node = findConflict(this.roots, id);
    if (node === undefined) {
      await vscode.window.showInformationMessage('This conflict is gone.');
      return;
    }

    await this.view.reveal(node, { select: true, focus: true, expand: true });
  }

  /** Lists the conflicts of a clause alone, acknowledged ones too where it has no others; without a clause, those of all. */
  async showOnly(clause: string | undefined): Promise<void> {
    this.only = clause;
    await this.showClauses(clauseKinds);
    const own = this.store.list.conflicts.filter(c => this.isListed(c));
    if (clause !== undefined && own.length > 0 && !own.some(c => this.shown.has(c.status))) {
      await this.show([...this.shown, 'acknowledged']);
    }

    this.update();
    await vscode.commands.executeCommand('policy.conflicts.focus');
    const first = this.roots[0];
    if (clause !== undefined && first !== undefined) {
      await this.view.reveal(first, { select: true, focus: true, expand: true });
    }
  }

  /** Asks which statuses are listed. */
  async filter(): Promise<void> {
    const items = statuses.map(status => ({ label: statusTitles[status], description: String(this.store.list.conflicts.filter(c => c.status === status).length), picked: this.shown.has(status), status }));
    const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: 'Which conflicts are listed' });
    if (picked !== undefined) {
      await this.show(picked.map(p => p.status));
    }
  }

  /** Asks of which status the clauses are whose conflicts are listed. */
  async filterClauses(): Promise<void> {
    const items = clauseKinds.map(word => ({ label: word === withoutStatus ? word : `● ${word}`, description: String(this.store.list.conflicts.filter(c => this.shown.has(c.status) && clauseStatuses(c).has(word)).length), picked: this.drafted.has(word), word }));
    const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: 'Conflicts of clauses of which status' });
    if (picked !== undefined) {
      await this.showClauses(picked.length === 0 ? clauseKinds : picked.map(p => p.word));
    }
  }

  /** Asks by what conflicts are grouped and sorted. */
  async arrange(): Promise<void> {
    const choices: (vscode.QuickPickItem & { grouping?: Grouping; order?: Order })[] = [
      { label: 'Group', kind: vscode.QuickPickItemKind.Separator },
      { label: 'By my clauses where instruments are mine, else by kind', grouping: 'auto', picked: this.grouping === 'auto' },
      { label: 'By my clauses, then legal orders', grouping: 'clause', picked: this.grouping === 'clause' },
      { label: 'By kind and sides', grouping: 'kind', picked: this.grouping === 'kind' },
      { label: 'Sort', kind: vscode.QuickPickItemKind.Separator },
      { label: 'By severity', order: 'severity', picked: this.order === 'severity' },
      { label: 'By title', order: 'name', picked: this.order === 'name' },
      { label: 'By kind of conflict', order: 'kind', picked: this.order === 'kind' },
    ];
    const chosen = await vscode.window.showQuickPick(choices.map(c => (c.picked === true ? { ...c, description: 'now' } : c)), { title: 'How conflicts are listed' });
    this.grouping = chosen?.grouping ?? this.grouping;
    this.order = chosen?.order ?? this.order;
    this.update();
    await this.memory.update(rememberedGrouping, this.grouping);
    await this.memory.update(rememberedOrder, this.order);
  }

  /** Finds a conflict by any word of its titles, names or message. */
  async search(): Promise<void> {
    const { conflicts } = this.store.list;
    const listed = conflictChoices(conflicts, conflicts.filter(c => this.shown.has(c.status) && this.isDrafted(c)).map(c => c.id));
    const chosen = await vscode.window.showQuickPick(listed, { title: `Search ${listed.length} conflicts`, placeHolder: 'A word of a title, a name or the message', matchOnDescription: true, matchOnDetail: true });
    if (chosen !== undefined) {
      await this.reveal([chosen.id]);
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.view, this.subscription, this.changed).dispose();
  }

  private isListed(conflict: Conflict): boolean {
    return (this.only === undefined || conflict.sides.some(s => s.clause === this.only)) && this.isDrafted(conflict);
  }

  private isDrafted(conflict: Conflict): boolean {
    return [...clauseStatuses(conflict)].some(word => this.drafted.has(word));
  }

  private async showClauses(wanted: readonly string[]): Promise<void> {
    this.drafted = new Set(wanted);
    this.update();
    await this.memory.update(rememberedClauses, [...wanted]);
  }

  private async show(wanted: Status[]): Promise<void> {
    this.shown = new Set(wanted);
    this.update();
    await this.memory.update(remembered, wanted);
  }

  private update(): void {
    const listed = this.store.list.conflicts.filter(c => this.shown.has(c.status) && this.isListed(c));
    this.roots = this.grouping === 'clause' || (this.grouping === 'auto' && tellsOwners(listed)) ? clauseTree(listed, this.order) : conflictTree({ ...this.store.list, conflicts: listed }, this.shown, this.order);
    this.above = parents(this.roots);
    const open = this.store.open;
    const isWhole = clauseKinds.every(word => this.drafted.has(word));
    this.view.badge = open === 0 ? undefined : { value: open, tooltip: `${open} open conflicts` };
    this.view.description = statuses.filter(s => this.shown.has(s)).map(s => statusTitles[s].toLowerCase()).join(', ');
    this.view.message = [
      ...(this.only === undefined ? [] : [`Only conflicts of ${this.only}.`]),
      ...(isWhole ? [] : [`Only conflicts of clauses with ${clauseKinds.filter(word => this.drafted.has(word)).map(word => (word === withoutStatus ? word : `the status '${word}'`)).join(', or ')}.`]),
      ...(this.store.hidden === 0 ? [] : [`${this.store.hidden} more concern only others than ${vscode.workspace.getConfiguration('policy').get('viewpoint', '')}.`]),
    ].join(' ');
    void vscode.commands.executeCommand('setContext', 'policy.conflictsOfOne', this.only !== undefined);
    void vscode.commands.executeCommand('setContext', 'policy.hasClauseStatus', !isWhole || this.store.list.conflicts.some(c => c.sides.some(s => s.status != null)));
    void vscode.commands.executeCommand('setContext', 'policy.hasConflicts', this.roots.length > 0);
    this.changed.fire();
  }
}

function iconOf(node: ConflictNode): vscode.ThemeIcon {
  const settled = node.conflict !== undefined && node.kind === 'conflict' ? settledIcons[node.conflict.status] : undefined;
  const severity = node.kind === 'conflict' ? node.conflict?.severity : node.kind === 'mine' ? node.severity : undefined;
  return settled ?? (severity === undefined ? undefined : severityIcons[severity]) ?? icons[node.kind];
}
