import * as vscode from 'vscode';
import { AskPanel } from './ask/panel';
import { ClauseStatuses } from './clause/statuses';
import { ClauseView } from './clause/view';
import { filePattern, isPolicyDocument } from './client/documents';
import { PolicyClient } from './client/policyClient';
import { showStatus } from './client/statusBar';
import { acknowledge, act, open } from './conflicts/actions';
import type { ConflictNode } from './conflicts/model';
import { ConflictStore } from './conflicts/store';
import { ConflictView } from './conflicts/view';
import { LiteratePreview, type MarkdownIt } from './literate/preview';
import { MatrixPanel } from './matrix/panel';
import { TextPages } from './pages/textPages';
import { CSharpPreview } from './preview/csharpPreview';
import { compliance } from './questions/compliance';
import { differences } from './questions/differences';
import { interop } from './questions/interop';
import { QuestionPanel } from './questions/panel';
import type { Question } from './questions/question';
import { timeline } from './questions/timeline';
import { whatIf } from './questions/whatIf';
import { pickAsOf, pickMine, pickViewpoint } from './reading/pickers';
import { ReportPanel } from './report/panel';
import { newPolicy, offerTemplates } from './start/templates';
import { StartWizard } from './start/wizard';
import { ScenarioTests } from './scenarios/controller';
import type { Platform } from './platform';
import type { Version } from './versions/version';

let client: PolicyClient | undefined;

/** What VS Code's Markdown preview asks of the extension. */
export interface Exported { extendMarkdownIt(markdown: MarkdownIt): MarkdownIt }

/** Begins to work in a window. */
export function begin(context: vscode.ExtensionContext, platform: Platform): Exported {
  const { versions } = platform;
  const pages = new TextPages();
  // The server's own commands, which its code lenses carry, are carried out in the views.
  const server = new PolicyClient(platform, {
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
  const ask = new AskPanel(server, context.extensionUri, context.globalStorageUri);
  const wizard = new StartWizard(context, server, platform, () => ask.show());
  const preview = new CSharpPreview(server);
  const report = new ReportPanel(server, context.extensionUri);
  const clause = new ClauseView(server, context.extensionUri);
  const statuses = new ClauseStatuses(server);
  const literate = new LiteratePreview(server);
  const question = (about: Question, press?: (id: string) => Promise<void>): QuestionPanel => new QuestionPanel(server, context.extensionUri, about, press);
  const answers = { compliance: question(compliance), timeline: question(timeline), interop: question(interop), whatIf: question(whatIf) };
  let old: Version | undefined;
  const compared = question(differences(() => old), async () => compare(await versions.pick()));
  const compare = async (version: Version | undefined): Promise<void> => {
    if (version !== undefined) {
      old = version;
      await compared.showAnew();
    }
  };
  context.subscriptions.push(server, pages, conflicts, view, tests, matrix, ask, preview, report, literate, clause, statuses, compared, ...Object.values(answers), showStatus(server, conflicts), offerTemplates());

  const commands: Record<string, (...args: never[]) => unknown> = {
    'policy.restartServer': () => server.restart(),
    'policy.showOutput': () => server.channel.show(),
    'policy.pickAsOf': pickAsOf,
    'policy.pickViewpoint': () => pickViewpoint(server),
    'policy.pickMine': () => pickMine(server),
    'policy.newFile': newPolicy,
    'policy.openMatrix': () => matrix.show(),
    'policy.ask': () => ask.show(),
    'policy.clausesByStatus': () => statuses.pick(),
    'policy.keepAnswer': () => ask.do('keep'),
    'policy.copyAnswer': () => ask.do('memo'),
    'policy.printAnswer': () => ask.do('print'),
    'policy.previewCSharp': (uri?: vscode.Uri) => preview.show(uri),
    'policy.semanticDiff': () => versions.lastCommit().then(compare),
    'policy.compareWith': () => versions.pick().then(compare),
    'policy.saveSnapshot': () => versions.saveSnapshot(),
    'policy.openCompliance': () => answers.compliance.show(),
    'policy.openTimeline': () => answers.timeline.show(),
    'policy.openInterop': () => answers.interop.show(),
    'policy.openWhatIf': () => answers.whatIf.show(),
    'policy.openReport': () => report.show(),
    'policy.saveReport': () => report.save(),
    'policy.startProject': () => wizard.show(),
    'policy.openSample': (into?: vscode.Uri) => platform.openSample(into),
    'policy.openWalkthrough': () => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
    'policy.acknowledge': (id: string) => acknowledge(server, id),
    'policy.showConflictsOf': (clause: string) => view.showOnly(clause),
    'policy.conflicts.showAll': () => view.showOnly(undefined),
    'policy.conflicts.refresh': () => conflicts.refresh(),
    'policy.conflicts.filter': () => view.filter(),
    'policy.conflicts.filterClauses': () => view.filterClauses(),
    'policy.conflicts.arrange': () => view.arrange(),
    'policy.conflicts.search': () => view.search(),
    'policy.conflicts.open': (node: ConflictNode) => open(node),
    'policy.conflicts.repair': (node: ConflictNode) => act(server, 'repair', node),
    'policy.conflicts.acknowledge': (node: ConflictNode) => act(server, 'acknowledge', node),
    'policy.conflicts.scenario': (node: ConflictNode) => act(server, 'scenario', node),
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, (...args: never[]) => told(() => run(...args))));
  }

  void wizard.greet();
  const startFor = (document: vscode.TextDocument): void => { if (isPolicyDocument(document)) { void server.start(); } };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeConfiguration(e => { if (e.affectsConfiguration('policy.server.path')) { void server.restart(); } }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
  );
  vscode.workspace.textDocuments.forEach(startFor);
  // Not waited for: a file system of the browser that cannot be searched never answers.
  void vscode.workspace.findFiles(filePattern, undefined, 1).then(found => (found.length > 0 ? server.start() : undefined));
  return { extendMarkdownIt: markdown => literate.extendMarkdownIt(markdown) };
}

export async function end(): Promise<void> {
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
