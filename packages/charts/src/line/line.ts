import type { LineSpec } from '@lantu/spec';
import type { Chart } from '../scene.ts';
import { buildLine } from './line.build.ts';
import { renderLine } from './line.render.ts';
import type { LineScene } from './line.scene.ts';

/** Lines for one or several series along a time, a number or an ordered dimension. */
export const line: Chart<LineSpec, LineScene> = { type: 'line', build: buildLine, render: renderLine };

export type { LineScene, LineShape, PointShape } from './line.scene.ts';
