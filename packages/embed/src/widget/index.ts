import { define } from '@lantu/elements/define';
import { LantuWidget } from './widget.ts';

define('lantu-widget', LantuWidget);

export { ENGINES, type Engine } from './engine.ts';
export { LantuWidget, LOADINGS, type Loading } from './widget.ts';
