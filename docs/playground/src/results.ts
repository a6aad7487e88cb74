// The results beside the draft: one panel at a time, asked anew once the texts rest.
import { element, replace } from '../../../editor-extension/src/pages/web/dom';
import type { Page, Panel } from './panels/panel';
import { isOvertaken } from './server';
import { tabList } from './tabs';

const rest = 300;

export class Results {
  private readonly bar = document.getElementById('tabs') as HTMLElement;
  private readonly place = document.getElementById('panel') as HTMLElement;
  private readonly badges = new Map<string, number>();
  private chosen: Panel;
  private asking: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: Page, private readonly panels: readonly [Panel, ...Panel[]]) {
    this.chosen = panels[0];
    this.renderTabs();
    this.place.replaceChildren(element('p', { class: 'note' }, 'What the checker finds appears here.'));
  }

  choose(name: string): void {
    this.chosen = this.panels.find(panel => panel.name === name) ?? this.chosen;
    this.renderTabs();
    this.place.scrollTop = 0;
    this.again();
  }

  badge(name: string, count: number): void {
    this.badges.set(name, count);
    this.renderTabs();
  }

  /** Gives up what was asked of texts that are other ones now. */
  outdate(): void {
    if (this.chosen.name !== 'findings') {
      this.asking?.abort();
      this.place.setAttribute('aria-busy', 'true');
      this.later();
    }
  }

  /** There are new findings. */
  settle(): void {
    if (this.chosen.name === 'findings') {
      void this.show();
    } else {
      this.later();
    }
  }

  /** Shows the panel anew at once. */
  again(): void {
    clearTimeout(this.timer);
    void this.show();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.show(), rest);
  }

  private async show(): Promise<void> {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    const panel = this.chosen;
    this.place.setAttribute('aria-busy', 'true');
    if (this.place.dataset['panel'] !== panel.name) {
      this.place.dataset['panel'] = panel.name;
      this.place.replaceChildren(element('p', { class: 'note', role: 'status' }, 'Working it out…'));
    }

    let nodes: Node[];
    try {
      nodes = await panel.show(this.page, asking.signal);
    } catch (failure) {
      if (asking.signal.aborted || isOvertaken(failure)) {
        if (!asking.signal.aborted) {
          this.later();
        }

        return;
      }

      nodes = [element('h2', {}, panel.title), element('p', { role: 'alert', class: 'problem' }, (failure as Error).message)];
    }

    if (!asking.signal.aborted && panel === this.chosen) {
      const top = this.place.scrollTop;
      replace(this.place, ...nodes);
      this.place.scrollTop = top;
      this.place.removeAttribute('aria-busy');
    }
  }

  private renderTabs(): void {
    tabList(this.bar, this.panels.map(panel => {
      const count = this.badges.get(panel.name);
      return { id: `tab-${panel.name}`, name: panel.name, label: panel.title, controls: 'panel', ...(count === undefined ? {} : { badge: String(count) }) };
    }), this.chosen.name, name => this.choose(name));
    this.place.setAttribute('aria-labelledby', `tab-${this.chosen.name}`);
  }
}
