import type { Version } from '../versions/version';
import type { Question } from './question';

/** What the files, as they are now, change in meaning compared with an earlier version. */
export function differences(version: () => Version | undefined): Question {
  return {
    kind: 'differences',
    title: 'What changes in meaning',
    intro: 'Not which words differ, but which cases are decided otherwise, each with a smallest case. A line leads to the changed words.',
    begin: () => ({ on: '' }),
    controls: (_, chosen) => [
      { kind: 'button', id: 'pick', label: `Compared with ${version()?.label ?? 'nothing yet'}…` },
      { kind: 'date', id: 'on', label: 'Only on', value: typeof chosen.on === 'string' ? chosen.on : '' },
    ],
    ask: (_, chosen) => {
      const old = version();
      return old === undefined ? { missing: 'Choose an earlier version.' }
        : { method: 'policy/differences', params: { oldFiles: old.files, uri: old.uri, ...(typeof chosen.on === 'string' && chosen.on !== '' ? { on: chosen.on } : {}) } };
    },
  };
}
