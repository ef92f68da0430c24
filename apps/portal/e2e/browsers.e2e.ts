import process from 'node:process';
import { afterAll, test as base, beforeAll, describe, expect } from 'vitest';
import { OTHER_BROWSERS } from '../../../tools/other-browsers.mjs';
import { openFirefox } from './browsers/firefox.ts';
import { type Visit, type VisitOptions, visitIn } from './browsers/visiting.ts';
import { openWebKit } from './browsers/webkit.ts';
import type { BrowserWindow } from './browsers/window.ts';
import { bareCodeOf, codeOf } from './host.ts';

const INCOME = 'community-income';
const KINDS = 'simulated-income-kinds';
const SPREAD = 'simulated-income-spread';
const OPEN = { firefox: openFirefox, webkit: openWebKit };

/** Asks until the answer is as expected; a busy machine takes its time. */
const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 30_000, interval: 100 });

interface Fixtures {
  $test: {
    /** Opens a page with that body. */
    visit: (body: string, how?: VisitOptions) => Promise<Visit>;
  };
}

/** Where it cannot be installed its tests are skipped, and said to be; in CI it has to be there. */
const isSkipped = (name: keyof typeof OPEN): boolean => !OTHER_BROWSERS[name].isThere() && !process.env['CI'];

describe.skipIf(isSkipped('firefox'))('a widget in Firefox', () => behaves('firefox'));
describe.skipIf(isSkipped('webkit'))('a widget in WebKit', () => behaves('webkit'));

function behaves(name: keyof typeof OPEN): void {
  let view: BrowserWindow;
  beforeAll(async () => {
    view = await OPEN[name](1000, 700);
  }, 60_000);
  afterAll(() => view?.close());

  const test = base.extend<Fixtures>({
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
    visit: async ({}, use: (visit: Fixtures['$test']['visit']) => Promise<void>) => {
      const opened: Visit[] = [];
      await use(async (body, how) => {
        const visit = await visitIn(view, body, how);
        opened.push(visit);
        return visit;
      });
      for (const { close } of opened) await close();
    },
  });

  const answeredBy = () => view.run(() => document.querySelector('lantu-widget')?.getAttribute('answered-by'));
  /** What a part of the first widget says. */
  const partText = (part: string) =>
    view.run(
      (named) =>
        document.querySelector('lantu-widget')?.shadowRoot?.querySelector(`[part~="${named}"]`)?.textContent ?? '',
      part,
    );
  /** The middle of the first element with that selector in the first widget. */
  const middleOf = (selector: string) =>
    view.run((wanted) => {
      const found = document.querySelector('lantu-widget')?.shadowRoot?.querySelector(wanted);
      if (!found) throw new Error(`no ${wanted}`);
      const { left, top, width, height } = found.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, selector);
  /** Has a reader choose what the first filter offers under these words. */
  const choose = (words: string) =>
    view.run((wanted) => {
      const select = document.querySelector('lantu-widget')?.shadowRoot?.querySelector<HTMLSelectElement>('select');
      const option = [...(select?.options ?? [])].find(({ label }) => label === wanted);
      if (!select || !option) throw new Error(`no option ${wanted}`);
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, words);

  test('is a picture that answers a pointer and keys, and then a chart that goes on where they were', async ({
    visit,
  }) => {
    const body = `<p>上文</p>${codeOf(INCOME)}<p id="after">下文</p>`;
    const { release, noise } = await visit(body, { held: /assets\/widget-/ });
    const tops = () =>
      view.run(() => {
        const inside = document.querySelector('lantu-widget')?.shadowRoot?.querySelector('[part="title"]');
        const all = [inside ?? document.querySelector('h3'), document.querySelector('#after')];
        return all.map((each) => Math.round(each?.getBoundingClientRect().top ?? -1));
      });
    const isShown = () =>
      view.run(() => (document.querySelector<HTMLImageElement>('lantu-widget img')?.naturalWidth ?? 0) > 0);
    await eventually(isShown).toBe(true);
    const bar = await view.run(() => {
      const [picture, marks] = ['img', 'script.lantu-marks'].map((each) =>
        document.querySelector(`lantu-widget ${each}`),
      );
      const scenes = JSON.parse(marks?.textContent ?? '') as {
        media?: string;
        widthPx: number;
        heightPx: number;
        marks: number[][];
      }[];
      const scene = scenes.find(({ media }) => media === undefined || matchMedia(media).matches);
      const { left, top, width, height } = (picture as Element).getBoundingClientRect();
      const [, , x = 0, y = 0, w = 0, h = 0] = scene?.marks[0] ?? [];
      const scale = Math.min(width / (scene?.widthPx ?? 1), height / (scene?.heightPx ?? 1));
      return { x: left + (x + w / 2) * scale, y: top + (y + h / 2) * scale };
    });
    const tooltip = () =>
      view.run(() => {
        const still = document.querySelector('lantu-widget .lantu-tip')?.shadowRoot?.textContent;
        return (
          still ?? document.querySelector('lantu-widget')?.shadowRoot?.querySelector('.tooltip')?.textContent ?? ''
        );
      });
    await eventually(async () => {
      await view.pointAt(bar.x + 1, bar.y);
      await view.pointAt(bar.x, bar.y);
      return tooltip();
    }).toMatch(/2023年.*1,400,000元/);
    await view.pointAt(2, 2);
    for (const key of ['Tab', 'ArrowRight', 'ArrowRight'] as const) await view.press(key);
    await eventually(tooltip).toMatch(/2024年.*2,160,000元/);
    expect(await view.run(() => customElements.get('lantu-widget') === undefined)).toBe(true);
    const before = await tops();
    release();
    await eventually(answeredBy).toBe('snapshot');
    expect(await tops()).toEqual(before);
    await view.press('ArrowLeft');
    await eventually(tooltip).toMatch(/2023年.*1,400,000元/);
    await view.pointAt(2, 2);
    const mark = await middleOf('.lt-mark');
    await eventually(async () => {
      await view.pointAt(mark.x, mark.y);
      return tooltip();
    }).toMatch(/2023年.*1,400,000元/);
    await view.pointAt(2, 2);
    await view.run(() => {
      document
        .querySelector('lantu-widget')
        ?.shadowRoot?.querySelector<HTMLElement>('[part="menu-button"], #menu-button')
        ?.focus();
    });
    await view.press('Tab');
    await view.press('ArrowRight');
    await view.press('ArrowRight');
    await eventually(tooltip).toMatch(/2024年.*2,160,000元/);
    await view.press('Escape');
    await eventually(tooltip).toBe('');
    expect(await noise()).toEqual([]);
  });

  test('by two bare lines is drawn', async ({ visit }) => {
    const { noise } = await visit(bareCodeOf(INCOME));
    await eventually(answeredBy).toBe('snapshot');
    expect(await partText('summary')).toContain('增长54.3%');
    expect(await noise()).toEqual([]);
  });

  test('regroups its rollup when a filter is set', async ({ visit }) => {
    const { noise } = await visit(codeOf(KINDS));
    await eventually(answeredBy).toBe('snapshot');
    const all = await partText('summary');
    await choose('拉萨市');
    await eventually(answeredBy).toBe('rollup');
    expect(await partText('summary')).toContain('产业经营');
    expect(await partText('summary')).not.toBe(all);
    expect(await noise()).toEqual([]);
  });

  test('asks the engine what no rollup answers', async ({ visit }) => {
    const { noise } = await visit(codeOf(SPREAD));
    await eventually(answeredBy).toBe('snapshot');
    await choose('城关区');
    await eventually(answeredBy).toBe('duckdb-wasm');
    expect(await partText('summary')).toMatch(/中位数.*万元/);
    expect(await noise()).toEqual([]);
  });

  test('is saved as picture and workbook from its menu', async ({ visit }) => {
    const { noise } = await visit(codeOf(INCOME));
    await eventually(answeredBy).toBe('snapshot');
    await view.run(() => {
      const saved: string[] = [];
      Object.assign(window, { saved });
      const make = URL.createObjectURL;
      URL.createObjectURL = (object) => {
        if (object instanceof Blob && !/svg/.test(object.type)) {
          object.arrayBuffer().then((bytes) => saved.push(String.fromCharCode(...new Uint8Array(bytes).slice(0, 4))));
        }
        return make(object);
      };
      HTMLAnchorElement.prototype.click = () => {};
    });
    const saved = () => view.run(() => Reflect.get(window, 'saved') as string[]);
    for (const [item, start] of [
      ['png', '\x89PNG'],
      ['xlsx', 'PK\x03\x04'],
    ]) {
      const button = await middleOf('#menu-button');
      await view.click(button.x, button.y);
      await eventually(() =>
        view.run(
          (named) =>
            document.querySelector('lantu-widget')?.shadowRoot?.querySelector(`[data-item="${named}"]`) !== null,
          item,
        ),
      ).toBe(true);
      const place = await middleOf(`[data-item="${item}"]`);
      await view.click(place.x, place.y);
      await eventually(saved).toContain(start);
    }
    expect(await noise()).toEqual([]);
  });

  test('speaks Tibetan', async ({ visit }) => {
    const { noise } = await visit(bareCodeOf(INCOME).replace(' src', ' lang="bo" src'));
    await eventually(answeredBy).toBe('snapshot');
    expect(await partText('summary')).toMatch(/^[^a-z一-龥]*[ཀ-ྼ][^a-z一-龥]*$/);
    expect(await noise()).toEqual([]);
  });

  test('in a frame gives it the height of its content', async ({ visit }) => {
    const frame = `<iframe data-lantu src="widgets/${INCOME}/zh-CN.html" title="收入" width="100%" height="60"></iframe>`;
    await visit(frame, { head: '<script type="module" src="embed/frame.js"></script>' });
    const heights = () =>
      view.run(() => {
        const found = document.querySelector('iframe');
        const inside = found?.contentDocument?.querySelector('lantu-widget')?.getBoundingClientRect();
        return { frame: found?.clientHeight ?? 0, widget: inside?.height ?? 0 };
      });
    await eventually(async () => {
      const { frame: outer, widget } = await heights();
      return widget > 300 && outer >= widget && outer < widget + 150;
    }).toBe(true);
  });
}
