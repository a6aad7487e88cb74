// Links of a page: to another page of the site, to a file of the repository, or elsewhere.
import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ROOT, isThere } from './routes.mjs';

/**
 * Rewrites what a page links to. A link to nothing is an error.
 * @param text Markdown.
 * @param file The page's source, relative to the root of the repository.
 * @param routes Source → route.
 * @param repository The address of the repository's files, such as `https://host/owner/name/blob/REVISION`; empty where there is none:
 * then such a link is its text alone.
 */
export function rewriteLinks(text, file, routes, repository) {
  // Left to right, so that a link's label may hold code, and code may look like a link.
  const links = /(`+)[\s\S]*?[^`]\1(?!`)|(!?)\[((?:[^\]\[]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g;
  return outsideFences(text, (part) => part.replace(links, (whole, code, image, label, target) => {
    if (code) {
      return whole;
    }

    if (/^([a-z]+:|#|\/)/i.test(target)) {
      return whole;
    }

    const [path, anchor] = target.split('#');
    const source = posix.normalize(posix.join(posix.dirname(file), path)).replace(/\/$/, '');
    if (!isThere(source)) {
      throw new Error(`${file} links to ${target}, which is not there`);
    }

    const route = routes.get(source);
    if (route !== undefined) {
      return `${image}[${label}](/${route.replace(/(^|\/)index$/, '$1')}${anchor ? `#${anchor}` : ''})`;
    }

    if (/^docs\/(?!site\/|playground\/).*(?<!\.md)$/.test(source) && !statSync(join(ROOT, source)).isDirectory()) {
      return `${image}[${label}](/${source.slice('docs/'.length)})`;
    }

    return repository ? `[${label}](${repository}/${source})` : label;
  }));
}

/** Applies a change to the parts of Markdown that are no fences. */
export function outsideFences(text, change) {
  let done = 0;
  let out = '';
  for (const { index, 0: fence } of text.matchAll(FENCE)) {
    out += change(text.slice(done, index)) + fence;
    done = index + fence.length;
  }

  return out + change(text.slice(done));
}

/** A fence with its info (group 2) and its content (group 3). One of four backticks may hold one of three. */
export const FENCE = /^(`{3,})([^\n`]*)\n([\s\S]*?)^\1`*[ \t]*$/gm;
