// The language as the editor knows it before the server says more.
import { monaco } from './monaco';

export const language = 'policy';

/** Markdown with blocks of policy text. */
export const literate = 'policy-markdown';

/** Both. */
export const languages: readonly string[] = [language, literate];

export const languageOf = (path: string): string => (path.endsWith('.md') ? literate : path.endsWith('.json') ? 'json' : language);

const declarations = 'framework party organisation jurisdiction bloc taxonomy attribute define scenario check acknowledge assume list resolve uses transfer sovereignty norm'.split(' ');
const modalities = 'may must need should not only'.split(' ');

export function registerLanguage(): void {
  monaco.languages.register({ id: language, extensions: ['.policy'] });
  monaco.languages.register({ id: literate, extensions: ['.policy.md'] });
  for (const one of languages) {
    configure(one);
  }

  themes();
}

function configure(id: string): void {
  monaco.languages.setLanguageConfiguration(id, {
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets: [['{', '}'], ['(', ')']],
    autoClosingPairs: [{ open: '{', close: '}' }, { open: '(', close: ')' }, { open: '"', close: '"', notIn: ['string', 'comment'] }],
    surroundingPairs: [{ open: '{', close: '}' }, { open: '(', close: ')' }, { open: '"', close: '"' }],
    wordPattern: /[\p{L}_][\p{L}\p{M}\p{N}_]*|\d[\d_-]*/u,
    indentationRules: { increaseIndentPattern: /^[^"/]*("[^"]*"[^"/]*)*\{\s*$/, decreaseIndentPattern: /^\s*\}/ },
    onEnterRules: [{ beforeText: /^\s*\/\/\/.*$/, action: { indentAction: monaco.languages.IndentAction.None, appendText: '/// ' } }],
  });
  monaco.languages.setMonarchTokensProvider(id, {
    unicode: true,
    declarations,
    modalities,
    tokenizer: {
      root: id === language ? [{ include: '@policy' }] : [
        [/^#{1,6} .*$/, 'heading'],
        [/^```policy.*$/, 'comment', '@code'],
        [/`[^`]*`/, 'type'],
        [/./, 'prose'],
      ],
      code: [[/^```.*$/, 'comment', '@pop'], { include: '@policy' }],
      policy: [
        [/\/\/.*$/, 'comment'],
        [/\/\*/, 'comment', '@comment'],
        [/"(?:[^"\\]|\\.)*"?/, 'string'],
        [/<[A-Za-z][A-Za-z0-9+.-]*:[^>\s]*>/, 'string'],
        [/\b\d{4}-\d{2}-\d{2}\b|\b\d[\d_]*\b/, 'number'],
        [/[\p{L}_][\p{L}\p{M}\p{N}_]*/u, { cases: { '@declarations': 'keyword', '@modalities': 'modality', '@default': 'identifier' } }],
      ],
      comment: [[/\*\//, 'comment', '@pop'], [/./, 'comment']],
    },
  });
}

/** One colour for brackets of every depth: blocks are seldom deep. */
const brackets = (colour: string): Record<string, string> => Object.fromEntries([1, 2, 3, 4, 5, 6].map(n => [`editorBracketHighlight.foreground${n}`, colour]));

/** Colours with a contrast of at least 4.5 to 1 on the background of the editor. */
function themes(): void {
  const rules = (colours: Record<string, string>): monaco.editor.ITokenThemeRule[] => [
    ...Object.entries(colours).map(([token, foreground]) => ({ token, foreground })),
    { token: 'heading', foreground: colours['type'] ?? '', fontStyle: 'bold' },
    { token: 'keyword.modality', foreground: colours['modality'] ?? '', fontStyle: 'bold' },
    { token: 'modality', foreground: colours['modality'] ?? '', fontStyle: 'bold' },
  ];
  monaco.editor.defineTheme('policy-light', {
    base: 'vs', inherit: true,
    rules: rules({ comment: '5b6776', string: '9a3412', number: '0b6e4f', keyword: '4338ca', modality: 'b0174a', namespace: '0f5e8c', function: '0f5e8c', enum: '0b6b6b', enumMember: '0b6b6b', property: '7a4a00', variable: '7a4a00', type: '6b21a8' }),
    colors: { ...brackets('#525d6e'), 'editor.background': '#ffffff', 'editorLineNumber.foreground': '#6b7280', 'editorCodeLens.foreground': '#5b6776', 'editorInlayHint.foreground': '#4b5563', 'editorInlayHint.background': '#eef1f6' },
  });
  monaco.editor.defineTheme('policy-dark', {
    base: 'vs-dark', inherit: true,
    rules: rules({ comment: '93a1b5', string: 'f0a875', number: '7fd1ae', keyword: 'a5a8ff', modality: 'ff8fb1', namespace: '7cc4f2', function: '7cc4f2', enum: '6fd3d3', enumMember: '6fd3d3', property: 'e6c07b', variable: 'e6c07b', type: 'd2a8ff' }),
    colors: { ...brackets('#a3afc2'), 'editor.background': '#141923', 'editorLineNumber.foreground': '#8591a5', 'editorCodeLens.foreground': '#a3afc2', 'editorInlayHint.foreground': '#b6c1d2', 'editorInlayHint.background': '#222b3a' },
  });
}
