import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sandbox } from '../../test/sandbox.ts';
import { writeFolder, writeText } from './write.ts';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => {
  box.remove();
});

const bytes = (text: string) => new TextEncoder().encode(text);

describe('writeFolder', () => {
  it('leaves the former folder as it was, and nothing beside it, where a file cannot be written', () => {
    box.write('out/a.txt', 'former');
    const files = new Map([
      ['a.txt', bytes('new')],
      ['a.txt/b.txt', bytes('a file inside a file')],
    ]);
    expect(() => writeFolder(`${box.folder}/out`, files)).toThrow(/EEXIST|ENOTDIR/);
    expect(new TextDecoder().decode(box.read('out/a.txt'))).toBe('former');
    expect(box.list()).toEqual(['out']);
  });
});

describe('writeText', () => {
  it('leaves nothing behind where it cannot write', () => {
    box.write('taken/x', '');
    expect(() => writeText(`${box.folder}/taken`, 'text')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(box.list()).toEqual(['taken']);
  });
});
