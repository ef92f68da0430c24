import { html, LitElement } from 'lit';
import { expect, test } from 'vitest';
import { LanguageController } from './language.ts';
import { localeFor, nearestLang } from './tag.ts';

class Speaker extends LitElement {
  readonly language = new LanguageController(this);
  renders = 0;

  protected override render() {
    this.renders += 1;
    return html`${this.language.locale}`;
  }
}
customElements.define('test-speaker', Speaker);

function speaker(): Speaker {
  return document.createElement('test-speaker') as Speaker;
}

/** Mutations are told in a microtask; updates follow in another. */
async function settled(element: Speaker): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

test('Variants of a language are that language; every other language is shown in Chinese.', () => {
  expect(['zh-CN', 'zh-Hans-CN', 'ZH', 'zh-TW'].map(localeFor)).toEqual(Array(4).fill('zh-CN'));
  expect(['bo', 'bo-CN', 'BO'].map(localeFor)).toEqual(Array(3).fill('bo'));
  expect(['en', 'en-GB', 'EN-us'].map(localeFor)).toEqual(Array(3).fill('en'));
  expect(['', 'fr', 'ug-CN', 'bog', 'x-en'].map(localeFor)).toEqual(Array(5).fill('zh-CN'));
});

test('The nearest lang wins, on the far side of shadow roots too; none is empty.', () => {
  const outer = document.createElement('div');
  outer.attachShadow({ mode: 'open' }).innerHTML = '<section><i></i></section>';
  const inner = outer.shadowRoot!.querySelector('i')!;

  expect(nearestLang(inner)).toBe('');
  outer.lang = 'bo';
  expect(nearestLang(inner)).toBe('bo');
  outer.shadowRoot!.querySelector('section')!.lang = 'en';
  expect(nearestLang(inner)).toBe('en');
  inner.lang = 'zh-CN';
  expect(nearestLang(inner)).toBe('zh-CN');
});

test('Switching the language of the document redraws, once, in the new one.', async () => {
  document.documentElement.lang = 'zh-CN';
  const element = speaker();
  document.body.append(element);
  await settled(element);
  expect(element.shadowRoot!.textContent).toBe('zh-CN');
  const before = element.renders;

  document.documentElement.lang = 'bo';
  await settled(element);
  expect(element.shadowRoot!.textContent).toBe('bo');
  expect(element.renders).toBe(before + 1);
  element.remove();
  document.documentElement.removeAttribute('lang');
});

test('The host of a shadow root switches what is inside it, and an element that has left the document is left alone.', async () => {
  const outer = document.createElement('div');
  const element = speaker();
  outer.attachShadow({ mode: 'open' }).append(element);
  document.body.append(outer);
  await settled(element);

  outer.lang = 'en';
  await settled(element);
  expect(element.shadowRoot!.textContent).toBe('en');

  outer.remove();
  const before = element.renders;
  outer.lang = 'bo';
  await settled(element);
  expect(element.renders).toBe(before);

  document.body.append(outer);
  await settled(element);
  expect(element.shadowRoot!.textContent).toBe('bo');
  outer.remove();
});
