import * as vscode from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';

/** What the server looks after: policy files, and Markdown whose fences are policy text. */
export function selectorOf(schemes: readonly string[]): DocumentSelector {
  return schemes.flatMap(scheme => [{ language: 'policy', scheme }, { scheme, pattern: '**/*.policy.md' }]);
}

/** The files of a folder that make it a policy workspace. */
export const filePattern = '**/*.{policy,policy.md}';

export function isPolicy(uri: vscode.Uri): boolean {
  return /\.policy(\.md)?$/i.test(uri.path);
}

export function isPolicyDocument(document: vscode.TextDocument): boolean {
  return document.languageId === 'policy' || isPolicy(document.uri);
}

/** The policy document that the user looks at; of several, the one that has the focus. */
export function currentDocument(): vscode.TextDocument | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.find(e => e !== undefined && isPolicyDocument(e.document))?.document;
}
