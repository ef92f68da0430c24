import type { zhControls } from './zh.controls.ts';
import type { zhMessages } from './zh.messages.ts';

/** Chinese is where keys and their parameters are declared. */
type Texts = typeof zhMessages & typeof zhControls;

/** Every text of the interface. */
export type MessageKey = keyof Texts;
/** The texts that a language always has. */
export type Messages = Readonly<Record<keyof typeof zhMessages, string>>;
/** The texts of what readers open or operate, of waiting, errors and cards; a page fetches them when it has such a thing. */
export type Controls = Readonly<Record<keyof typeof zhControls, string>>;

type ParameterIn<Template extends string> = Template extends `${string}{${infer Inner}}${infer Rest}`
  ? (Inner extends `${infer Name}:${string}` ? Name : Inner) | ParameterIn<Rest>
  : never;

/** The parameters that a message needs: none, or one object with a string or a number for each `{name}` in its text. */
export type MessageArguments<K extends MessageKey> = [ParameterIn<Texts[K]>] extends [never]
  ? []
  : [parameters: Readonly<Record<ParameterIn<Texts[K]>, string | number>>];

/**
 * `template` with its parameters in place: `{name}` stands for the parameter, `{name:one|many}` for the first form where it is
 * the number 1 and else for the second. Parameters are put in as they are, never read as templates.
 */
export function fill(
  template: string,
  parameters: Readonly<Record<string, string | number>>,
  write: (value: number) => string,
): string {
  return template.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = parameters[name];
    if (value === undefined) throw new RangeError(`the text needs the parameter ${name}: ${template}`);
    if (many !== undefined) return value === 1 ? (one ?? '') : many;
    return typeof value === 'number' ? write(value) : value;
  });
}
