import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ name: string, description?: string, default?: string, type?: { text: string } }} Described */
/** @typedef {Described & { kind: string, privacy?: string, static?: boolean }} Member */
/**
 * @typedef {Described & {
 *   tagName?: string, customElement?: boolean, members?: Member[], attributes?: Described[], events?: Described[], slots?: Described[],
 *   cssParts?: Described[], cssProperties?: Described[],
 * }} Declaration
 */
/** @typedef {{ declarations?: Declaration[], exports?: { declaration: { name: string } }[] }} Module */
/** @typedef {{ modules: Module[] }} Manifest */

/**
 * What editors read of a package's elements, written beside its `custom-elements.json`: custom data for VS Code and every editor with its
 * language servers, web-types for JetBrains.
 */
export function editorData() {
  return {
    name: 'lantu-editor-data',
    /** @param {{ customElementsManifest: Manifest }} phase */
    packageLinkPhase({ customElementsManifest }) {
      const elements = elementsOf(customElementsManifest);
      write('vscode.html-custom-data.json', htmlData(elements));
      write('vscode.css-custom-data.json', cssData(elements));
      write('web-types.json', webTypes(elements, JSON.parse(readFileSync('package.json', 'utf8'))));
    },
  };
}

/** @param {string} file @param {unknown} content */
function write(file, content) {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** In the order of their tags: that of the files they are read from differs between file systems. @param {Manifest} manifest */
function elementsOf({ modules }) {
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((element) => (element.tagName ? [{ ...element, tagName: element.tagName }] : []))
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
}

/** @typedef {ReturnType<typeof elementsOf>[number]} Element */

/** The words of a type that are allowed values: `'light' | 'dark' | undefined` → light, dark. @param {Described} attribute */
function valuesOf({ type }) {
  return [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, value = '']) => value);
}

/** Without what is empty. @param {Described} described */
function entry({ name, description }) {
  return description ? { name, description } : { name };
}

/** @param {Element[]} elements */
function htmlData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tagName, description = '', attributes = [] }) => ({
      name: tagName,
      description: { kind: 'markdown', value: description },
      attributes: attributes.map((attribute) => {
        const values = valuesOf(attribute).map((name) => ({ name }));
        return { ...entry(attribute), ...(values.length > 0 ? { values } : {}) };
      }),
    })),
  };
}

/** Elements share most properties: the description of the first counts. @param {Element[]} elements */
function cssData(elements) {
  const properties = elements.flatMap(({ cssProperties = [] }) => cssProperties);
  const named = new Map(properties.toReversed().map((property) => [property.name, entry(property)]));
  return { version: 1.1, properties: [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** @param {Element[]} elements @param {{ name: string, version: string }} of */
function webTypes(elements, { name, version }) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: elements.map(webType) } },
  };
}

/** @param {Element} element */
function webType({ tagName, description = '', attributes = [], members = [], ...more }) {
  /** @param {Described} described */
  const typed = (described) => ({ ...entry(described), type: described.type?.text ?? 'string' });
  return {
    name: tagName,
    description,
    attributes: attributes.map((attribute) => ({
      ...entry(attribute),
      ...(attribute.default === undefined ? {} : { default: attribute.default.replace(/^'(.*)'$/, '$1') }),
      value: { type: attribute.type?.text ?? 'string' },
    })),
    slots: (more.slots ?? []).map(entry),
    js: {
      properties: members.filter(({ kind }) => kind === 'field').map(typed),
      events: (more.events ?? []).map(typed),
    },
    css: { parts: (more.cssParts ?? []).map(entry), properties: (more.cssProperties ?? []).map(entry) },
  };
}
