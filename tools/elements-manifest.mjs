import { readFileSync } from 'node:fs';
import { editorData } from './editor-data.mjs';

/** @typedef {import('./editor-data.mjs').Manifest} Manifest */

/** `export type Size = (typeof SIZES)[number]`: the name of the type, and of the list that it derives from. */
const DERIVED = /^export type (\w+) = \(typeof (\w+)\)\[number\];$/gm;
/** @param {string} name */
const list = (name) => new RegExp(`^export const ${name} = (\\[[^\\]]*\\]) as const;$`, 'm');

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What an element inherits from one of another package is read in the manifest of that package. */
function inheritance() {
  return {
    name: 'lantu-inheritance',
    /** @param {{ context: { thirdPartyCEMs: Manifest[] } }} start */
    initialize({ context }) {
      for (const name of Object.keys(readJson('package.json').dependencies)) {
        const { customElements } = readJson(`node_modules/${name}/package.json`);
        if (customElements) context.thirdPartyCEMs.push(readJson(`node_modules/${name}/${customElements}`));
      }
    },
  };
}

/** Types that derive from a list of allowed values are written out, so that editors and Storybook know the values. */
function allowedValues() {
  /** @type {Map<string, string>} */
  const unions = new Map();
  /** @param {string} text */
  const written = (text) => text.replace(/\b[A-Z]\w*\b/g, (name) => unions.get(name) ?? name);
  return {
    name: 'lantu-allowed-values',
    /** @param {{ node: { parent?: unknown, text: string } }} phase */
    collectPhase({ node }) {
      if (node.parent) return;
      for (const [, type = '', values = ''] of node.text.matchAll(DERIVED)) {
        const [, array] = list(values).exec(node.text) ?? [];
        if (array) unions.set(type, array.slice(1, -1).trim().replaceAll(/,\s*/g, ' | '));
      }
    },
    /** @param {{ customElementsManifest: Manifest }} phase */
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const { members = [], attributes = [] } of declarations) {
          for (const each of [...members, ...attributes]) if (each.type) each.type.text = written(each.type.text);
        }
      }
    },
  };
}

/**
 * The analyzer says `public` only of what stands in `static properties`.
 *
 * @param {{ privacy?: string, static?: boolean }} member
 */
function isPublic(member) {
  if (member.privacy === 'public') delete member.privacy;
  return !member.privacy && !member.static;
}

/** Only what a page can use stays: elements, and of them what is public. */
function publicOnly() {
  return {
    name: 'lantu-public-only',
    /** @param {{ customElementsManifest: Manifest }} phase */
    packageLinkPhase({ customElementsManifest: manifest }) {
      for (const module of manifest.modules) {
        module.declarations = (module.declarations ?? []).filter(({ customElement }) => customElement);
        const kept = new Set(module.declarations.map(({ name }) => name));
        module.exports = (module.exports ?? []).filter(({ declaration }) => kept.has(declaration.name));
        for (const declaration of module.declarations) {
          declaration.members = (declaration.members ?? []).filter(isPublic);
        }
      }
      manifest.modules = manifest.modules.filter(({ declarations = [] }) => declarations.length > 0);
    },
  };
}

/** The analysis of the custom elements of a package, called in its folder. */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [inheritance(), allowedValues(), publicOnly(), editorData()],
};
