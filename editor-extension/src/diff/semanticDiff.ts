import { basename } from 'node:path';
import * as vscode from 'vscode';
import { currentDocument } from '../client/documents';
import type { PolicyClient } from '../client/policyClient';
import type { TextPages } from '../pages/textPages';
import { committedText } from './committed';
import { differencePage } from './page';

/** Shows what the text, as it is now, changes in the meaning of the last commit. */
export async function compareWithCommit(client: PolicyClient, pages: TextPages, uri = currentDocument()?.uri): Promise<void> {
  if (uri === undefined || uri.scheme !== 'file') {
    await vscode.window.showInformationMessage('Open a policy file of a folder that is kept in git first.');
    return;
  }

  if (!vscode.workspace.isTrusted) {
    await vscode.window.showInformationMessage('Trust this folder first: the comparison runs git in it.');
    return;
  }

  const committed = await committedText(uri.fsPath);
  if ('problem' in committed) {
    await vscode.window.showInformationMessage(committed.problem);
    return;
  }

  const difference = await client.request('policy/semanticDiff', { uri: uri.toString(), oldText: committed.text });
  await pages.showMarkdown('What changes in meaning', differencePage(basename(uri.fsPath), difference));
}
