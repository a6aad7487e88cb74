import * as vscode from 'vscode';
import type { Status } from '../protocol';
import { conflictChoices, conflictTree, findConflict, parents, type ConflictNode } from './model';
import type { ConflictStore } from './store';
import { openStatuses, statuses, statusTitles } from './words';

const icons: Record<ConflictNode['kind'], vscode.ThemeIcon> = {
  group: new vscode.ThemeIcon('law'),
  conflict: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  clause: new vscode.ThemeIcon('symbol-method'),
  witness: new vscode.ThemeIcon('beaker'),
  advice: new vscode.ThemeIcon('lightbulb'),
  resolution: new vscode.ThemeIcon('arrow-up'),
};

const statusIcons: Record<Status, vscode.ThemeIcon> = {
  unresolved: icons.conflict,
  excusable: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  avoidable: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  acknowledged: new vscode.ThemeIcon('check'),
  resolved: new vscode.ThemeIcon('pass'),
  ended: new vscode.ThemeIcon('history'),
};

const remembered = 'conflicts.shown';

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

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly store: ConflictStore, private readonly memory: vscode.Memento) {
    this.shown = new Set(memory.get<Status[]>(remembered, [...openStatuses]));
    this.view = vscode.window.createTreeView('policy.conflicts', { treeDataProvider: this, showCollapseAll: true });
    this.subscription = store.onDidChange(() => this.update());
    this.update();
  }

  getChildren(node?: ConflictNode): ConflictNode[] { return node?.children ?? this.roots; }
  getParent(node: ConflictNode): ConflictNode | undefined { return this.above.get(node.id); }

  getTreeItem(node: ConflictNode): vscode.TreeItem {
    const open = vscode.TreeItemCollapsibleState.Expanded;
    const closed = vscode.TreeItemCollapsibleState.Collapsed;
    const item = new vscode.TreeItem(node.label, node.children.length === 0 ? vscode.TreeItemCollapsibleState.None : node.kind === 'conflict' || node.children.length > mostOpen ? closed : open);
    item.id = node.id;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.iconPath = node.kind === 'conflict' && node.conflict !== undefined ? statusIcons[node.conflict.status] : icons[node.kind];
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

    const node = findConflict(this.roots, id);
    if (node === undefined) {
      await vscode.window.showInformationMessage('This conflict is gone.');
      return;
    }

    await this.view.reveal(node, { select: true, focus: true, expand: true });
  }

  /** Asks which statuses are listed. */
  async filter(): Promise<void> {
    const items = statuses.map(status => ({ label: statusTitles[status], description: String(this.store.list.conflicts.filter(c => c.status === status).length), picked: this.shown.has(status), status }));
    const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: 'Which conflicts are listed' });
    if (picked !== undefined) {
      await this.show(picked.map(p => p.status));
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.view, this.subscription, this.changed).dispose();
  }

  private async show(wanted: Status[]): Promise<void> {
    this.shown = new Set(wanted);
    this.update();
    await this.memory.update(remembered, wanted);
  }

  private update(): void {
    this.roots = conflictTree(this.store.list, this.shown);
    this.above = parents(this.roots);
    const open = this.store.open;
    this.view.badge = open === 0 ? undefined : { value: open, tooltip: `${open} open conflicts` };
    this.view.description = statuses.filter(s => this.shown.has(s)).map(s => statusTitles[s].toLowerCase()).join(', ');
    void vscode.commands.executeCommand('setContext', 'policy.hasConflicts', this.roots.length > 0);
    this.changed.fire();
  }
}
