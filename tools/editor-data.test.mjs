import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getCSSLanguageService, newCSSDataProvider } from 'vscode-css-languageservice';
import { getLanguageService, newHTMLDataProvider, TextDocument } from 'vscode-html-languageservice';
import { ROOT } from './run.mjs';

const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(ROOT, 'packages', name), 'utf8'));
const PACKAGES = ['elements', 'embed'];
const html = getLanguageService({
  customDataProviders: PACKAGES.map((name) => newHTMLDataProvider(name, read(`${name}/vscode.html-custom-data.json`))),
});
const css = getCSSLanguageService({
  customDataProviders: PACKAGES.map((name) => newCSSDataProvider(read(`${name}/vscode.css-custom-data.json`))),
});

/** Where `|` stands in `marked`, as VS Code asks its language service. @param {string} marked @param {string} language */
function at(marked, language) {
  const offset = marked.indexOf('|');
  const document = TextDocument.create(`file:///page.${language}`, language, 1, marked.replace('|', ''));
  return { document, position: document.positionAt(offset) };
}

/** @param {string} marked */
function offered(marked) {
  const { document, position } = at(marked, 'html');
  return html.doComplete(document, position, html.parseHTMLDocument(document)).items.map(({ label }) => label);
}

test('VS Code offers the elements, their attributes and the values that these may have', () => {
  expect(offered('<lan|')).toEqual(
    expect.arrayContaining([
      'lantu-catalog',
      'lantu-chart',
      'lantu-kpi',
      'lantu-sources',
      'lantu-table',
      'lantu-widget',
    ]),
  );
  expect(offered('<lantu-chart |></lantu-chart>')).toEqual(
    expect.arrayContaining(['src', 'catalog', 'size', 'theme', 'heading-level']),
  );
  expect(offered('<lantu-chart size="|"></lantu-chart>')).toEqual(['regular', 'large']);
  expect(offered('<lantu-widget |></lantu-widget>')).toEqual(
    expect.arrayContaining(['src', 'integrity', 'engine', 'loading', 'theme']),
  );
  expect(offered('<lantu-widget engine="|"></lantu-widget>')).toEqual(['auto', 'never']);
  expect(offered('<lantu-sources theme="|"></lantu-sources>')).toEqual(['light', 'dark']);
});

test('VS Code explains an element and an attribute where the pointer rests', () => {
  const explained = (/** @type {string} */ marked) => {
    const { document, position } = at(marked, 'html');
    return JSON.stringify(html.doHover(document, position, html.parseHTMLDocument(document)));
  };
  expect(explained('<lantu-|sources></lantu-sources>')).toContain('what the numbers of a chart or KPI rest on');
  expect(explained('<lantu-sources fo|r="income"></lantu-sources>')).toContain('whose answer is spoken of');
});

test('VS Code offers custom properties, and each of a package once', () => {
  const { document, position } = at(':root { --lantu-| }', 'css');
  const labels = css
    .doComplete(document, position, css.parseStylesheet(document))
    .items.map(({ label }) => label)
    .filter((label) => label.startsWith('--lantu-'));
  expect(labels).toContain('--lantu-series-1');
  for (const name of PACKAGES) {
    const names = read(`${name}/vscode.css-custom-data.json`).properties.map(
      (/** @type {{ name: string }} */ p) => p.name,
    );
    expect(names).toEqual([...new Set(names)]);
    expect(labels).toEqual(expect.arrayContaining(names));
  }
});

test.each(PACKAGES)('web-types of %s name what the manifest names: attributes, events, parts, properties', (of) => {
  const names = (/** @type {{ name: string }[] | undefined} */ list) => (list ?? []).map(({ name }) => name).sort();
  /** @type {import('./editor-data.mjs').Manifest} */
  const manifest = read(`${of}/custom-elements.json`);
  const declared = manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  const { elements } = read(`${of}/web-types.json`).contributions.html;
  expect(names(elements)).toEqual(declared.map(({ tagName }) => tagName).sort());
  for (const element of declared) {
    const written = elements.find((/** @type {{ name: string }} */ { name }) => name === element.tagName);
    expect(names(written.attributes)).toEqual(names(element.attributes));
    expect(names(written.js.events)).toEqual(names(element.events));
    expect(names(written.css.parts)).toEqual(names(element.cssParts));
    expect(names(written.css.properties)).toEqual(names(element.cssProperties));
    expect(names(written.js.properties)).toEqual(names(element.members?.filter(({ kind }) => kind === 'field')));
  }
});
