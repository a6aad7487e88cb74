// What is taken of Monaco: the editor and its features, no language.
import * as monaco from 'monaco-editor/editor/editor.api.js';
import 'monaco-editor/features/register.all.js';
// The list of features leaves this one out, and without it names have no colours.
import 'monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens.js';

export { monaco };
