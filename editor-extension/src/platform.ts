import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Version } from './versions/version';

/** What is not the same on a machine of the user's and in a browser. */
export interface Platform {
  /** A client of the language server, not yet started; nothing where there is no server, which the user has then been told. */
  connect(options: LanguageClientOptions, channel: vscode.LogOutputChannel): Promise<BaseLanguageClient | undefined>;

  /** Where documents are that the server looks after. */
  readonly schemes: readonly string[];

  readonly versions: Versions;

  /**
   * Puts the sample where the user can change it, and opens it.
   * @param into the folder to put it in; the user is asked where nothing is said
   */
  openSample(into?: vscode.Uri): Promise<void>;

  /** Where a new project of this name is to stand; the user is asked where there is a choice. */
  placeFor(name: string): Promise<vscode.Uri | undefined>;
}

/** Earlier versions of the files. */
export interface Versions {
  /** Lets the user choose one. */
  pick(): Promise<Version | undefined>;
  lastCommit(): Promise<Version | undefined>;
  /** Keeps the files as they are now. */
  saveSnapshot(): Promise<void>;
}
