// A link that opens files in the playground. The text is in the fragment, which no browser sends anywhere.
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * @param files Names and texts.
 * @param open The name of the file to show.
 * @returns The fragment, from '#' on.
 */
export function playgroundFragment(files, open) {
  return `#v1.${deflateRawSync(Buffer.from(JSON.stringify({ files, open }), 'utf8'), { level: 9 }).toString('base64url')}`;
}

/** What a fragment holds. */
export function readFragment(fragment) {
  return JSON.parse(inflateRawSync(Buffer.from(fragment.slice('#v1.'.length), 'base64url')).toString('utf8'));
}
