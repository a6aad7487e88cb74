import * as vscode from 'vscode';
import { AskPanel } from './ask/panel';
import { filePattern, isPolicyDocument } from './client/documents';
import { PolicyClient } from './client/policyClient';
import { showStatus } from './client/statusBar';
import { act, open } from './conflicts/actions';
import type { ConflictNode } from './conflicts/model';
import { ConflictStore } from './conflicts/store';
import { ConflictView } from './conflicts/view';
import { compareWithCommit } from './diff/semanticDiff';
import { MatrixPanel } from './matrix/panel';
import { TextPages } from './pages/textPages';
import { CSharpPreview } from './preview/csharpPreview';
import { pickAsOf, pickViewpoint } from './reading/pickers';
import { ScenarioTests } from './scenarios/controller';
import { greetSample, openSample } from './start/sample';

let client: PolicyClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const pages = new TextPages();
  // The server's own commands, which its code lenses carry, are carried out in the views.
  const server = new PolicyClient(context, {
    'policy.runScenario': ([, id = '']) => tests.runOne(id),
    'policy.showConflict': ([, ...ids]) => view.reveal(ids),
    'policy.matrix': async () => matrix.show(),
    'policy.preview': ([uri = '']) => preview.show(vscode.Uri.parse(uri, true)),
  });
  client = server;
  const conflicts = new ConflictStore(server);
  const view = new ConflictView(conflicts, context.workspaceState);
  const tests = new ScenarioTests(server, pages);
  const matrix = new MatrixPanel(server, context.extensionUri);
  const ask = new AskPanel(server, context.extensionUri);
  const preview = new CSharpPreview(server);
  context.subscriptions.push(server, pages, conflicts, view, tests, matrix, ask, preview, showStatus(server, conflicts));

  const commands: Record<string, (...args: never[]) => unknown> = {
    'policy.restartServer': () => server.restart(),
    'policy.showOutput': () => server.channel.show(),
    'policy.pickAsOf': pickAsOf,
    'policy.pickViewpoint': () => pickViewpoint(server),
    'policy.openMatrix': () => matrix.show(),
    'policy.ask': () => ask.show(),
    'policy.previewCSharp': (uri?: vscode.Uri) => preview.show(uri),
    'policy.semanticDiff': (uri?: vscode.Uri) => compareWithCommit(server, pages, uri),
    'policy.openSample': (into?: vscode.Uri) => openSample(context, into),
    'policy.openWalkthrough': () => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
    'policy.conflicts.refresh': () => conflicts.refresh(),
    'policy.conflicts.filter': () => view.filter(),
    'policy.conflicts.open': (node: ConflictNode) => open(node),
    'policy.conflicts.repair': (node: ConflictNode) => act(server, 'repair', node),
    'policy.conflicts.acknowledge': (node: ConflictNode) => act(server, 'acknowledge', node),
    'policy.conflicts.scenario': (node: ConflictNode) => act(server, 'scenario', node),
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, (...args: never[]) => told(() => run(...args))));
  }

  const startFor = (document: vscode.TextDocument): void => { if (isPolicyDocument(document)) { void server.start(); } };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeConfiguration(e => { if (e.affectsConfiguration('policy.server.path')) { void server.restart(); } }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
  );
  vscode.workspace.textDocuments.forEach(startFor);
  if ((await vscode.workspace.findFiles(filePattern, undefined, 1)).length > 0) {
    void server.start();
  }

  await greetSample(context);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** What fails is said in a sentence: the errors of the server are written for its users. */
async function told(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (problem) {
    await vscode.window.showErrorMessage(problem instanceof Error ? problem.message : String(problem));
  }
}
