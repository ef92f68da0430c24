const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `text` for an attribute's value in quotes, or for what stands between tags. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** The value of an attribute: `true` writes the bare name, `undefined` leaves the attribute out. */
export type AttributeValue = string | number | true | undefined;

/** An element's start tag, its values escaped. */
export function startTag(name: string, attributes: Readonly<Record<string, AttributeValue>>): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeMarkup(String(value))}"`));
  return `<${name}${written.join('')}>`;
}

/** An element around `content`, which is markup already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  content: string | readonly string[] = '',
): string {
  return `${startTag(name, attributes)}${typeof content === 'string' ? content : content.join('')}</${name}>`;
}
