import { type DirectiveResult, PartType } from 'lit/directive.js';
import { getDirectiveClass, isDirectiveResult, isTemplateResult } from 'lit/directive-helpers.js';
import { nothing, type TemplateResult } from 'lit/html.js';

/** `text` as the content of an XML element or of a quoted attribute. Characters that XML cannot hold are replaced by U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A Lit template as XML text, without a DOM. It knows what the templates of charts use: texts, numbers, nested templates, iterables,
 * `nothing`, directives whose `render` gives their whole result (`unsafeHTML`, `repeat`), and attributes, which may be bound in part.
 * Attributes without quotes get them.
 *
 * @throws {TypeError} for an event, property or boolean binding: a picture has none
 */
export function serialize(value: unknown): string {
  if (value === nothing || value === null || value === undefined) return '';
  if (isDirectiveResult(value)) return serialize(directiveValue(value));
  if (isTemplateResult(value)) return serializeTemplate(value as TemplateResult);
  if (typeof value === 'object' && Symbol.iterator in value) {
    return Array.from(value as Iterable<unknown>, serialize).join('');
  }
  return escapeXml(String(value));
}

function directiveValue(result: DirectiveResult): unknown {
  const Directive = getDirectiveClass(result);
  if (!Directive) throw new TypeError('a directive without a class');
  return new Directive({ type: PartType.CHILD }).render(
    ...(result as DirectiveResult & Pick<TemplateResult, 'values'>).values,
  );
}

const BARE_ATTRIBUTE = /\s([.?@]?[\w:-]+)=$/;

function serializeTemplate({ strings, values }: TemplateResult): string {
  let xml = '';
  for (const [index, part] of strings.entries()) {
    xml += part;
    if (index === values.length) break;
    const text = serialize(values[index]);
    const inTag = xml.lastIndexOf('<') > xml.lastIndexOf('>');
    const name = inTag ? BARE_ATTRIBUTE.exec(xml)?.[1] : undefined;
    if (name && /^[.?@]/.test(name)) throw new TypeError(`a picture cannot hold the binding ${name}`);
    xml += name ? `"${text}"` : text;
  }
  return xml;
}
