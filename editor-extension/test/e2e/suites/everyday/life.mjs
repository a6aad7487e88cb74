// The language server's own life.
import assert from 'node:assert/strict';
import { languageServersBelow } from '../../rig/processes.mjs';
import { until } from '../../rig/wait.mjs';

export const life = {
  async 'a server that is killed is started again, and findings come back'({ quick, editor, server, page }) {
    await quick.openFile('drafting.policy');
    const [first, ...others] = languageServersBelow(server.pid);
    assert.deepEqual(others, [], 'one server for one folder');
    process.kill(first, 'SIGKILL');
    await until('another server', () => languageServersBelow(server.pid).some(pid => pid !== first));
    await quick.goto(6, 32);
    await page.keyboard.type('X');
    await editor.untilSquiggle();
  },

  async 'nothing was asked for outside of this machine'({ blocked }) {
    assert.deepEqual(blocked(), []);
  },
};
