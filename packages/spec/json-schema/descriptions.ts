import { readFileSync } from 'node:fs';
import { type Comment, type Expression, type ObjectProperty, parseSync } from 'oxc-parser';

/** A part of a JSON Schema. */
export interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  [word: string]: unknown;
}

interface Definition {
  readonly value: Expression;
  readonly text?: string;
}

/** Steps of Valibot that wrap another schema and leave no trace of their own in JSON Schema. */
const WRAPPERS = ['pipe', 'exactOptional', 'optional'];

/**
 * Puts the doc comments of schemas into their JSON Schemas, so that what an editor shows beside a blueprint is what stands in the
 * source. It reads the source of the schemas: Valibot keeps no comments.
 */
export class Descriptions {
  readonly #definitions = new Map<string, Definition>();
  readonly #comments = new Map<Expression, string>();

  /** @param files the sources of all schemas that use each other. Names of schemas are unique among them. */
  constructor(files: readonly URL[]) {
    for (const file of files) this.#read(file);
  }

  /** Describes `schema`, which was made from the exported constant `name`. */
  describe(schema: JsonSchema, name: string): JsonSchema {
    const definition = this.#definitions.get(name);
    if (!definition) throw new Error(`no schema ${name} in the sources`);
    this.#describe(definition.value, schema);
    return definition.text === undefined ? schema : { ...schema, description: definition.text };
  }

  #describe(value: Expression, schema: JsonSchema): void {
    if (value.type === 'Identifier') {
      const definition = this.#definitions.get(value.name);
      if (!definition) return;
      if (definition.text !== undefined) schema.description ??= definition.text;
      this.#describe(definition.value, schema);
    } else if (value.type === 'CallExpression' && value.callee.type === 'MemberExpression') {
      const { property } = value.callee;
      this.#describeCall(property.type === 'Identifier' ? property.name : '', value.arguments as Expression[], schema);
    }
  }

  #describeCall(step: string, [first, second]: Expression[], schema: JsonSchema): void {
    if (!first) return;
    if (WRAPPERS.includes(step)) this.#describe(first, schema);
    else if (step === 'nullable') this.#describe(first, schema.anyOf?.[0] ?? schema);
    else if (step === 'array' && schema.items) this.#describe(first, schema.items);
    else if (step === 'record' && second && typeof schema.additionalProperties === 'object') {
      this.#describe(second, schema.additionalProperties);
    } else if (step === 'variant' && second) this.#describeAll(second, schema);
    else if (step === 'union') this.#describeAll(first, schema);
    else if (first.type === 'ObjectExpression') {
      for (const property of first.properties) {
        if (property.type === 'Property') this.#describeProperty(property, schema);
      }
    }
  }

  #describeAll(list: Expression, schema: JsonSchema): void {
    if (list.type !== 'ArrayExpression') return;
    const members = schema.oneOf ?? schema.anyOf ?? [];
    for (const [index, element] of list.elements.entries()) {
      const member = members[index];
      if (!element || !member) continue;
      const text = this.#comments.get(element as Expression);
      if (text !== undefined) member.description = text;
      this.#describe(element as Expression, member);
    }
  }

  #describeProperty({ key, value }: ObjectProperty, schema: JsonSchema): void {
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
    const own = schema.properties?.[name];
    if (!own) return;
    const text = this.#comments.get(value);
    if (text !== undefined) own.description = text;
    this.#describe(value, own);
  }

  #read(file: URL): void {
    const source = readFileSync(file, 'utf8');
    const { program, comments } = parseSync(file.pathname, source);
    const textBefore = (start: number): string | undefined => {
      const comment = comments.find(
        (each) => isDoc(each) && each.end <= start && source.slice(each.end, start).trim() === '',
      );
      return comment && plain(comment.value);
    };
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, start, elements, value } = node as Record<string, unknown>;
      if (type === 'Property') this.#note(value as Expression, textBefore(start as number));
      if (type === 'ArrayExpression') {
        for (const each of elements as Expression[]) this.#note(each, textBefore(each.start));
      }
      for (const part of Object.values(node)) visit(part);
    };
    for (const statement of program.body) {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if (declaration?.type !== 'VariableDeclaration') continue;
      for (const { id, init } of declaration.declarations) {
        if (id.type !== 'Identifier' || !init) continue;
        const text = textBefore(statement.start);
        const known = this.#definitions.get(id.name);
        if (known && statement.type === 'ExportNamedDeclaration') throw new Error(`two schemas ${id.name}`);
        if (!known) this.#definitions.set(id.name, { value: init, ...(text !== undefined && { text }) });
        visit(init);
      }
    }
  }

  #note(value: Expression, text: string | undefined): void {
    if (text !== undefined) this.#comments.set(value, text);
  }
}

function isDoc({ type, value }: Comment): boolean {
  return type === 'Block' && value.startsWith('*');
}

/** The words of a doc comment, in one line. */
function plain(comment: string): string {
  return comment
    .replaceAll(/^\s*\*+ ?/gm, '')
    .replaceAll(/\{@link (\w+)\}/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
