import type { zhMessages } from './zh.messages.ts';

/** Every text of the interface. Chinese is where keys and their parameters are declared. */
export type MessageKey = keyof typeof zhMessages;
export type Messages = Readonly<Record<MessageKey, string>>;

type ParameterIn<Template extends string> = Template extends `${string}{${infer Inner}}${infer Rest}`
  ? (Inner extends `${infer Name}:${string}` ? Name : Inner) | ParameterIn<Rest>
  : never;

/** The parameters that a message needs: none, or one object with a string or a number for each `{name}` in its text. */
export type MessageArguments<K extends MessageKey> = [ParameterIn<(typeof zhMessages)[K]>] extends [never]
  ? []
  : [parameters: Readonly<Record<ParameterIn<(typeof zhMessages)[K]>, string | number>>];

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
