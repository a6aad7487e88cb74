// Puts a link under every block marked `policy` that opens it in the playground.
import { readFileSync } from 'node:fs';
import { playgroundFragment } from '../playground-link.mjs';

const ALONE = 'draft.policy';

/** @param md The Markdown renderer. @param base The path of the site. */
export function playgroundLinks(md, base) {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const block = fence(tokens, index, options, env, self);
    const opened = playgroundFiles(tokens, index, env.frontmatter?.study);
    return opened === null ? block : `<div class="policy-block">${block}<a class="playground-link" href="${base}playground/${playgroundFragment(opened.files, opened.open)}" target="_blank" rel="noopener">Open in playground</a></div>`;
  };
}

/**
 * What the link of a block opens: the block alone; the whole study that it is a part of; with the blocks above it where the page gives them names, since they are files of one
 * folder; with a line that uses the law it speaks of.
 * @returns Null for what is no policy, or cannot stand alone.
 */
function playgroundFiles(tokens, index, study) {
  const [language, note = ''] = words(tokens[index]);
  if (language !== 'policy' || note === 'made-up') {
    return null;
  }

  if (study) {
    const name = study.split('/').pop();
    return { files: { [name]: readFileSync(new URL(`../../../${study}`, import.meta.url), 'utf8') }, open: name };
  }

  if (note.startsWith('uses=')) {
    return { files: { [ALONE]: `uses ${note.slice('uses='.length).replaceAll(',', ', ')}\n\n${tokens[index].content}` }, open: ALONE };
  }

  if (note === '') {
    return { files: { [ALONE]: tokens[index].content }, open: ALONE };
  }

  const named = policies(tokens.slice(0, index + 1)).filter((t) => words(t).length > 1).map((t) => [words(t)[1], t.content]);
  return { files: Object.fromEntries(named), open: note };
}

const words = (token) => token.info.trim().split(/\s+/);
const policies = (tokens) => tokens.filter((t) => t.type === 'fence' && words(t)[0] === 'policy');
